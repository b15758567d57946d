// Joins the search, the keyboard and templates/kiosk/search_panel.html. The shell calls init for each page it shows.
const SearchPanel = (() => {
  const STEP = 10; // results that are shown at once

  function make(name, attributes = {}, ...content) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...content);
    return element;
  }
  const parts = (list) => list.map((part) => (part.mark ? make("mark", {}, part.text) : part.text));

  function init(root) {
    Keyboard.hide();
    const panel = root.querySelector("[data-search-panel]");
    if (!panel || panel.dataset.ready) return;
    panel.dataset.ready = "yes";
    const part = (name) => panel.querySelector(`[data-part=${name}]`);
    const words = panel.dataset, language = words.language;
    const field = part("field"), list = part("suggestions"), said = part("said");
    let active = -1, turn = 0;

    const fill = (text, value) => text.replace("{words}", () => value);
    const count = (number) => (words[new Intl.PluralRules(language).select(number)] || words.other).replace(/\d+/, number);

    // One of these stands under the field at a time.
    function show(name) {
      for (const each of ["idle", "results", "none", "failed"]) part(each).hidden = each !== name;
      if (name) close();
    }

    // Suggestions: a combobox; the arrow keys choose, Enter takes, Escape closes.
    function close() {
      list.hidden = true;
      active = -1;
      field.setAttribute("aria-expanded", "false");
      field.removeAttribute("aria-activedescendant");
    }

    function mark(number) {
      const items = [...list.children];
      active = (number + items.length) % items.length;
      items.forEach((item, place) => item.setAttribute("aria-selected", String(place === active)));
      items[active].scrollIntoView({ block: "nearest" });
      field.setAttribute("aria-activedescendant", items[active].id);
    }

    function offer(rows) {
      list.replaceChildren(...rows.map((row, number) => {
        const className = row.path ? "suggestion-page" : "suggestion-word";
        return make("li", { id: `suggestion-${number}`, role: "option", "aria-selected": "false", class: className, "data-path": row.path || "" }, row.text);
      }));
      close();
      said.textContent = rows.length ? `${words.suggestions}: ${rows.length}` : "";
      list.hidden = !rows.length;
      field.setAttribute("aria-expanded", String(rows.length > 0));
      field.scrollIntoView({ block: "nearest" });
    }

    function take(item) {
      if (!item.dataset.path) {
        field.value = item.textContent;
        search();
        return;
      }
      Keyboard.hide();
      part("link").href = item.dataset.path;
      part("link").click();
    }

    async function typed() {
      const mine = turn += 1, text = field.value.trim();
      if (!text) {
        offer([]);
        show("idle");
        return;
      }
      try {
        const rows = await Search.suggest(text, language);
        if (mine !== turn) return;
        show("");
        offer(rows);
      } catch {
        if (mine === turn) show("failed");
      }
    }

    function row(result, answered) {
      const link = make("a", { href: result.path, ...(answered === language ? {} : { hreflang: answered }) }, ...parts(result.heading));
      const kind = result.promoted ? `${words.recommended} · ${result.kind}` : result.kind;
      return make("li", result.promoted ? { class: "search-promoted" } : {},
        make("h3", {}, link), make("p", {}, ...parts(result.passage)), make("p", { class: "search-kind" }, kind));
    }

    function fillResults(found, text, most, literal, answered) {
      part("count").textContent = count(found.total);
      part("corrected").hidden = !found.corrected;
      part("searched").textContent = fill(words.searched, found.corrected || "");
      part("literal").textContent = fill(words.literal, text);
      part("literal").onclick = () => search({ literal: true, answered });
      part("list").lang = answered;
      part("list").replaceChildren(...found.results.map((result) => row(result, answered)));
      part("more").hidden = found.results.length >= found.total;
      part("more").onclick = async () => {
        await search({ most: most + STEP, literal, answered });
        part("list").children[most]?.querySelector("a").focus();
      };
    }

    // Where no answer is: words that are near, and the languages that have answers.
    async function fillNone(found, text) {
      part("nothing").textContent = fill(words.nothing, text);
      part("near").hidden = !found.near.length;
      part("near-words").replaceChildren(...found.near.map((near) => make("button", { type: "button", class: "button-quiet" }, near)));
      const others = Object.keys(Keyboard.NAMES).filter((each) => each !== language);
      const elsewhere = await Search.elsewhere(text, others).catch(() => []);
      part("elsewhere").hidden = !elsewhere.length;
      part("elsewhere-languages").replaceChildren(...elsewhere.map((each) => {
        const name = `${Keyboard.NAMES[each.language]} (${each.total})`;
        const button = make("button", { type: "button", class: "button-quiet", lang: each.language }, name);
        button.onclick = () => search({ answered: each.language });
        return button;
      }));
    }

    async function search({ most = STEP, literal = false, answered = language } = {}) {
      const mine = turn += 1, text = field.value.trim();
      if (!text) {
        show("idle");
        return;
      }
      let shown = "failed";
      try {
        const found = await Search.find(text, answered, { most, literal });
        if (mine !== turn) return;
        if (found.none) await fillNone(found, text);
        else fillResults(found, text, most, literal, answered);
        shown = found.none ? "nothing" : "count";
      } catch {
        if (mine !== turn) return;
      }
      show({ nothing: "none", count: "results" }[shown] || shown);
      Keyboard.hide();
      said.textContent = "";
      if (most === STEP) part(shown).focus();
    }

    async function fillIdle() {
      try {
        const { popular } = await Search.load(language);
        part("popular").replaceChildren(...popular.map(([path, title]) => make("li", {}, make("a", { href: path }, title))));
        part("popular-head").hidden = !popular.length;
      } catch {
        show("failed");
      }
    }

    field.addEventListener("input", typed);
    field.addEventListener("keydown", (event) => {
      if (list.hidden) return;
      if (event.key === "ArrowDown") mark(active + 1);
      else if (event.key === "ArrowUp") mark(active < 0 ? -1 : active - 1);
      else if (event.key === "Enter" && active >= 0) take(list.children[active]);
      else if (event.key === "Escape") close();
      else return;
      event.preventDefault();
    });
    part("form").addEventListener("submit", (event) => {
      event.preventDefault();
      search();
    });
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const item = event.target.closest("[role=option]");
      if (item) take(item);
    });
    part("near-words").addEventListener("click", (event) => {
      if (!event.target.closest("button")) return;
      field.value = event.target.textContent;
      search();
    });

    Keyboard.attach(field, { language, enter: () => search() });
    fillIdle();
    if (words.open) field.focus();
  }

  return { init };
})();
