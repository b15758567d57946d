// Runs before the first paint: the reader's text size and colours.
try {
  ["text", "theme"].forEach(function (k) {
    var v = localStorage.getItem("nexus-" + k);
    if (v) document.documentElement.setAttribute("data-" + k, v);
  });
} catch (e) {}
