// What a phone keeps, and where. Shared by the pages and by the worker; read docs/phones.md before a change.
var READ = "nexus-read-1", SAVED = "nexus-saved-1", PUBLISHED = "Nexus-Published";

// Only a page that our own server marked: a captive portal cannot know the mark.
function mayBeKept(answer) {
  return answer.status === 200 && answer.type === "basic" && !answer.redirected && !isNaN(Date.parse(answer.headers.get(PUBLISHED)));
}

// A copy that carries its title and its size, so that lists need not read the text.
function copyOf(answer) {
  return answer.text().then(function (text) {
    var headers = new Headers(answer.headers), title = /<title>([^<]*)/.exec(text);
    headers.delete("Content-Encoding");
    headers.delete("Content-Length");
    headers.set("Nexus-Size", String(new Blob([text]).size));
    headers.set("Nexus-Title", encodeURIComponent(title ? title[1].replace(/ \| NEXUS$/, "") : ""));
    return new Response(text, { headers: headers });
  });
}

// A page stands in one place only; what was put last stands last.
function keep(name, path, answer) {
  return copyOf(answer).then(function (copy) {
    return Promise.all([forget(READ, path), forget(SAVED, path), caches.open(name)]).then(function (done) { return done[2].put(path, copy); });
  });
}
function forget(name, path) {
  return caches.open(name).then(function (cache) { return cache.delete(path, { ignoreVary: true }); });
}

function dateIn(language, date) {
  var text = new Date(date).toLocaleDateString(language === "en" ? "en-GB" : language, { day: "numeric", month: "long", year: "numeric" });
  return text.replace(/ г\.$/, " года");
}
