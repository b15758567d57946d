// The shop-front in which this screen stands: its name, whether it is open, what it has to say.
const Office = (() => {
  const of = () => (Device.config && Device.config.office) || null;
  // On the attract screen nobody has chosen a language yet: that of the device.
  function language() { return document.body.dataset.screen === "attract" && Device.config ? Device.config.language : document.documentElement.lang; }
  function name(wanted = language()) { return of() ? of().names[wanted] || Object.values(of().names)[0] : ""; }

  async function show() {
    const office = of(), wanted = language();
    for (const element of document.querySelectorAll("[data-office]")) element.hidden = !office;
    if (!office) return;
    for (const element of document.querySelectorAll("[data-office-name]")) element.textContent = name();
    for (const link of document.querySelectorAll("a[data-office-link]")) link.href = office.paths[wanted] || Object.values(office.paths)[0];
    for (const element of document.querySelectorAll("[data-office-hours]")) element.dataset.hours = office.hours || "";
    for (const element of document.querySelectorAll(".attract-office, .attract-news")) element.lang = wanted;
    Status.show();
    await announce();
  }
  async function announce() {
    const texts = await Announcements.now(language());
    for (const list of document.querySelectorAll("[data-announcements]")) {
      list.replaceChildren(...texts.map((text) => { const row = document.createElement("li"); row.textContent = text; return row; }));
      list.hidden = !texts.length;
    }
  }
  function start() {
    document.addEventListener("kiosk:page", show);
    document.addEventListener("kiosk:announcements", show);
    setInterval(() => { if (of()) announce(); }, 60000);
  }
  return { language, name, show, start };
})();
