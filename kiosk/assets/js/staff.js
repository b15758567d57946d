// The staff mode: five seconds on the corner, a PIN, then what the device knows of itself (K15). Works without a network.
const Staff = (() => {
  const HOLD = 5000, MOST_TRIES = 5, LOCK = 900000, OPEN = 60000, PLACE = "/kiosk/tries.json";
  let holding = null, closing = null, typed = "";
  const panel = () => Panels.of("staff"), part = (name) => panel().querySelector(`[data-staff-${name}]`);

  function init() {
    if (!panel()) return;
    panel().addEventListener("click", (event) => {
      const key = event.target.closest("[data-staff-key]"), act = event.target.closest("[data-staff-act]");
      if (key) press(key.dataset.staffKey);
      else if (act) run(act.dataset.staffAct);
      if (!part("inside").hidden) closeLater();
    });
  }
  function listen() {
    document.addEventListener("pointerdown", (event) => {
      if (!event.target.closest("[data-staff-corner]")) return;
      clearTimeout(holding);
      holding = setTimeout(ask, HOLD);
    });
    for (const name of ["pointerup", "pointercancel"]) document.addEventListener(name, () => clearTimeout(holding));
    document.addEventListener("keydown", (event) => {
      if (Panels.opened === "staff" && /^[0-9]$/.test(event.key)) press(event.key);
      if (Panels.opened === "staff" && event.key === "Backspace") press("back");
    });
  }
  async function ask() {
    if (!Device.config || !panel()) return;
    typed = "";
    part("inside").hidden = true;
    part("pin").hidden = false;
    Panels.open("staff");
    closeLater();
    await show("");
  }
  async function press(key) {
    if (part("pin").hidden || await lockedUntil() > Date.now()) return;
    typed = key === "back" ? typed.slice(0, -1) : (typed + key).slice(0, 6);
    await show("");
    if (typed.length === 6) await check();
  }
  async function check() {
    const pin = typed, tries = (await Device.recall(PLACE)) || { wrong: 0, until: 0 };
    typed = "";
    if (await hashOf(pin) === Device.config.pin.hash) {
      await Device.keep(PLACE, { wrong: 0, until: 0 });
      return enter();
    }
    const wrong = tries.wrong + 1, isLocked = wrong >= MOST_TRIES;
    await Device.keep(PLACE, { wrong: isLocked ? 0 : wrong, until: isLocked ? Date.now() + LOCK : 0 });
    await show(isLocked ? "" : plural(part("words"), MOST_TRIES - wrong));
  }
  async function hashOf(pin) {
    const { salt, iterations } = Device.config.pin, bytes = Uint8Array.from(salt.match(/../g), (pair) => parseInt(pair, 16));
    const key = await crypto.subtle.importKey("raw", new TextEncoder().encode(pin), "PBKDF2", false, ["deriveBits"]);
    const bits = await crypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt: bytes, iterations }, key, 256);
    return Array.from(new Uint8Array(bits), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }
  async function lockedUntil() { return ((await Device.recall(PLACE)) || { until: 0 }).until; }
  async function show(message) {
    const until = await lockedUntil(), isLocked = until > Date.now();
    part("dots").textContent = "●".repeat(typed.length) + "○".repeat(6 - typed.length);
    part("said").textContent = isLocked ? fill(part("words").dataset.locked, { time: inWords(until, { hour: "2-digit", minute: "2-digit" }) }) : message;
  }
  async function enter() {
    const set = await Device.recall("/kiosk/set.json"), last = await Device.recall("/kiosk/last-sync.json"), space = await navigator.storage.estimate();
    const when = (moment) => inWords(moment, { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });
    const values = {
      name: Device.config.name, office: Office.name(), version: set ? set.version : "–", synced: set ? when(set.synced) : "–",
      made: set ? when(set.made) : "–", error: (last && last.error) || "–", clock: when(Date.now()),
      free: `${Math.round(((space.quota || 0) - (space.usage || 0)) / 1048576)} MB`,
    };
    for (const [name, value] of Object.entries(values)) part(name).textContent = value;
    const texts = await Announcements.now(document.documentElement.lang);
    part("news").replaceChildren(...texts.map((text) => { const row = document.createElement("li"); row.textContent = text; return row; }));
    part("print").hidden = !Device.config.printer;
    part("pin").hidden = true;
    part("inside").hidden = false;
    part("inside").querySelector("h3").focus();
  }
  function run(name) {
    if (name === "sync") {
      part("done").textContent = part("words").dataset.busy;
      document.addEventListener("kiosk:synced", enterAgain, { once: true });
      document.dispatchEvent(new CustomEvent("kiosk:sync"));
      Announcements.refresh();
    } else if (name === "restart") Session.end();
    else if (name === "print") window.print();
  }
  async function enterAgain(event) {
    if (!panel() || part("inside").hidden) return;
    await enter();
    part("done").textContent = part("words").dataset[event.detail.error ? "failed" : "synced"];
  }
  function closeLater() {
    clearTimeout(closing);
    closing = setTimeout(() => { if (Panels.opened === "staff") Panels.close(); }, OPEN);
  }
  return { init, listen };
})();
