// Nobody there: ask whether somebody is, count down aloud, and begin again (K1).
const Idle = (() => {
  const EVENTS = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart", "scroll"];
  let touched = Date.now(), shown = null, before = null;
  const after = () => Math.min(300, Math.max(60, (Device.config && Device.config.idle) || 120));
  const warning = () => Math.max(20, (Device.config && Device.config.warning) || 30);
  const dialog = () => document.getElementById("panel-idle");

  function start() {
    for (const name of EVENTS) addEventListener(name, touch, { passive: true, capture: true });
    setInterval(look, 1000);
  }
  function touch() {
    if (shown !== null) return; // only the answer to the question counts
    touched = Date.now();
  }
  function stay() {
    touched = Date.now();
    hide();
  }
  function look() {
    if (document.body.dataset.screen === "attract") { touched = Date.now(); return; }
    if (Listen.isReading()) touched = Date.now();
    const still = (Date.now() - touched) / 1000;
    if (still < after()) return;
    const left = Math.ceil(after() + warning() - still);
    if (left <= 0) Session.end();
    else show(left);
  }
  function show(left) {
    const box = dialog();
    if (!box) return;
    if (shown === null) {
      before = document.activeElement;
      box.hidden = false;
      document.body.dataset.isAsked = "";
      box.querySelector("[data-idle-stay]").focus();
      document.dispatchEvent(new CustomEvent("kiosk:idle"));
    }
    shown = left;
    box.querySelector("[data-idle-left]").textContent = String(left);
    if (left % 10 === 0 || left === warning()) box.querySelector("[role=status]").textContent = plural(box.querySelector("[data-idle-words]"), left);
  }
  function hide() {
    shown = null;
    dialog().hidden = true;
    delete document.body.dataset.isAsked;
    if (before && before.isConnected) before.focus();
  }
  return { start, stay };
})();
