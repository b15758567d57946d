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

  // Suggestions: a combobox; the arrow keys choose, Enter opens, Escape closes.
  all("input[data-suggest]", function (input) {
    var list = doc.createElement("ul"), said = doc.createElement("p"), timer, active = -1, asked = "";
    list.id = "suggestions"; list.className = "suggestions"; list.hidden = true;
    list.setAttribute("role", "listbox"); list.setAttribute("aria-label", input.getAttribute("data-label"));
    said.className = "aside-text"; said.setAttribute("role", "status");
    input.parentNode.appendChild(list); input.parentNode.appendChild(said);
    [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", list.id], ["aria-expanded", "false"]]
      .forEach(function (pair) { input.setAttribute(pair[0], pair[1]); });
    function close() { list.hidden = true; active = -1; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); }
    function mark(number) {
      var items = list.children;
      active = (number + items.length) % items.length;
      Array.prototype.forEach.call(items, function (item, i) { item.setAttribute("aria-selected", String(i === active)); });
      input.setAttribute("aria-activedescendant", items[active].id);
    }
    function take(item) {
      if (item.getAttribute("data-url")) { location.href = item.getAttribute("data-url"); return; }
      input.value = item.textContent; close(); input.form.submit();
    }
    function show(rows) {
      list.textContent = "";
      rows.forEach(function (row, i) {
        var item = doc.createElement("li");
        item.id = "suggestion-" + i; item.textContent = row.text;
        item.setAttribute("role", "option"); item.setAttribute("aria-selected", "false"); item.setAttribute("data-url", row.url);
        if (row.url) item.className = "suggestion-page";
        item.addEventListener("mousedown", function (e) { e.preventDefault(); take(item); });
        list.appendChild(item);
      });
      if (!rows.length) { close(); said.textContent = ""; return; }
      list.hidden = false; active = -1; input.setAttribute("aria-expanded", "true");
      said.textContent = input.getAttribute("data-label") + ": " + rows.length;
    }
    input.addEventListener("input", function () {
      clearTimeout(timer);
      var text = asked = input.value.trim();
      if (text.length < 2) { close(); return; }
      timer = setTimeout(function () {
        fetch(input.getAttribute("data-suggest") + "?q=" + encodeURIComponent(text)).then(function (answer) { return answer.json(); })
          .then(function (found) { if (asked === text && doc.activeElement === input) show(found.suggestions); }).catch(close);
      }, 200);
    });
    input.addEventListener("keydown", function (e) {
      if (list.hidden) return;
      if (e.key === "ArrowDown") { e.preventDefault(); mark(active + 1); }
      else if (e.key === "ArrowUp") { e.preventDefault(); mark(active < 0 ? -1 : active - 1); }
      else if (e.key === "Enter" && active >= 0) { e.preventDefault(); take(list.children[active]); }
      else if (e.key === "Escape") { e.preventDefault(); close(); }
    });
    input.addEventListener("blur", close);
  });

  all("[data-print]", function (b) { b.addEventListener("click", function () { window.print(); }); });

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
