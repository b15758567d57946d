// Starts everything, and decides what a touch does.
(async () => {
  if (!await Session.begin()) return;
  Gestures.init();
  Beat.start();
  await Device.load();
  Device.applyScreen();
  document.addEventListener("click", touched);
  document.addEventListener("submit", sent);
  document.addEventListener("kiosk:panels", ready);
  addEventListener("resize", measure);
  Idle.start();
  Status.start();
  Tray.start();
  Office.start();
  Attract.start();
  document.addEventListener("kiosk:page", settle);
  document.addEventListener("kiosk:open", (event) => {
    const place = event.target.querySelector("[data-languages]"), links = document.querySelector("[data-language-links]");
    if (place && links) place.replaceChildren(links.content.cloneNode(true));
  });
  Sync.start();
  await Promise.all([Status.load(), Panels.load(Office.language())]);
  settle();
  Office.show();
  Staff.listen();
  Listen.listen();
  if (Device.config) {
    Announcements.start();
    Heartbeat.start();
  } else if (location.pathname === "/kiosk/") {
    Enrol.start();
  }
  document.documentElement.dataset.ready = "";

  function ready() {
    SearchPanel.init(document);
    Finder.init(document);
    Listen.init();
    Look.init();
    Staff.init();
  }
  function settle() {
    Status.show();
    Tray.mark();
    Age.show();
    measure();
    for (const button of document.querySelectorAll("[data-needs-printer]")) button.hidden = !(Device.config && Device.config.printer);
    for (const button of document.querySelectorAll("[data-act=back]")) button.disabled = !Pages.canGoBack;
  }

  // Panels and the keyboard stand on the bar, however high its words make it.
  function measure() {
    const bar = document.getElementById("kiosk-bar");
    document.documentElement.style.setProperty("--bar", `${bar ? bar.offsetHeight : 0}px`);
  }

  async function touched(event) {
    const target = event.target.closest("a[href], button");
    if (!target) return;
    if (target.dataset.panel) Panels.toggle(target.dataset.panel, target);
    else if (target.dataset.act) act(target.dataset.act, event);
    else if (target.matches("a")) { event.preventDefault(); follow(target); }
  }
  function act(name, event) {
    event.preventDefault();
    if (name === "back") { if (Panels.opened) Panels.close(); else Pages.back(); }
    else if (name === "home") Pages.show(`/${document.documentElement.lang}/`);
    else if (name === "finish") Session.end();
    else if (name === "stay") Idle.stay();
    else if (name === "close") Panels.close();
    else if (name === "print") printPage();
  }
  async function follow(link) {
    const isOurs = link.origin === location.origin && !link.pathname.startsWith("/documents/") && !link.hasAttribute("download");
    if (isOurs && link.hash && (link.getAttribute("href").startsWith("#") || link.pathname === Pages.path)) {
      const part = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (part) part.scrollIntoView();
    } else if (!isOurs) {
      Leaving.show(link);
    } else if (/^\/\w\w\/search\//.test(link.pathname)) {
      Panels.open("search", link);
    } else if (/^\/\w\w\/finder\//.test(link.pathname)) {
      Panels.open("finder", link);
    } else if (!await Pages.show(link.pathname + link.hash)) {
      Leaving.show(link);
    }
  }
  // No form leaves the screen: search and finder work in the page, anything else is for the visitor's own phone.
  function sent(event) {
    event.preventDefault();
    if (event.target.closest(".panel")) return;
    const action = new URL(event.target.action, location.href);
    if (action.pathname.includes("/search/")) Panels.open("search");
    else if (action.pathname.includes("/finder/")) Panels.open("finder");
  }
  let prints = 0;
  function printPage() {
    if (prints >= 5) return;
    prints += 1;
    const line = document.querySelector("[data-print-line]"), day = inWords(Date.now(), { day: "numeric", month: "long", year: "numeric" });
    if (line) line.textContent = [Office.name(), day].filter(Boolean).join(", ");
    window.print();
  }
})();
