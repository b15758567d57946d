// A screen that belongs to no shop-front yet shows a code, and waits until somebody of the staff has typed it (K16).
const Enrol = (() => {
  const FIRST = 3000, LONGEST = 30000;
  let secret = "", ends = 0, wait = FIRST;
  const part = (name) => Panels.of("enrol").querySelector(`[data-enrol-${name}]`);
  const pause = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

  async function post(path, data) {
    return fetch(path, { method: "POST", cache: "no-store", headers: { "Content-Type": "application/json" }, body: JSON.stringify(data), signal: AbortSignal.timeout(20000) });
  }

  // A browser that has a token already (the link of the demo) only lacks the configuration.
  async function start() {
    await Announcements.refresh();
    if (Device.config) { location.reload(); return; }
    if (!Panels.of("enrol")) return;
    Panels.open("enrol");
    for (;;) {
      try {
        if (Date.now() >= ends) await take();
        if (await claimed()) { location.reload(); return; }
        part("offline").hidden = true;
        wait = FIRST;
      } catch (error) {
        part("offline").hidden = false;
        wait = Math.min(LONGEST, wait * 2);
      }
      tell();
      await pause(wait);
    }
  }
  async function take() {
    const answer = await post("/kiosk/enrolment/", {});
    if (answer.status !== 201) throw new Error("no code");
    const data = await answer.json();
    secret = data.secret;
    ends = Date.now() + 590000; // by this device's own clock, which may be wrong
    part("code").textContent = `${data.code.slice(0, 4)} ${data.code.slice(4)}`;
  }
  async function claimed() {
    const answer = await post("/kiosk/enrolment/claim/", { secret });
    if (answer.status === 410) { ends = 0; return false; }
    if (answer.status === 202) return false;
    if (answer.status !== 200) throw new Error("no answer");
    await Device.save((await answer.json()).device);
    return true;
  }
  function tell() {
    const left = Math.max(0, Math.ceil((ends - Date.now()) / 60000));
    part("left").textContent = left ? plural(part("left"), left) : "";
  }
  return { start };
})();
