// What the shop-front has to say: all that shows now or later is on the device, and its clock decides (K15).
const Announcements = (() => {
  const PLACE = "/kiosk/announcements.json", EVERY = 300000;

  // Also brings the configuration of the device; a 401 means that it was revoked.
  async function refresh() {
    let answer;
    try {
      answer = await fetch(PLACE, { cache: "no-store", credentials: "same-origin", redirect: "error", signal: AbortSignal.timeout(30000) });
    } catch (error) { return; }
    if (answer.status === 401 && answer.headers.get("Nexus-Kiosk") === "1" && Device.config) return revoked();
    if (answer.status !== 200 || answer.headers.get("Nexus-Kiosk") !== "1") return;
    const { announcements, device } = await answer.json();
    await Device.keep(PLACE, announcements);
    await Device.save(device);
    Device.applyScreen();
    document.dispatchEvent(new CustomEvent("kiosk:announcements"));
  }
  async function revoked() {
    await Device.forget();
    location.replace("/kiosk/");
  }
  async function now(language) {
    const all = (await Device.recall(PLACE)) || [], moment = Date.now();
    return all.filter((row) => Date.parse(row.starts) <= moment && (!row.ends || Date.parse(row.ends) > moment))
      .map((row) => row.text[language] || Object.values(row.text)[0]).filter(Boolean);
  }
  function start() {
    refresh();
    setInterval(refresh, EVERY);
    addEventListener("online", refresh);
  }
  return { start, refresh, now };
})();
