// The list of what is on this phone: pages saved by chapter, pages read, search inside them, delete.
document.addEventListener("DOMContentLoaded", () => {
  "use strict";
  const list = document.querySelector("[data-saved-list]"), texts = list.dataset, language = document.documentElement.lang;
  const part = (name) => document.querySelector(`[data-part=${name}]`);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (gap, name) => values[name]);
  const kilobytes = (bytes) => Math.max(1, Math.round(bytes / 1024)).toLocaleString(language);
  let rows = [];

  const isElsewhere = location.pathname !== `/${language}/offline/`; // shown in the place of a page that is not here
  part("missing").hidden = !isElsewhere;
  part("again").addEventListener("click", () => location.reload());
  if (!window.caches) return;
  list.hidden = false;
  part("forget").addEventListener("click", async () => {
    if (!confirm(texts.sure)) return;
    await Promise.all([caches.delete(READ), caches.delete(SAVED)]);
    show(texts.deleted);
  });
  part("find").addEventListener("submit", (event) => event.preventDefault());
  let timer;
  part("find").querySelector("input").addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(find, 200); });
  show("");

  async function show(message) {
    rows = [...await read(SAVED), ...(await read(READ)).reverse()];
    const seen = rows.filter((row) => !row.path.includes(texts.unlisted));
    const chapters = new Map();
    for (const row of seen.filter((each) => each.cache === SAVED)) {
      const start = row.path.split("/").slice(0, 3).join("/") + "/";
      chapters.set(start, [...(chapters.get(start) || []), row]);
    }
    const loose = seen.filter((row) => row.cache === READ);
    part("chapters").replaceChildren(...[...chapters].map(([start, pages]) => chapter(start, pages)));
    part("pages").replaceChildren(...loose.map(item));
    part("saved").hidden = !chapters.size;
    part("read").hidden = !loose.length;
    part("none").hidden = rows.length > 0;
    part("some").hidden = !rows.length;
    part("size").textContent = fill(texts.size, { size: kilobytes(rows.reduce((sum, row) => sum + row.size, 0)) });
    part("said").textContent = message;
  }

  async function read(name) {
    const cache = await caches.open(name), found = [];
    for (const request of await cache.keys()) {
      const copy = await cache.match(request, { ignoreVary: true }), path = new URL(request.url).pathname;
      const title = new DOMParser().parseFromString(decodeURIComponent(copy.headers.get("Nexus-Title") || path), "text/html").body.textContent;
      found.push({ cache: name, path, title, language: path.slice(1, 3), size: Number(copy.headers.get("Nexus-Size")), published: copy.headers.get(PUBLISHED) });
    }
    return found;
  }

  function item(row) {
    const element = document.getElementById("saved-page").content.firstElementChild.cloneNode(true), link = element.querySelector("a");
    link.href = row.path;
    link.textContent = row.title;
    if (row.language !== language) link.lang = link.hreflang = row.language;
    element.querySelector("[data-about]").textContent = fill(texts.about, { date: dateIn(language, row.published), size: kilobytes(row.size) });
    remover(element.querySelector("button"), [row], row.title);
    return element;
  }

  function chapter(start, pages) {
    const element = document.getElementById("saved-chapter").content.firstElementChild.cloneNode(true);
    const station = pages.find((row) => row.path === start), title = station ? station.title : start;
    const oldest = pages.map((row) => row.published).sort()[0], size = pages.reduce((sum, row) => sum + row.size, 0);
    const name = element.querySelector("[data-title]");
    name.textContent = title;
    if (pages[0].language !== language) name.lang = pages[0].language;
    element.querySelector("[data-about]").textContent = fill(texts.aboutChapter, { count: pages.length, date: dateIn(language, oldest), size: kilobytes(size) });
    remover(element.querySelector("button"), pages, title);
    element.querySelector("ul").append(...pages.map(item));
    return element;
  }

  function remover(button, pages, title) {
    button.setAttribute("aria-label", `${button.textContent.trim()}: ${title}`);
    button.addEventListener("click", async () => {
      await Promise.all(pages.map((row) => forget(row.cache, row.path)));
      await show(texts.deleted);
      part("said").focus();
    });
  }

  // Letter by letter, so that a place in the folded text is the same place in the text.
  function fold(text) {
    return text.toLowerCase().split("").map((letter) => letter === "й" ? letter : letter.normalize("NFD")[0]).join("");
  }

  async function words(row) {
    if (!row.text) {
      const copy = await (await caches.open(row.cache)).match(row.path, { ignoreVary: true });
      const page = new DOMParser().parseFromString(await copy.text(), "text/html"), main = page.querySelector("main");
      for (const element of main.querySelectorAll("nav, form, .page-tools, script, template")) element.remove();
      row.text = `${row.title}. ${main.textContent}`.normalize("NFC").replace(/\s+/g, " ");
      row.folded = fold(row.text);
    }
    return row.folded;
  }

  function placeOf(root, text) {
    const hit = new RegExp(`(^|[^\\p{L}\\p{N}])${root}`, "u").exec(text);
    return hit ? hit.index + hit[1].length : -1;
  }

  // A long word is found by its beginning: endings change in Romanian, Russian and Dutch.
  async function find() {
    const asked = part("find").querySelector("input").value.normalize("NFC").trim();
    const roots = fold(asked).split(/[^\p{L}\p{N}]+/u).filter(Boolean).map((word) => word.length > 5 ? word.slice(0, -2) : word);
    const found = [];
    for (const row of roots.length ? rows.filter((each) => !each.path.includes(texts.unlisted)) : []) {
      const text = await words(row), places = roots.map((root) => placeOf(root, text)), place = Math.max(...places);
      if (!places.includes(-1)) found.push({ row, place, length: roots[places.indexOf(place)].length });
    }
    part("found").replaceChildren(...found.map(({ row, place, length }) => {
      const element = item(row), passage = document.createElement("p"), mark = document.createElement("mark");
      mark.textContent = row.text.slice(place, place + length);
      passage.append(`… ${row.text.slice(Math.max(0, place - 60), place)}`, mark, `${row.text.slice(place + length, place + 100)} …`);
      element.querySelector("button").remove();
      element.append(passage);
      return element;
    }));
    part("some").hidden = roots.length > 0;
    part("said").textContent = roots.length ? fill(texts.found, { count: found.length }) : "";
  }
});
