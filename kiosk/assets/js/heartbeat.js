// Every five minutes the device says how it is (K20): no address of a page, nothing about anybody.
const Heartbeat = (() => {
  const EVERY = 300000;

  async function send() {
    const set = await Device.recall("/kiosk/set.json"), last = await Device.recall("/kiosk/last-sync.json");
    const figures = (await Device.recall("/kiosk/figures.json")) || {}, space = await navigator.storage.estimate();
    const isToday = figures.day === new Date().toISOString().slice(0, 10);
    const body = {
      version: set ? set.version : "", synced: set ? set.synced : 0, free: Math.max(0, (space.quota || 0) - (space.usage || 0)),
      error: last ? last.error.replaceAll("/", " ") : "", resets: (isToday && figures.resets) || 0,
      codes: ((await Device.recall("/kiosk/codes.json")) || []).length,
    };
    try {
      const answer = await fetch("/kiosk/heartbeat/", {
        method: "POST", cache: "no-store", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body), signal: AbortSignal.timeout(30000),
      });
      if (answer.status === 200) await Device.keep("/kiosk/codes.json", [...((await Device.recall("/kiosk/codes.json")) || []), ...(await answer.json()).codes]);
    } catch (error) { /* the next one says it */ }
  }
  function start() {
    send();
    setInterval(send, EVERY);
    addEventListener("online", send);
    document.addEventListener("kiosk:synced", (event) => { if (event.detail.changed || event.detail.error) send(); });
  }
  return { start, send };
})();
