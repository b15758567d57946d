// "Open until 17:00", by the clock of this device and the sentences that came with the set.
const Status = (() => {
  let known = null;
  async function load() {
    try { known = await (await fetch("/kiosk/opening.json")).json(); } catch (error) { known = null; }
  }

  // The state of a desk now: {isOpen, sentence}; null after the last day that the set knows.
  function now(id, language = document.documentElement.lang) {
    const desk = known && known.desks[id], moment = Date.now() / 1000;
    if (!desk || moment < desk[0][0] || moment > desk[desk.length - 1][0] + 86400) return null;
    const line = desk.filter((row) => row[0] <= moment).pop();
    return { isOpen: line[1] === 1, sentence: known.words[line[2 + known.languages.indexOf(language)]] };
  }

  function show() {
    for (const element of document.querySelectorAll("[data-hours]")) {
      const state = now(element.dataset.hours, element.closest("[lang]").lang);
      element.hidden = !state;
      if (!state) continue;
      element.textContent = state.sentence;
      element.classList.toggle("status-open", state.isOpen);
      element.classList.toggle("status-closed", !state.isOpen);
    }
  }
  function start() {
    setInterval(show, 30000);
    document.addEventListener("kiosk:page", show);
  }
  return { load, now, show, start };
})();
