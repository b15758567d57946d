// Larger text and other colours, for this visitor only: nothing is kept, the next document begins as usual (K7, K13).
const Look = (() => {
  const root = document.documentElement, KINDS = ["text", "theme"];
  const usual = { text: () => "", theme: () => (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light") };

  function mark() {
    for (const kind of KINDS) {
      const now = root.dataset[kind] || usual[kind]();
      for (const button of document.querySelectorAll(`[data-look-${kind}]`)) {
        button.setAttribute("aria-pressed", String(button.getAttribute(`data-look-${kind}`) === now));
      }
    }
  }
  function choose(kind, value) {
    if (value) root.dataset[kind] = value;
    else delete root.dataset[kind];
    mark();
  }
  function init() {
    const panel = Panels.of("look");
    if (!panel) return;
    panel.addEventListener("click", (event) => {
      for (const kind of KINDS) {
        const button = event.target.closest(`[data-look-${kind}]`);
        if (button) choose(kind, button.getAttribute(`data-look-${kind}`));
      }
    });
    mark();
  }
  function reset() {
    for (const kind of KINDS) choose(kind, "");
  }
  document.addEventListener("kiosk:reset", reset);
  return { init, reset };
})();
