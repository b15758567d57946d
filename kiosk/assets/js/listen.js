// Read the page aloud, with voices of this device only (K12). It falls silent at any touch outside its own strip, when
// the page or the language changes, and when the visitor goes; "Go on" begins with the sentence at which it stopped.
const Listen = (() => {
  const BLOCKS = "h1, h2, h3, h4, h5, p, li, dt, dd, caption, th, td, summary, figcaption, blockquote, address, div";
  const SILENT = "nav, form, button, svg, script, style, template, .take, .buttons, [hidden], [aria-hidden=true]";
  const VOLUMES = { low: 0.4, middle: 0.7, high: 1 }, HOMES = { ro: "ro-ro", ru: "ru-ru", nl: "nl-nl", en: "en-gb" };
  const LONGEST = 200; // letters; Chromium falls silent after about 15 s of one utterance
  const PATIENCE = 10000, PER_LETTER = 150; // milliseconds; an engine without a sound card never says that it has ended
  let parts = [], place = 0, run = 0, isOn = false, volume = "middle", voices = new Map();
  const panel = () => Panels.of("listen"), part = (name) => panel().querySelector(`[data-listen-${name}]`);
  const speech = () => window.speechSynthesis;

  // espeak-ng offers 13,000 voices: each language also in the manner of other countries, and each in a hundred variants.
  function voiceFor(language) {
    if (!voices.has(language)) {
      const code = (voice) => voice.lang.toLowerCase().replace("_", "-");
      const rank = (voice) => ([HOMES[language], language].includes(code(voice)) ? 0 : 2) + (voice.name.includes("+") ? 1 : 0);
      const own = (speech() ? speech().getVoices() : []).filter((voice) => voice.localService && code(voice).split("-")[0] === language);
      voices.set(language, own.sort((a, b) => rank(a) - rank(b))[0] || null);
    }
    return voices.get(language);
  }

  // What can be seen in the page, in order: {block, language, text} for each sentence.
  function sentences() {
    const walker = document.createTreeWalker(document.getElementById("main"), NodeFilter.SHOW_TEXT), found = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent.checkVisibility() || parent.closest(SILENT)) continue;
      const block = parent.closest(BLOCKS), language = parent.closest("[lang]").lang.slice(0, 2), last = found[found.length - 1];
      if (last && last.block === block && last.language === language) last.text += node.data;
      else found.push({ block, language, text: node.data });
    }
    return found.flatMap(({ block, language, text }) => cut(text, language).map((sentence) => ({ block, language, text: sentence })));
  }
  function cut(text, language) {
    const split = new Intl.Segmenter(language, { granularity: "sentence" });
    return [...split.segment(text.replace(/\s+/g, " "))].map((piece) => piece.segment.trim()).filter((piece) => /[\p{L}\p{N}]/u.test(piece)).flatMap(shorten);
  }
  // A sentence that is too long ends at a comma, else at a space.
  function shorten(sentence) {
    if (sentence.length <= LONGEST) return [sentence];
    const start = sentence.slice(0, LONGEST), comma = Math.max(start.lastIndexOf(", "), start.lastIndexOf("; "), start.lastIndexOf(": "));
    const end = comma > LONGEST / 3 ? comma + 1 : start.lastIndexOf(" ") > 0 ? start.lastIndexOf(" ") : LONGEST;
    return [sentence.slice(0, end).trim(), ...shorten(sentence.slice(end).trim())];
  }

  // The panel is new in each language.
  function init() {
    if (!panel()) return;
    voiceFor(document.documentElement.lang); // voices come late: asking for them fetches them
    panel().addEventListener("kiosk:open", begin);
    panel().addEventListener("kiosk:close", stop);
    panel().addEventListener("click", (event) => {
      const button = event.target.closest("[data-listen-toggle], [data-listen-volume]");
      if (!button) return;
      if (button.dataset.listenVolume) setVolume(button.dataset.listenVolume);
      else toggle();
    });
  }
  function listen() {
    document.addEventListener("pointerdown", (event) => { if (isOn && !event.target.closest("#panel-listen, [data-panel=listen]")) pause(); }, { capture: true });
    for (const name of ["kiosk:page", "kiosk:panels"]) document.addEventListener(name, stop);
    document.addEventListener("kiosk:idle", pause);
    document.addEventListener("kiosk:reset", () => { stop(); volume = "middle"; });
    addEventListener("pagehide", stop);
    if (speech() && speech().addEventListener) speech().addEventListener("voiceschanged", arrived);
  }
  function arrived() {
    voices = new Map();
    if (Panels.opened === "listen" && part("controls").hidden && voiceFor(document.documentElement.lang)) begin();
  }

  function begin() {
    const hasVoice = Boolean(voiceFor(document.documentElement.lang));
    part("none").hidden = hasVoice;
    part("failed").hidden = true;
    part("controls").hidden = !hasVoice;
    mark();
    if (!hasVoice) return;
    parts = sentences();
    place = 0;
    goOn();
  }
  async function goOn() {
    const mine = ++run;
    isOn = true;
    mark();
    for (; place < parts.length; place++) {
      const voice = voiceFor(parts[place].language);
      if (!voice || !parts[place].block.isConnected) continue; // another language without a voice: better silent than wrong
      show(parts[place].block);
      const isSaid = await say(parts[place].text, voice);
      if (mine !== run) return;
      if (!isSaid) { fail(); return; }
    }
    stop();
    if (Panels.opened === "listen") Panels.close();
  }
  // Whether it was said to its end, in a time in which it can be.
  function say(text, voice) {
    return new Promise((resolve) => {
      const words = new SpeechSynthesisUtterance(text), late = setTimeout(() => resolve(false), PATIENCE + PER_LETTER * text.length);
      words.voice = voice;
      words.lang = voice.lang;
      words.volume = VOLUMES[volume];
      words.onend = () => { clearTimeout(late); resolve(true); };
      words.onerror = () => { clearTimeout(late); resolve(false); };
      speech().speak(words);
    });
  }
  // Nobody is kept waiting, and the idle time runs again.
  function fail() {
    stop();
    part("failed").hidden = false;
    part("controls").hidden = true;
  }
  function show(block) {
    if (block.classList.contains("being-read")) return;
    hide();
    block.classList.add("being-read");
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    block.scrollIntoView({ block: "center", behavior: isCalm ? "auto" : "smooth" });
  }
  function hide() { for (const old of document.querySelectorAll(".being-read")) old.classList.remove("being-read"); }

  function toggle() {
    if (isOn) pause();
    else if (place < parts.length) goOn();
    else begin();
  }
  // Silence at once; the place is kept. `speechSynthesis.pause` does nothing with some engines.
  function pause() {
    run++;
    isOn = false;
    if (speech()) speech().cancel();
    if (panel()) mark();
  }
  function stop() {
    pause();
    parts = [];
    hide();
  }
  function setVolume(name) {
    const wasOn = isOn;
    volume = name;
    mark();
    if (!wasOn) return;
    pause();
    goOn();
  }
  function mark() {
    const button = part("toggle");
    button.querySelector("span").textContent = isOn ? button.dataset.pause : button.dataset.go;
    for (const each of panel().querySelectorAll("[data-listen-volume]")) each.setAttribute("aria-pressed", String(each.dataset.listenVolume === volume));
  }
  return { init, listen, stop, toggle, isReading: () => isOn, get volume() { return volume; } };
})();
