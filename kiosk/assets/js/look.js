// Larger text and other colours, for this visitor only: nothing is kept, the next document begins as usual (K7, K13).
const Look = (() => {
  const root = document.documentElement;
  function mark() {
    for (const kind of ["text", "theme"]) {
      for (const button of document.querySelectorAll(`[data-look-${kind}]`)) {
        button.setAttribute("aria-pressed", String(button.getAttribute(`data-look-${kind}`) === (root.dataset[kind] || "")));
      }
    }
  }
  function init() {
    const panel = Panels.of("look");
    if (!panel) return;
    panel.addEventListener("click", (event) => {
      for (const kind of ["text", "theme"]) {
        const button = event.target.closest(`[data-look-${kind}]`);
        if (!button) continue;
        const value = button.getAttribute(`data-look-${kind}`);
        if (value) root.dataset[kind] = value; else delete root.dataset[kind];
      }
      mark();
    });
    mark();
  }
  function reset() {
    delete root.dataset.text;
    delete root.dataset.theme;
    mark();
  }
  return { init, reset };
})();
