// Read the page aloud, with voices of this device only (K12). Stops at any touch outside its own strip.
const Listen = (() => {
  const BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, caption, th, td, summary, figcaption", VOLUMES = { low: 0.4, middle: 0.7, high: 1 };
  const voices = () => (window.speechSynthesis ? speechSynthesis.getVoices().filter((voice) => voice.localService) : []);
  let blocks = [], place = 0, run = 0, isOn = false, isPaused = false, volume = "middle";
  const panel = () => Panels.of("listen"), part = (name) => panel().querySelector(`[data-listen-${name}]`);

  function voiceFor(language) { return voices().find((voice) => voice.lang.toLowerCase().replace("_", "-").split("-")[0] === language); }
  function readable() {
    const own = [...document.querySelectorAll("#main " + BLOCKS.replaceAll(", ", ", #main "))];
    return own.filter((element) => element.checkVisibility() && element.textContent.trim() && !element.closest("nav, form, .take, .buttons, [aria-hidden=true]") && !element.querySelector(BLOCKS));
  }
  // Chromium falls silent in long texts: one sentence at a time.
  function sentences(text, language) {
    return [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text.replace(/\s+/g, " ").trim())].map((part) => part.segment).filter((part) => part.trim());
  }

  function init() {
    if (!panel()) return;
    voices();
    panel().addEventListener("kiosk:open", start);
    panel().addEventListener("kiosk:close", stop);
    panel().addEventListener("click", (event) => {
      const button = event.target.closest("[data-listen-toggle], [data-listen-volume]");
      if (!button) return;
      if (button.dataset.listenVolume) setVolume(button.dataset.listenVolume);
      else toggle();
    });
  }
  function listen() {
    document.addEventListener("pointerdown", (event) => { if (isOn && !event.target.closest("#panel-listen, [data-panel=listen]")) Panels.close(); });
    for (const name of ["kiosk:page", "kiosk:reset", "kiosk:idle", "kiosk:panels"]) document.addEventListener(name, stop);
    addEventListener("pagehide", stop);
    document.addEventListener("kiosk:reset", () => { volume = "middle"; });
  }
  function start() {
    const language = document.documentElement.lang, hasVoice = Boolean(voiceFor(language));
    part("none").hidden = hasVoice;
    part("controls").hidden = !hasVoice;
    setVolume(volume);
    if (!hasVoice) return;
    blocks = readable();
    place = 0;
    isOn = true;
    isPaused = false;
    mark();
    next();
  }
  async function next() {
    const mine = ++run;
    for (; place < blocks.length; place++) {
      const block = blocks[place], language = block.closest("[lang]").lang.slice(0, 2), voice = voiceFor(language);
      if (!voice) continue;
      for (const old of document.querySelectorAll(".being-read")) old.classList.remove("being-read");
      block.classList.add("being-read");
      block.scrollIntoView({ block: "center" });
      for (const sentence of sentences(block.textContent, language)) {
        await say(sentence, voice);
        if (mine !== run) return;
      }
    }
    stop();
    if (Panels.opened === "listen") Panels.close();
  }
  function say(sentence, voice) {
    return new Promise((resolve) => {
      const words = new SpeechSynthesisUtterance(sentence);
      words.voice = voice;
      words.lang = voice.lang;
      words.volume = VOLUMES[volume];
      words.onend = words.onerror = resolve;
      speechSynthesis.speak(words);
    });
  }
  function toggle() {
    isPaused = !isPaused;
    run++;
    speechSynthesis.cancel();
    if (!isPaused) next();
    mark();
  }
  function setVolume(name) {
    volume = name;
    for (const button of panel().querySelectorAll("[data-listen-volume]")) button.setAttribute("aria-pressed", String(button.dataset.listenVolume === name));
    if (isOn && !isPaused) { run++; speechSynthesis.cancel(); next(); }
  }
  function mark() {
    const button = part("toggle");
    button.querySelector("span").textContent = isPaused ? button.dataset.go : button.dataset.pause;
  }
  function stop() {
    run++;
    isOn = isPaused = false;
    if (window.speechSynthesis) speechSynthesis.cancel();
    for (const old of document.querySelectorAll(".being-read")) old.classList.remove("being-read");
  }
  return { init, listen, stop, toggle, isReading: () => isOn && !isPaused, get volume() { return volume; } };
})();
