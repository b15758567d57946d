// The shop-front in which this screen stands: its name, whether it is open, what it has to say.
const Office = (() => {
  const of = () => (Device.config && Device.config.office) || null;
  function name(language = document.documentElement.lang) { return of() ? of().names[language] || Object.values(of().names)[0] : ""; }

  async function show() {
    const office = of(), language = document.documentElement.lang;
    for (const element of document.querySelectorAll("[data-office]")) element.hidden = !office;
    if (!office) return;
    for (const element of document.querySelectorAll("[data-office-name]")) element.textContent = name();
    for (const link of document.querySelectorAll("a[data-office-link]")) link.href = office.paths[language] || Object.values(office.paths)[0];
    for (const element of document.querySelectorAll("[data-office-hours]")) element.dataset.hours = office.hours || "";
    Status.show();
    await announce(language);
  }
  async function announce(language) {
    const texts = await Announcements.now(language);
    for (const list of document.querySelectorAll("[data-announcements]")) {
      list.replaceChildren(...texts.map((text) => { const row = document.createElement("li"); row.textContent = text; return row; }));
      list.hidden = !texts.length;
    }
  }
  function start() {
    document.addEventListener("kiosk:page", show);
    document.addEventListener("kiosk:announcements", show);
    setInterval(() => { if (of()) announce(document.documentElement.lang); }, 60000);
  }
  return { name, show, start };
})();
