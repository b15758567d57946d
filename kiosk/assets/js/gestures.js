// No menu, no dragging, no selection: a touch is a touch (K24).
const Gestures = {
  init() {
    for (const name of ["contextmenu", "dragstart", "selectstart", "gesturestart"]) {
      document.addEventListener(name, (event) => { if (!event.target.closest || !event.target.closest("input")) event.preventDefault(); });
    }
    document.addEventListener("contextmenu", (event) => event.preventDefault());
    addEventListener("wheel", (event) => { if (event.ctrlKey) event.preventDefault(); }, { passive: false });
    document.addEventListener("auxclick", (event) => event.preventDefault());
  },
};
