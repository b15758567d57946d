// What lies over the page: one panel at a time. They come once per language and are the same on every page.
const Panels = (() => {
  let opened = null, opener = null, language = "";
  const of = (name) => document.getElementById(`panel-${name}`);

  // Fetch the panels of a language into the frame, and let each script find its own.
  async function load(wanted) {
    if (wanted === language) return;
    const answer = await fetch(`/kiosk/panels/${wanted}/`);
    if (!answer.ok) return;
    const parsed = new DOMParser().parseFromString(await answer.text(), "text/html"), frame = document.getElementById("panels");
    language = wanted;
    opened = null;
    frame.lang = wanted;
    frame.replaceChildren(...parsed.body.childNodes);
    document.dispatchEvent(new CustomEvent("kiosk:panels"));
  }
  function open(name, from) {
    close();
    const panel = of(name);
    if (!panel) return;
    opened = name;
    opener = from || document.activeElement;
    panel.hidden = false;
    document.body.dataset.openPanel = name;
    for (const button of document.querySelectorAll("[data-panel]")) button.setAttribute("aria-expanded", String(button.dataset.panel === name));
    panel.dispatchEvent(new CustomEvent("kiosk:open", { bubbles: true }));
    const first = panel.querySelector("[data-focus], h2");
    if (first) { first.tabIndex = first.tabIndex < 0 ? -1 : first.tabIndex; first.focus(); }
  }
  function close() {
    if (!opened) return;
    const panel = of(opened);
    opened = null;
    delete document.body.dataset.openPanel;
    for (const button of document.querySelectorAll("[data-panel]")) button.setAttribute("aria-expanded", "false");
    if (panel) {
      panel.hidden = true;
      panel.dispatchEvent(new CustomEvent("kiosk:close", { bubbles: true }));
    }
    if (opener && opener.isConnected) opener.focus();
  }
  function toggle(name, from) { if (opened === name) close(); else open(name, from); }
  return { load, open, close, toggle, of, get opened() { return opened; } };
})();
