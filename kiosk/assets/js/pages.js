// Pages change inside one document, so that no address of what somebody read stands in a history or on a disk (K14).
const Pages = (() => {
  let current = { path: location.pathname, top: 0 };
  const way = [];

  // Show a page of the portal; `path` may end in #part. Whether it was shown.
  async function show(path, { isBack = false, top = 0 } = {}) {
    const [address, part] = path.split("#");
    let text;
    try {
      const answer = await fetch(address, { headers: { "Nexus-Page": "1" }, cache: "no-store" });
      if (!(answer.headers.get("Content-Type") || "").startsWith("text/html")) return false;
      text = await answer.text();
    } catch (error) {
      return address.startsWith("/kiosk/missing/") ? false : show(`/kiosk/missing/${document.documentElement.lang}/`, { isBack });
    }
    if (!isBack) way.push({ ...current, top: scrollY });
    current = { path: address, top };
    put(new DOMParser().parseFromString(text, "text/html"));
    await Panels.load(document.documentElement.lang);
    arrive(part, top);
    return true;
  }

  function put(page) {
    Panels.close();
    document.title = page.title;
    document.documentElement.lang = page.documentElement.lang;
    for (const name of ["screen", "pageId"]) {
      if (page.body.dataset[name]) document.body.dataset[name] = page.body.dataset[name];
      else delete document.body.dataset[name];
    }
    for (const id of ["kiosk-top", "main", "kiosk-bar"]) document.getElementById(id).replaceWith(page.getElementById(id) || document.createElement("div"));
    document.dispatchEvent(new CustomEvent("kiosk:page"));
  }

  function arrive(part, top) {
    const target = part && document.getElementById(decodeURIComponent(part));
    if (target) target.scrollIntoView();
    else scrollTo(0, top);
    const head = target || document.querySelector("#main h1");
    if (head) { head.tabIndex = -1; head.focus({ preventScroll: true }); }
  }

  function back() {
    const last = way.pop();
    return last ? show(last.path, { isBack: true, top: last.top }) : Promise.resolve(false);
  }
  return { show, back, get path() { return current.path; }, get canGoBack() { return way.length > 0; } };
})();
