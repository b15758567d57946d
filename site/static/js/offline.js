// Pages on the phone: start the worker, say when a page is a copy, save a chapter, send a page on.
(function () {
  "use strict";
  var doc = document, root = doc.documentElement, worker = root.getAttribute("data-worker");
  function all(selector, action) { Array.prototype.forEach.call(doc.querySelectorAll(selector), action); }
  function fill(text, values) { return text.replace(/\{(\w+)\}/g, function (gap, name) { return values[name]; }); }

  all("[data-copy-note]", function (note) {
    var of = root.getAttribute("data-copy-of");
    if (!of) return;
    note.textContent = fill(note.getAttribute("data-copy-note"), { date: dateIn(root.lang, of) });
    note.hidden = false;
  });

  all("[data-share]", function (box) {
    var link = doc.querySelector("link[rel=canonical]"), url = link ? link.href : location.href, copy = box.querySelector("[data-copy]");
    if (navigator.share) box.querySelector("summary").addEventListener("click", function (e) {
      if (box.open) return;
      e.preventDefault();
      navigator.share({ title: doc.title, url: url }).catch(function (error) { if (error.name !== "AbortError") box.open = true; });
    });
    if (!navigator.clipboard) return;
    copy.hidden = false;
    copy.querySelector("button").addEventListener("click", function () {
      navigator.clipboard.writeText(url).then(function () { copy.querySelector("[role=status]").textContent = copy.getAttribute("data-copied"); });
    });
  });

  if (!worker || !navigator.serviceWorker || !window.caches || !window.fetch) return;
  window.addEventListener("load", function () { navigator.serviceWorker.register(worker).catch(function () {}); });
  all("[data-needs-worker]", function (el) { el.hidden = false; });
  all("[data-chapter]", saver);

  function saver(box) {
    var button = box.querySelector("button"), bar = box.querySelector("progress"), said = box.querySelector("[role=status]");
    var paths = box.getAttribute("data-chapter").split(" "), isBusy = false;
    function text(name, values) { return fill(box.getAttribute("data-" + name), values); }

    // Which pages are not on this phone.
    function missing() {
      return caches.open(SAVED).then(function (saved) {
        return Promise.all(paths.map(function (path) { return saved.match(path, { ignoreVary: true }); }));
      }).then(function (found) { return paths.filter(function (path, i) { return !found[i]; }); });
    }
    function show(failed) {
      said.textContent = text(failed.length ? "failed" : "done", { done: paths.length - failed.length, total: paths.length, failed: failed.length });
      button.lastElementChild.textContent = text(failed.length ? "again" : "anew", {});
    }
    missing().then(function (left) { if (left.length < paths.length) show(left); });

    button.addEventListener("click", function () {
      if (isBusy) return;
      isBusy = true;
      button.setAttribute("aria-disabled", "true");
      missing().then(function (left) { return run(left.length ? left : paths); }).then(missing).then(show, function () { show(paths); }).then(function () {
        isBusy = false;
        bar.hidden = true;
        button.removeAttribute("aria-disabled");
      });
    });

    // Two at a time; a page that fails does not stop the others.
    function run(wanted) {
      var queue = wanted.slice();
      bar.max = wanted.length;
      bar.value = 0;
      bar.hidden = false;
      said.textContent = text("busy", { total: wanted.length });
      function next() {
        var path = queue.shift();
        return path ? save(path).catch(function () {}).then(function () { bar.value += 1; return next(); }) : null;
      }
      return Promise.all([next(), next()]);
    }
  }

  function save(path) {
    var late = new Promise(function (resolve, reject) { setTimeout(reject, 30000); });
    return Promise.race([fetch(path, { credentials: "omit" }), late]).then(function (answer) {
      if (!mayBeKept(answer)) throw new Error(path);
      return keep(SAVED, path, answer);
    });
  }
})();
