// QR codes made on the device, for what the server cannot know beforehand (a tray, an outside link). Level M, quiet zone
// of 4, dark on white in every colour scheme; a module is never smaller than 1 mm (K9).
const Qr = {
  draw(text) {
    const code = qrcode(0, "M");
    code.addData(unescape(encodeURIComponent(text)), "Byte");
    code.make();
    const n = code.getModuleCount(), parts = [];
    for (let y = 0; y < n; y++) for (let x = 0; x < n; x++) if (code.isDark(y, x)) parts.push(`M${x + 4} ${y + 4}h1v1h-1z`);
    const SVG = "http://www.w3.org/2000/svg", image = document.createElementNS(SVG, "svg"), path = document.createElementNS(SVG, "path");
    const side = n + 8, mm = Device.pixelsPerMm, module = Math.ceil(Math.max(4, mm * 1.2, Math.floor(mm * 50 / side))); // short codes are 50 mm
    for (const [name, value] of [["viewBox", `0 0 ${side} ${side}`], ["width", side * module], ["height", side * module], ["class", "qr"], ["aria-hidden", "true"]]) image.setAttribute(name, value);
    path.setAttribute("d", parts.join(""));
    image.append(path);
    return image;
  },
};
