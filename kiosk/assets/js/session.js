// One visitor: from the first touch after the attract screen to its return. Nothing of a visitor outlives the session.
const Session = (() => {
  const KEY = "kiosk-session", ATTRACT = "/kiosk/";
  const stamp = () => crypto.randomUUID();

  // Everything that this origin holds, except the caches: the set and what the device knows of itself.
  async function wipe() {
    localStorage.clear();
    sessionStorage.clear();
    for (const part of document.cookie.split(";")) {
      const name = part.split("=")[0].trim();
      for (const path of ["/", location.pathname]) document.cookie = `${name}=;path=${path};max-age=0`;
    }
    for (const { name } of indexedDB.databases ? await indexedDB.databases() : []) indexedDB.deleteDatabase(name);
    for (const field of document.querySelectorAll("input, textarea, select")) field.value = "";
    sessionStorage.setItem(KEY, stamp());
    Beat.now();
  }

  // Back to the attract screen with a new document, so that the memory of the page is gone too.
  async function end() {
    document.dispatchEvent(new CustomEvent("kiosk:reset"));
    if (Device.config) await Figures.count("resets");
    await wipe();
    location.replace(ATTRACT);
  }

  // An entry of the history that an earlier visitor left leads to the attract screen, also out of the back-forward cache.
  function check() {
    const now = sessionStorage.getItem(KEY), left = history.state && history.state.session;
    if (left && left !== now) {
      document.documentElement.hidden = true;
      location.replace(ATTRACT);
      return false;
    }
    if (!now) sessionStorage.setItem(KEY, stamp());
    history.replaceState({ session: sessionStorage.getItem(KEY) }, "");
    return true;
  }

  // Whether somebody may continue here. Whoever arrives at the attract screen, by whatever way, begins a new session.
  async function begin() {
    addEventListener("pageshow", (event) => { if (event.persisted) location.pathname === ATTRACT ? location.reload() : check(); });
    if (location.pathname !== ATTRACT) return check();
    await wipe();
    history.replaceState({ session: sessionStorage.getItem(KEY) }, "");
    return true;
  }
  return { begin, end, wipe };
})();

// Once a minute, so that the device's watchdog knows that the page lives (docs/kiosk-provisioning.md).
const Beat = {
  now() { localStorage.setItem("kiosk-beat", String(Date.now())); },
  start() { Beat.now(); setInterval(Beat.now, 60000); },
};

// Numbers of the day for the heartbeat; they say nothing about anybody.
const Figures = {
  async count(name) {
    const day = new Date().toISOString().slice(0, 10), kept = await Device.recall("/kiosk/figures.json");
    const figures = kept && kept.day === day ? kept : { day };
    figures[name] = (figures[name] || 0) + 1;
    await Device.keep("/kiosk/figures.json", figures);
  },
};
