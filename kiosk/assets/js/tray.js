// Pages and offices that somebody collects, to take them along: a QR code, a short code, a slip of paper. Ids of pages only.
const Tray = (() => {
  const MOST = 30, MOST_PRINTS = 5;
  let items = [], made = null, prints = 0;
  const panel = () => Panels.of("tray"), part = (name) => panel().querySelector(`[data-tray-${name}]`);
  const has = (id) => items.some((item) => item.id === id);

  function here() {
    const id = Number(document.body.dataset.pageId), head = document.querySelector("#main h1");
    return id && head ? { id, title: head.textContent.trim(), path: Pages.path, language: document.documentElement.lang, published: document.title } : null;
  }
  function add() {
    const item = here();
    if (item && !has(item.id) && items.length < MOST) items.push(item);
    changed();
  }
  function remove(id) {
    items = items.filter((item) => item.id !== id);
    changed();
    render();
    panel().querySelector("h2").focus();
  }
  function changed() {
    made = null;
    mark();
  }

  // The number on the bar and the state of the page's own button.
  function mark() {
    for (const count of document.querySelectorAll("[data-tray-count]")) {
      count.textContent = items.length ? String(items.length) : "";
      count.hidden = !items.length;
    }
    const item = here();
    for (const button of document.querySelectorAll("[data-tray-add]")) {
      const isIn = Boolean(item && has(item.id));
      button.hidden = !item;
      button.setAttribute("aria-pressed", String(isIn));
      button.querySelector("[data-add-words]").textContent = isIn ? button.dataset.isIn : button.dataset.add;
    }
  }

  function render() {
    if (!panel()) return;
    part("none").hidden = items.length > 0;
    part("some").hidden = !items.length;
    part("result").hidden = true;
    part("list").replaceChildren(...items.map((item) => {
      const row = part("row").content.firstElementChild.cloneNode(true), link = row.querySelector("a"), button = row.querySelector("button");
      link.href = item.path;
      link.textContent = item.title;
      if (item.language !== document.documentElement.lang) link.lang = item.language;
      button.setAttribute("aria-label", `${button.textContent.trim()}: ${item.title}`);
      button.addEventListener("click", () => remove(item.id));
      return row;
    }));
    if (items.length) take();
  }

  // Base 36 is what the portal reads (docs/handover.md).
  function ownAddress() {
    return `${document.documentElement.dataset.public}/${document.documentElement.lang}/mine/p/${items.map((item) => item.id.toString(36)).join(".")}/`;
  }

  // Online the portal keeps the set under a short code for 14 days; without a network the QR carries the pages themselves.
  async function take() {
    const wanted = items.map((item) => item.id);
    if (!made) {
      part("busy").hidden = false;
      made = (await ask(wanted)) || { url: ownAddress(), spoken: "" };
      part("busy").hidden = true;
    }
    if (String(items.map((item) => item.id)) !== String(wanted)) return;
    part("qr").replaceChildren(Qr.draw(made.url));
    part("address").textContent = `${document.documentElement.dataset.public.replace(/^https?:\/\//, "")}/mine/`;
    part("code").textContent = made.spoken;
    part("has-code").hidden = !made.spoken;
    part("no-code").hidden = Boolean(made.spoken);
    part("until").textContent = made.expires ? fill(part("until").dataset.words, { date: inWords(made.expires, { day: "numeric", month: "long" }) }) : "";
    part("print").hidden = !(Device.config && Device.config.printer) || prints >= MOST_PRINTS;
    part("result").hidden = false;
  }
  async function ask(pages) {
    try {
      const office = Device.config ? Device.config.office.area : "", language = document.documentElement.lang;
      const answer = await fetch("/kiosk/handover/", {
        method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ pages, language, office }), signal: AbortSignal.timeout(5000),
      });
      return answer.ok ? await answer.json() : null;
    } catch (error) {
      return null;
    }
  }

  // One slip: the office, the date, the list with addresses, the QR, and a code that proves where it came from.
  async function print() {
    if (prints >= MOST_PRINTS) return;
    prints += 1;
    const slip = document.getElementById("slip"), rows = items.map((item) => {
      const row = document.createElement("li");
      row.textContent = `${item.title}: ${document.documentElement.dataset.public.replace(/^https?:\/\//, "")}${item.path}`;
      return row;
    });
    slip.querySelector("[data-slip-list]").replaceChildren(...rows);
    slip.querySelector("[data-slip-qr]").replaceChildren(Qr.draw(made.url));
    slip.querySelector("[data-slip-code]").textContent = made.spoken;
    slip.querySelector("[data-slip-real]").hidden = !await proof(slip);
    slip.querySelector("[data-slip-office]").textContent = Office.name();
    slip.querySelector("[data-slip-date]").textContent = inWords(Date.now(), { day: "numeric", month: "long", year: "numeric" });
    slip.dataset.paper = (Device.config && Device.config.paper) || "A4";
    document.body.dataset.prints = "slip";
    window.print();
    delete document.body.dataset.prints;
    if (prints >= MOST_PRINTS) part("print").hidden = true;
  }
  // A code of the stock that this device was given beforehand; each is used once.
  async function proof(slip) {
    const stock = await Device.recall("/kiosk/codes.json");
    if (!stock || !stock.length) return false;
    slip.querySelector("[data-slip-proof]").textContent = stock[0];
    await Device.keep("/kiosk/codes.json", stock.slice(1));
    return true;
  }

  function start() {
    document.addEventListener("click", (event) => {
      if (event.target.closest("[data-tray-add]")) add();
      else if (event.target.closest("[data-tray-print]")) print();
    });
    document.addEventListener("kiosk:open", (event) => { if (event.target.id === "panel-tray") render(); });
    document.addEventListener("kiosk:page", () => { made = null; mark(); });
  }
  return { start, mark, get count() { return items.length; } };
})();
