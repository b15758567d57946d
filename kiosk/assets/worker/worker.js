// The kiosk's worker: shows the set that is on this device, and renews it behind the visitor's back (docs/kiosk.md).
// Files are kept under their hash. One small record says which address has which hash; a new version counts from the
// moment that record is replaced, in one step, so the device has either the whole old set or the whole new one.
"use strict";
const FILES = "kiosk-files", DEVICE = "kiosk-device", RECORD = "/kiosk/set.json";
const AT_ONCE = 4, TOO_LONG = 30000, PATIENCE = 3000; // downloads; milliseconds for one of them, for a page that is not in the set
const LANGUAGES = ["ro", "ru", "nl", "en"];
let record, syncing = null;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => {
  if (event.data === "sync") event.waitUntil(sync());
});
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin || isAsked(url.pathname)) return;
  event.respondWith(answer(event.request, url));
});

// What the device asks of the server itself, never of the set.
function isAsked(path) {
  return /^\/kiosk\/(manifest\.json|announcements\.json|heartbeat\/|enrolment\/|enrol\/|handover\/|set\/)/.test(path);
}

async function known() {
  if (record === undefined) {
    const kept = await (await caches.open(DEVICE)).match(RECORD);
    record = kept ? await kept.json() : null;
  }
  return record;
}

async function answer(request, url) {
  const isPage = request.mode === "navigate" || request.headers.get("Nexus-Page") === "1";
  const path = url.pathname === "/" && isPage ? "/kiosk/" : decodeURI(url.pathname), set = await known();
  const digest = set && (set.files[path] || set.files[url.pathname]);
  const kept = digest && await (await caches.open(FILES)).match(`/kiosk/set/${digest}`);
  if (kept) return shown(kept);
  if (!isPage) return fetch(request);
  return fromNetwork(request, path, set);
}

// Never an answer of somebody else's server (a captive portal), never an endless wait.
async function fromNetwork(request, path, set) {
  try {
    const found = await within(set ? PATIENCE : TOO_LONG, fetch(request.url, { cache: "no-store", headers: { "Nexus-Page": "1" } }));
    if (found.headers.get("Nexus-Kiosk") === "1" && found.status < 500) return found;
  } catch (error) { /* no network, or a silent one */ }
  const language = LANGUAGES.find((code) => path.startsWith(`/${code}/`)) || LANGUAGES[0];
  const digest = set && set.files[`/kiosk/missing/${language}/`];
  const missing = digest && await (await caches.open(FILES)).match(`/kiosk/set/${digest}`);
  return missing ? shown(missing, 404) : Response.error();
}

// A page under another address than that of its file: a plain answer, without what belongs to the way it came.
function shown(kept, status = 200) {
  const headers = new Headers(kept.headers);
  for (const name of ["Content-Encoding", "Content-Length", "Cache-Control", "ETag"]) headers.delete(name);
  headers.set("Nexus-Kiosk", "1");
  return new Response(kept.body, { status, headers });
}

function within(milliseconds, promise) {
  return Promise.race([promise, new Promise((resolve, reject) => { setTimeout(() => reject(new Error("too slow")), milliseconds); })]);
}

// One sync at a time. What came of it is told to the pages: {kind: "synced", changed, fetched, error}.
function sync() {
  syncing = syncing || renew().then(tell, (error) => tell({ changed: false, fetched: 0, error: error.message })).finally(() => { syncing = null; });
  return syncing;
}

async function tell(outcome) {
  for (const client of await self.clients.matchAll()) client.postMessage({ kind: "synced", ...outcome });
  return outcome;
}

async function renew() {
  const set = await known(), headers = set ? { "If-None-Match": `"${set.version}"` } : {};
  const manifest = await get("/kiosk/manifest.json", headers);
  if (manifest.status === 304 && set) {
    await write({ ...set, synced: Date.now() });
    return { changed: false, fetched: 0, error: "" };
  }
  if (manifest.status !== 200) throw new Error(`manifest ${manifest.status}`);
  const { version, made, files } = checked(await manifest.json());
  const fetched = await download([...new Set(Object.values(files))]);
  await write({ version, made, synced: Date.now(), files });
  await sweep(files);
  return { changed: !set || set.version !== version, fetched, error: "" };
}

function get(path, headers = {}) {
  return fetch(path, { cache: "no-store", credentials: "same-origin", redirect: "error", headers, signal: AbortSignal.timeout(TOO_LONG) });
}

// A list that is no list of ours changes nothing.
function checked(data) {
  const isOurs = data && typeof data.version === "string" && Array.isArray(data.files) && data.files.length;
  if (!isOurs || !data.files.every((row) => /^\/[^/]?/.test(row[0]) && /^[0-9a-f]{64}$/.test(row[1]))) throw new Error("manifest not ours");
  return { version: data.version, made: data.made, files: Object.fromEntries(data.files.map((row) => [row[0], row[1]])) };
}

async function write(value) {
  await (await caches.open(DEVICE)).put(RECORD, new Response(JSON.stringify(value), { headers: { "Content-Type": "application/json" } }));
  record = value;
}

// Only what is not here yet; each file must have the hash that it was promised with.
async function download(digests) {
  const cache = await caches.open(FILES), have = new Set((await cache.keys()).map((request) => new URL(request.url).pathname));
  const queue = digests.filter((digest) => !have.has(`/kiosk/set/${digest}`)), total = queue.length;
  async function work() {
    for (let digest = queue.shift(); digest; digest = queue.shift()) await fetchFile(cache, digest);
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return total;
}

async function fetchFile(cache, digest) {
  const path = `/kiosk/set/${digest}`, found = await get(path);
  if (found.status !== 200) throw new Error(`file ${found.status}`);
  const body = await found.arrayBuffer(), sum = await crypto.subtle.digest("SHA-256", body);
  const hex = Array.from(new Uint8Array(sum), (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (hex !== digest) throw new Error("file not ours");
  await cache.put(path, new Response(body, { headers: found.headers }));
}

async function sweep(files) {
  const cache = await caches.open(FILES), wanted = new Set(Object.values(files).map((digest) => `/kiosk/set/${digest}`));
  for (const request of await cache.keys()) {
    if (!wanted.has(new URL(request.url).pathname)) await cache.delete(request);
  }
}
