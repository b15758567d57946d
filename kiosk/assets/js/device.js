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
  // Pixels in a millimetre of this screen; a 21.5" one until the device is known (K6).
  function pixelsPerMm() { return 1 / ((config && Number(config.mm_per_px)) || 0.248); }
  function applyScreen() { document.documentElement.style.setProperty("--mm", pixelsPerMm().toFixed(3)); }
  return { load, save, forget, keep, recall, applyScreen, get pixelsPerMm() { return pixelsPerMm(); }, get config() { return config; } };
})();
