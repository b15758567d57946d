// The journey finder, worked out in the page: no address says where somebody wants to go (K14). What an intent may lead
// to comes with the data (kiosk/finder_data.py); how it is ranked stands in home/finder.py and here, and a test compares
// the answers. What was chosen is held in this closure only and goes with the document when the visitor finishes.
const Finder = (() => {
  const QUESTIONS = ["intent", "here", "there"], ANSWER = 3;
  const datas = new Map();
  let step = 0, chosen = {}, panel = null;

  const today = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Chisinau" }).format(); // as in "2027-01-31"
  const isOpenNow = (hours) => Boolean(Status.now(hours)?.isOpen);
  const ownArea = () => Device.config?.office?.area || "";
  const count = (codes, wanted) => codes.filter((code) => wanted.includes(code)).length;

  // Guides that fit both ends, one that names an end before one that fits everywhere. Sorting is stable, as in Python.
  function rankGuides(data, { guides, elsewhere }, ends) {
    const isFar = (place) => (elsewhere.includes(place) ? 1 : 0), matches = (place) => count(data.guides[place].ends, ends);
    return guides.filter((place) => !ends.length || !data.guides[place].ends.length || matches(place))
      .sort((a, b) => matches(b) - matches(a) || isFar(a) - isFar(b));
  }
  // In a pilot area what is available there comes first, then what is for a country that was named, then what is online.
  function rankServices(data, { services }, named) {
    const areas = named.filter((code) => data.areas.includes(code));
    const abroad = named.filter((code) => !data.areas.includes(code) && code !== data.origin);
    function distance(place) {
      const service = data.services[place];
      if (count(service.near, areas)) return 0;
      if (count(service.countries, abroad)) return 1;
      return service.online ? 2 : 3;
    }
    return [...services].sort((a, b) => distance(a) - distance(b));
  }
  // The shop-front of the area that was named, else the one in which this screen stands, else one that is open now.
  function person(fronts, areas, isOpen) {
    const near = areas.map((code) => fronts.find((front) => front.area === code)).find(Boolean);
    return near || fronts.find((front) => isOpen(front.hours)) || fronts[0] || null;
  }
  // Pages that should have been checked by now stand last.
  const overdueLast = (rows, day) => [...rows].sort((a, b) => (a.due && a.due < day ? 1 : 0) - (b.due && b.due < day ? 1 : 0));

  // Guides, services and a person for every journey; a place that was not named is an empty text. `clock` replaces the
  // clock and the office of this device.
  function answer(data, intent, here, there, clock = {}) {
    const { day = today(), isOpen = isOpenNow, office = ownArea() } = clock;
    const choices = data.intents[intent], named = [...new Set([here, there])].filter(Boolean);
    const ends = [...new Set(named.map((code) => (data.areas.includes(code) ? data.origin : code)))];
    const guides = rankGuides(data, choices, ends), services = rankServices(data, choices, named);
    const pages = (rows, places, most) => overdueLast(places.slice(0, most).map((place) => rows[place]), day);
    return {
      guides: pages(data.guides, guides.length ? guides : choices.guides, data.most.guides),
      services: pages(data.services, services, data.most.services),
      shop_front: person(data.fronts, [there, here, office], isOpen),
      is_nearest: !guides.length || !services.length,
    };
  }

  async function load(language) {
    if (!datas.has(language)) {
      const found = await fetch(`/kiosk/finder/${language}.json`);
      if (!found.ok) throw new Error(`finder ${found.status}`);
      datas.set(language, await found.json());
    }
    return datas.get(language);
  }

  const part = (name) => panel.querySelector(`[data-finder-${name}]`);
  const screen = (number) => panel.querySelector(`[data-finder-step="${number}"]`);

  // Whoever comes back, after a page or in another language, finds the answer again.
  function init(root) {
    panel = root.querySelector("[data-finder-panel]");
    if (!panel || panel.dataset.ready) return;
    panel.dataset.ready = "yes";
    panel.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      if ("finderChoice" in button.dataset) choose(button.dataset.finderChoice);
      else if ("finderBack" in button.dataset) go(step - 1);
      else if ("finderAgain" in button.dataset) { chosen = {}; go(0); }
      else if (button.dataset.finderGo) go(Number(button.dataset.finderGo));
    });
    panel.closest(".panel").addEventListener("kiosk:open", () => go(isAnswered() ? ANSWER : 0));
  }
  const isAnswered = () => QUESTIONS.every((name) => name in chosen);
  function choose(code) {
    chosen[QUESTIONS[step]] = code;
    go(isAnswered() ? ANSWER : step + 1);
  }
  async function go(next) {
    const shown = step = Math.max(0, next);
    if (step === ANSWER) await show();
    if (shown !== step) return;
    for (const each of panel.querySelectorAll("[data-finder-step]")) each.hidden = Number(each.dataset.finderStep) !== step;
    for (const button of panel.querySelectorAll("[data-finder-choice]")) {
      const name = QUESTIONS[button.closest("[data-finder-step]").dataset.finderStep];
      button.setAttribute("aria-pressed", String(chosen[name] === button.dataset.finderChoice));
    }
    part("back").hidden = step === 0 || step === ANSWER;
    part("said").textContent = step < ANSWER ? fill(part("said").dataset.words, { step: step + 1 }) : "";
    const head = screen(step).querySelector("h2");
    head.tabIndex = -1;
    head.focus();
    panel.closest(".panel").scrollTop = 0;
  }

  // What was chosen, each answer with the button that changes it.
  function recall() {
    QUESTIONS.forEach((name, number) => {
      const button = [...screen(number).querySelectorAll("[data-finder-choice]")].find((each) => each.dataset.finderChoice === chosen[name]);
      panel.querySelector(`[data-finder-go="${number}"] b`).textContent = button ? button.textContent.trim() : "";
    });
  }
  function row(item, text) {
    const element = part("row").content.firstElementChild.cloneNode(true), link = element.querySelector("a");
    link.href = item.path;
    link.textContent = item.title;
    element.querySelector("[data-finder-text]").textContent = text;
    return element;
  }
  function personRow(front) {
    const element = row(front, front.place), phone = element.querySelector("[data-finder-phone]");
    element.querySelector(".status").dataset.hours = front.hours;
    phone.hidden = !front.phone;
    phone.querySelector("span").textContent = front.phone;
    phone.querySelector(".example").hidden = !front.isExample;
    return element;
  }
  async function show() {
    recall();
    let found = null;
    try {
      found = answer(await load(document.documentElement.lang), chosen.intent, chosen.here, chosen.there);
    } catch (error) { /* it is said below */ }
    part("failed").hidden = Boolean(found);
    part("nearest").hidden = !(found && found.is_nearest);
    fillRows("guides", found ? found.guides.map((guide) => row(guide, guide.text)) : []);
    fillRows("services", found ? found.services.map((service) => row(service, service.text)) : []);
    fillRows("person", found && found.shop_front ? [personRow(found.shop_front)] : []);
    Status.show();
  }
  function fillRows(name, rows) {
    part(name).replaceChildren(...rows);
    part(name).closest("section").hidden = !rows.length;
  }
  return { answer, init };
})();
