// The journey finder, worked out in the page: no address says where somebody wants to go (K14). The rules are those of
// home/finder.py; a test compares the answers.
const Finder = (() => {
  const datas = new Map();
  let step = 0, chosen = {}, panel = null;

  function first(rows, most) {
    const taken = rows.slice(0, most);
    return [...taken.filter((row) => !row.overdue), ...taken.filter((row) => row.overdue)];
  }
  const isAny = (list, codes) => codes.some((code) => list.includes(code));
  // Sort like Python: stable, by numbers, then by code points.
  function by(rows, keys) {
    return rows.map((row, place) => [keys(row), place, row]).sort((a, b) => {
      for (let i = 0; i < a[0].length; i++) if (a[0][i] !== b[0][i]) return a[0][i] < b[0][i] ? -1 : 1;
      return a[1] - b[1];
    }).map((entry) => entry[2]);
  }

  function allGuides(data, intent) {
    const stage = data.intents[intent];
    return data.guides.filter((guide) => guide.stages.includes(stage) && (intent === "expertise" ? guide.for !== "all" : guide.for !== "experts"));
  }
  function guides(data, intent, ends) {
    const codes = [...new Set(ends.filter(Boolean))], stage = data.intents[intent];
    const matches = (guide) => codes.filter((code) => guide.origin.includes(code) || guide.destination.includes(code)).length;
    const fitting = allGuides(data, intent).filter((guide) => !codes.length || !(guide.origin.length + guide.destination.length) || matches(guide));
    return by(fitting, (guide) => [-matches(guide), guide.station === stage ? 0 : 1]);
  }
  function services(data, intent, here, there) {
    const stage = data.intents[intent], wanted = [there, here].filter((code) => data.areas.includes(code));
    const abroad = [here, there].filter((code) => code && !data.areas.includes(code) && code !== data.origin);
    const fitting = data.services.filter((service) => service.stages.includes(stage) && (intent === "expertise" ? service.for.includes("experts") : !service.isExperts));
    function distance(service) {
      if (isAny(service.near, wanted)) return 0;
      if (isAny(service.countries, abroad)) return 1;
      return service.online ? 2 : 3;
    }
    return by(fitting, (service) => [distance(service), service.title]);
  }
  function person(data, here, there, isOpen) {
    for (const code of [there, here]) {
      const own = data.fronts.find((front) => front.area === code);
      if (own) return own;
    }
    return data.fronts.find((front) => isOpen(front.hours)) || data.fronts[0] || null;
  }
  const isOpenNow = (hours) => { const state = Status.now(hours); return Boolean(state && state.isOpen); };

  // Three guides, two services and a person for every journey; what is not known is an empty text.
  function answer(data, intent, here, there, isOpen = isOpenNow) {
    const countries = [here, there].map((code) => data.areas.includes(code) ? data.origin : code);
    let found = guides(data, intent, countries);
    const near = services(data, intent, here, there), isNearest = !found.length || !near.length;
    if (!found.length) found = allGuides(data, intent);
    return { guides: first(found, data.most[0]), services: first(near, data.most[1]), front: person(data, here, there, isOpen), isNearest };
  }

  async function load(language) {
    if (!datas.has(language)) {
      const answer = await fetch(`/kiosk/finder/${language}.json`);
      datas.set(language, await answer.json());
    }
    return datas.get(language);
  }

  const part = (name) => panel.querySelector(`[data-finder-${name}]`);
  function init(root) {
    panel = root.querySelector("[data-finder-panel]");
    if (!panel) return;
    panel.addEventListener("click", (event) => {
      const choice = event.target.closest("[data-finder-choice]");
      if (choice) choose(choice.dataset.finderChoice);
      else if (event.target.closest("[data-finder-back]")) go(step - 1);
      else if (event.target.closest("[data-finder-again]")) go(0);
    });
    panel.closest(".panel").addEventListener("kiosk:open", () => go(0));
  }
  function choose(code) {
    chosen[["intent", "here", "there"][step]] = code;
    go(step + 1);
  }
  async function go(next) {
    step = Math.max(0, next);
    if (step === 0) chosen = {};
    for (const screen of panel.querySelectorAll("[data-finder-step]")) screen.hidden = Number(screen.dataset.finderStep) !== step;
    part("back").hidden = step === 0;
    part("said").textContent = step < 3 ? fill(part("said").dataset.words, { step: step + 1 }) : "";
    if (step === 3) await show();
    const head = panel.querySelector(`[data-finder-step="${step}"] h2`);
    head.tabIndex = -1;
    head.focus();
    panel.closest(".panel").scrollTop = 0;
  }
  function row(item, text) {
    const element = part("row").content.firstElementChild.cloneNode(true), link = element.querySelector("a");
    link.href = item.path;
    link.textContent = item.title;
    element.querySelector("p").textContent = text;
    return element;
  }
  async function show() {
    const data = await load(document.documentElement.lang), found = answer(data, chosen.intent, chosen.here, chosen.there);
    part("nearest").hidden = !found.isNearest;
    part("guides").replaceChildren(...found.guides.map((guide) => row(guide, guide.text)));
    part("services").replaceChildren(...found.services.map((service) => row(service, service.text)));
    part("services-section").hidden = !found.services.length;
    const state = found.front && Status.now(found.front.hours);
    part("person").replaceChildren(...(found.front ? [row(found.front, [found.front.place, state && state.sentence].filter(Boolean).join(". "))] : []));
  }
  return { answer, init };
})();
