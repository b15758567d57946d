// What this device knows about itself. It outlives every visitor, so it is kept in a cache, never in local storage.
const Device = (() => {
  const NAME = "kiosk-device", PLACE = "/kiosk/device.json";
  let config = null;

  // The configuration as the server last sent it; null on a device that is not enrolled.
  async function load() {
    const answer = await (await caches.open(NAME)).match(PLACE);
    config = answer ? await answer.json() : null;
    return config;
  }
  async function save(value) {
    config = value;
    await keep(PLACE, value);
  }
  async function forget() {
    config = null;
    await caches.delete(NAME);
  }
  // Anything else that must outlive a visitor (failed PINs, figures for the heartbeat): small JSON under a name.
  async function keep(place, value) {
    await (await caches.open(NAME)).put(place, new Response(JSON.stringify(value), { headers: { "Content-Type": "application/json" } }));
  }
  async function recall(place) {
    const answer = await (await caches.open(NAME)).match(place);
    return answer ? answer.json() : null;
  }
  return { load, save, forget, keep, recall, get config() { return config; } };
})();
