// Links that lead out of the kiosk open a panel with a QR code and the words to write down (K8).
const Leaving = {
  show(link) {
    const panel = Panels.of("leaving"), url = link.href, kind = link.protocol.replace(":", "");
    if (!panel) return;
    const isFile = link.pathname.startsWith("/documents/") || link.hasAttribute("download");
    const shown = ["tel", "sms", "mailto"].includes(kind) ? decodeURIComponent(link.pathname) : url.replace(/^https?:\/\//, "");
    const target = isFile && link.origin === location.origin ? document.documentElement.dataset.public + link.pathname : url;
    for (const part of panel.querySelectorAll("[data-kind]")) part.hidden = !part.dataset.kind.split(" ").includes(isFile ? "file" : ["tel", "mailto", "sms"].includes(kind) ? kind : "web");
    panel.querySelector("[data-leaving-name]").textContent = link.textContent.trim();
    panel.querySelector("[data-leaving-text]").textContent = target === url ? shown : target.replace(/^https?:\/\//, "");
    panel.querySelector("[data-leaving-qr]").replaceChildren(Qr.draw(target));
    Panels.open("leaving", link);
  },
};
