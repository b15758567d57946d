// The service worker: the network first, then what the phone has. NEXUS comes from phones/worker.py.
const FRAME = `nexus-frame-${NEXUS.version}`;
const TOO_SLOW = 3000, GIVE_UP = 30000; // milliseconds to wait with and without a copy of the page
const MOST_PAGES = 50, MOST_BYTES = 5 * 1024 * 1024;
const OURS = new RegExp(`^/(?:(${NEXUS.languages.join("|")})/.*)?$`);

self.addEventListener("install", (event) => { self.skipWaiting(); event.waitUntil(keepFiles()); });
self.addEventListener("activate", (event) => event.waitUntil(start()));
self.addEventListener("fetch", (event) => {
  const { request } = event, url = new URL(request.url), name = withoutHash(url.pathname);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate" && OURS.test(url.pathname)) event.respondWith(page(event, url));
  else if (NEXUS.files[name]) event.respondWith(file(request, url.pathname, name));
});

async function keepFiles() {
  const frame = await caches.open(FRAME);
  await Promise.all(Object.entries(NEXUS.files).map(async ([name, url]) => {
    const answer = await fetch(url), kind = answer.headers.get("Content-Type") || "";
    if (answer.status !== 200 || !/css|javascript/.test(kind)) throw new Error(`${url}: ${answer.status} ${kind}`);
    await frame.put(name, answer);
  }));
}

// Older versions go; the pages that are open already are kept like those that are read from now on.
async function start() {
  const names = await caches.keys(), known = [FRAME, READ, SAVED];
  await Promise.all(names.filter((name) => name.startsWith("nexus-") && !known.includes(name)).map((name) => caches.delete(name)));
  await self.clients.claim();
  const open = (await self.clients.matchAll({ type: "window" })).map((client) => new URL(client.url));
  await Promise.all(open.filter((url) => OURS.test(url.pathname) && !url.search).map(async (url) => {
    try { await settle(url.pathname, await fetch(url.pathname, { credentials: "omit" })); } catch (error) { /* next time */ }
  }));
}

async function page(event, url) {
  const language = (OURS.exec(url.pathname) || [])[1] || ownLanguage();
  if (url.pathname === `/${language}/offline/`) return offline(language);
  const path = url.search ? "" : url.pathname; // what a query asks for is never kept
  const network = fetch(event.request);
  event.waitUntil(network.then((answer) => path && settle(path, answer.clone())).catch(() => {}));
  const copy = path && await find(path);
  try {
    const answer = await within(copy ? TOO_SLOW : GIVE_UP, network);
    if (answer.status < 500 || !copy) return answer;
  } catch (error) { /* no network, or none that is fast enough */ }
  if (copy) return asCopy(copy);
  return url.pathname === "/" ? Response.redirect(`/${language}/`) : offline(language);
}

async function find(path) {
  for (const name of [SAVED, READ]) {
    const copy = await (await caches.open(name)).match(path, { ignoreVary: true });
    if (copy) return copy;
  }
  return undefined;
}

// Keep what may be kept; forget what our server says is gone.
async function settle(path, answer) {
  if (mayBeKept(answer)) {
    const isSaved = await (await caches.open(SAVED)).match(path, { ignoreVary: true });
    await keep(isSaved ? SAVED : READ, path, answer);
    await trim();
  } else if (answer.status === 404 && answer.headers.get(PUBLISHED) === "gone") {
    await Promise.all([forget(READ, path), forget(SAVED, path)]);
  }
}

async function trim() {
  const read = await caches.open(READ);
  let pages = 0, bytes = 0;
  for (const request of [...await read.keys()].reverse()) {
    const copy = await read.match(request, { ignoreVary: true });
    bytes += Number(copy.headers.get("Nexus-Size"));
    pages += 1;
    if (pages > MOST_PAGES || bytes > MOST_BYTES) await read.delete(request, { ignoreVary: true });
  }
}

// The page itself says that it is a copy, and of when (site/static/js/offline.js).
async function asCopy(copy) {
  const text = await copy.text();
  return new Response(text.replace("<html ", `<html data-copy-of="${copy.headers.get(PUBLISHED)}" `), { headers: copy.headers });
}

function offline(language) {
  const headers = { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": NEXUS.policy };
  return new Response(NEXUS.pages[language], { headers });
}

// The file of this version at once; of another version, what the network has, else ours.
async function file(request, path, name) {
  const own = await (await caches.open(FRAME)).match(name, { ignoreVary: true });
  if (own && path === NEXUS.files[name] && path !== name) return own;
  try { return await fetch(request); } catch (error) { return own || Response.error(); }
}

function withoutHash(path) { return path.replace(/\.[0-9a-f]{12}(?=\.\w+$)/, ""); }

function ownLanguage() {
  const wanted = self.navigator.languages.map((language) => language.slice(0, 2));
  return wanted.find((language) => NEXUS.languages.includes(language)) || NEXUS.languages[0];
}

function within(milliseconds, promise) {
  return Promise.race([promise, new Promise((resolve, reject) => { setTimeout(() => reject(new Error("too slow")), milliseconds); })]);
}
