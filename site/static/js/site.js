// Everything works without this file; it only adds comfort.
(function () {
  "use strict";
  var doc = document, root = doc.documentElement;
  function all(selector, action) { Array.prototype.forEach.call(doc.querySelectorAll(selector), action); }

  all("[data-needs-script]", function (el) { el.hidden = false; });

  // The menu closes with Escape and with a tap outside.
  all("details.menu", function (menu) {
    doc.addEventListener("keydown", function (e) {
      if (e.key === "Escape" && menu.open) { menu.open = false; menu.querySelector("summary").focus(); }
    });
    doc.addEventListener("click", function (e) { if (menu.open && !menu.contains(e.target)) menu.open = false; });
  });

  // Text size and colours, kept on this device only. A second tap on a colour goes back to the device's own.
  ["text", "theme"].forEach(function (kind) {
    var attribute = "data-set-" + kind, buttons = "[" + attribute + "]";
    function show() {
      var now = root.getAttribute("data-" + kind) || "";
      all(buttons, function (b) { b.setAttribute("aria-pressed", String(b.getAttribute(attribute) === now)); });
    }
    all(buttons, function (b) {
      b.addEventListener("click", function () {
        var value = b.getAttribute(attribute);
        if (value === root.getAttribute("data-" + kind)) value = "";
        if (value) root.setAttribute("data-" + kind, value); else root.removeAttribute("data-" + kind);
        try { if (value) localStorage.setItem("nexus-" + kind, value); else localStorage.removeItem("nexus-" + kind); } catch (e) {}
        show();
      });
    });
    show();
  });

  // The chosen language is remembered for the front door "/".
  all(".languages a[hreflang]", function (a) {
    a.addEventListener("click", function () {
      doc.cookie = "django_language=" + a.hreflang + ";path=/;max-age=31536000;SameSite=Lax" + (location.protocol === "https:" ? ";Secure" : "");
    });
  });

  all("[data-print]", function (b) { b.addEventListener("click", function () { window.print(); }); });

  all("[data-share]", function (b) {
    var link = doc.querySelector("link[rel=canonical]"), url = link ? link.href : location.href;
    if (!navigator.share && !navigator.clipboard) { b.hidden = true; return; }
    b.addEventListener("click", function () {
      if (navigator.share) { navigator.share({ title: doc.title, url: url }).catch(function () {}); return; }
      navigator.clipboard.writeText(url).then(function () {
        var said = b.nextElementSibling;
        if (said && said.getAttribute("role") === "status") said.textContent = b.getAttribute("data-copied");
      });
    });
  });

  // "Open until 17:00" in a page older than 17:00 says what was sent along for that time.
  function correct() {
    all("[data-changes]", function (el) {
      if (Date.now() < Date.parse(el.getAttribute("data-changes"))) return;
      el.textContent = el.getAttribute("data-after");
      el.className = el.className.replace(/status-(open|soon|closed)/, "status-" + el.getAttribute("data-after-state"));
      el.removeAttribute("data-changes");
    });
  }
  correct();
  setInterval(correct, 60000);
})();
