// Ask the worker to renew the set: every five minutes, when the network comes back, when the staff wants it (K19).
const Sync = (() => {
  const EVERY = 300000, FIRST_WAIT = 15000, CALM = 20000;
  let wait = FIRST_WAIT, timer = null;

  async function ask() {
    clearTimeout(timer);
    if (!navigator.serviceWorker || !Device.config) return;
    const registration = await navigator.serviceWorker.ready;
    registration.active.postMessage("sync");
    timer = setTimeout(ask, EVERY);
  }

  // After a failure sooner, then less and less often, each device at another moment.
  async function settle(outcome) {
    clearTimeout(timer);
    await Device.keep("/kiosk/last-sync.json", { at: Date.now(), error: outcome.error || "", fetched: outcome.fetched });
    wait = outcome.error ? Math.min(EVERY, wait * 2) : FIRST_WAIT;
    timer = setTimeout(ask, (outcome.error ? wait : EVERY) * (0.8 + Math.random() * 0.4));
    await Status.load();
    Status.show();
    Age.show();
    document.dispatchEvent(new CustomEvent("kiosk:synced", { detail: outcome }));
    if (outcome.changed) setTimeout(anew, CALM);
  }

  // A new version of the attract screen and of this script, where nobody is in between.
  function anew() {
    if (document.body.dataset.screen === "attract" && !Panels.opened) location.reload();
  }

  function start() {
    if (!navigator.serviceWorker) return;
    navigator.serviceWorker.register("/sw.js").catch(() => {});
    navigator.serviceWorker.addEventListener("message", (event) => { if (event.data.kind === "synced") settle(event.data); });
    addEventListener("online", ask);
    document.addEventListener("kiosk:sync", ask);
    ask();
  }
  return { start, ask };
})();

// How old what is shown may be; louder after 7 and after 30 days without a sync (K18).
const Age = {
  async show() {
    const set = await Device.recall("/kiosk/set.json"), line = document.querySelector("[data-age]");
    if (!line || !set) return;
    const days = (Date.now() - set.synced) / 86400000;
    line.hidden = false;
    line.dataset.level = days > 30 ? "old" : days > 7 ? "late" : "fresh";
    const words = days > 30 ? line.dataset.old : days > 7 ? line.dataset.late : line.dataset.fresh;
    line.textContent = fill(words, { date: inWords(set.synced, { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" }) });
  },
};
