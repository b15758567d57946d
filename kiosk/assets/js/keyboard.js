// A keyboard in the page, because Chromium on Linux has none. It writes into the field as fingers on keys would; a real
// keyboard works beside it. Nothing is kept: no history, no learning of words.
const Keyboard = (() => {
  const NAMES = { ro: "Română", ru: "Русский", nl: "Nederlands", en: "English" };
  const LETTERS = {
    ro: ["qwertyuiopăî", "asdfghjklșțâ", "zxcvbnm"],
    ru: ["йцукенгшщзхъ", "фывапролджэё", "ячсмитьбю"],
    nl: ["qwertyuiopéë", "asdfghjklï", "zxcvbnm"],
    en: ["qwertyuiopéë", "asdfghjklï", "zxcvbnm"],
  };
  const DIGITS = "1234567890-@", SIGNS = "',.";
  const SIGN_NAMES = { "-": "hyphen", "@": "at", "'": "apostrophe", ",": "comma", ".": "stop" };
  const SHAPES = {
    shift: "M12 4 4 12h4.5v7h7v-7H20Z",
    backspace: "M9 5h11v14H9l-6-7Zm3 4 5 6m0-6-5 6",
  };
  const LAST = ["enter", "hide"];
  const FIRST_WAIT = 500, NEXT_WAIT = 80; // milliseconds until a held backspace repeats
  let box = null, field = null, options = {}, layout = "ro", isShifted = false, repeating = 0;

  // What keys are called stands in templates/kiosk/keyboard_words.html, or in `options.words`.
  const word = (name) => (options.words || document.querySelector("[data-keyboard-words]")?.dataset || {})[name] || "";

  function key(name, text, className = "") {
    const button = document.createElement("button");
    button.type = "button";
    button.className = `key ${className}`.trim();
    button.dataset.key = name;
    if (SHAPES[name]) button.append(drawing(SHAPES[name]));
    else button.textContent = text;
    const spoken = word(SIGN_NAMES[name] || name);
    if (spoken && spoken !== text) button.setAttribute("aria-label", spoken);
    return button;
  }

  function drawing(path) {
    const picture = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
    picture.setAttribute("class", "icon");
    picture.setAttribute("viewBox", "0 0 24 24");
    picture.setAttribute("aria-hidden", "true");
    line.setAttribute("d", path);
    picture.append(line);
    return picture;
  }

  function row(keys, className = "") {
    const line = document.createElement("div");
    line.className = `keys ${className}`.trim();
    line.append(...keys);
    return line;
  }
  const letters = (text) => [...text].map((letter) => key(letter, letter));

  function languages() {
    const group = document.createElement("div");
    group.className = "key-languages";
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", word("letters"));
    for (const [code, name] of Object.entries(NAMES)) {
      const button = key(code, name, "key-word");
      button.dataset.layout = code;
      button.lang = code;
      button.setAttribute("aria-pressed", String(code === layout));
      group.append(button);
    }
    return group;
  }

  function draw() {
    const [upper, middle, lower] = LETTERS[layout];
    const shift = key("shift", "", "key-wide");
    shift.setAttribute("aria-pressed", String(isShifted));
    box.setAttribute("aria-label", word("keyboard"));
    box.replaceChildren(
      row([languages(), key("clear", word("clear"), "key-word"), key("hide", word("hide"), "key-word")], "keys-bar"),
      row(letters(DIGITS), "keys-digits"), row(letters(upper)), row(letters(middle)),
      row([shift, ...letters(lower), key("backspace", "", "key-wide")]),
      row([...letters(SIGNS), key("space", word("space"), "key-space"), key("enter", word("enter"), "key-enter")]),
    );
  }

  function setShift(on) {
    isShifted = on;
    box.querySelector("[data-key=shift]").setAttribute("aria-pressed", String(on));
    for (const button of box.querySelectorAll("[data-key]")) {
      const name = button.dataset.key;
      if ([...name].length === 1) button.textContent = on ? name.toUpperCase() : name;
    }
  }

  function write(text, start = field.selectionStart, end = field.selectionEnd) {
    const most = field.maxLength < 0 ? Infinity : field.maxLength;
    if (text && field.value.length - (end - start) + text.length > most) return;
    field.setRangeText(text, start, end, "end");
    field.scrollLeft = field.scrollWidth; // the end of a long text stays in sight
    field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: text ? "insertText" : "deleteContentBackward" }));
  }

  function erase() {
    const { selectionStart: start, selectionEnd: end } = field;
    if (start !== end) write("", start, end);
    else if (start) write("", start - [...field.value.slice(0, start)].pop().length, start);
  }

  function enter() {
    if (options.enter) options.enter();
    else field.form?.requestSubmit();
  }

  function press(button) {
    const name = button.dataset.key;
    const actions = { shift: () => setShift(!isShifted), backspace: erase, clear: () => write("", 0, field.value.length), hide, enter, space: () => write(" ") };
    if (button.dataset.layout) {
      layout = button.dataset.layout;
      isShifted = false;
      draw();
    } else if (actions[name]) {
      actions[name]();
    } else {
      write(isShifted ? name.toUpperCase() : name);
      if (isShifted) setShift(false);
    }
  }

  function stop() {
    clearTimeout(repeating);
    for (const button of box?.querySelectorAll(".pressed") || []) button.classList.remove("pressed");
  }

  function hold() {
    erase();
    repeating = setTimeout(hold, NEXT_WAIT);
  }

  function make() {
    box = document.createElement("div");
    box.className = "keyboard";
    box.setAttribute("role", "region");
    // A key works when it is touched; the field keeps the focus. A click without a touch comes from a screen reader.
    // What takes the keyboard away waits for the click: else that click would hit what lay under the keyboard.
    box.addEventListener("mousedown", (event) => event.preventDefault());
    box.addEventListener("contextmenu", (event) => event.preventDefault());
    box.addEventListener("pointerdown", (event) => {
      const button = event.target.closest("[data-key]");
      stop();
      if (!button || event.button) return;
      button.classList.add("pressed");
      if (!LAST.includes(button.dataset.key)) press(button);
      if (button.dataset.key === "backspace") repeating = setTimeout(hold, FIRST_WAIT);
    });
    for (const name of ["pointerup", "pointercancel", "pointerleave"]) box.addEventListener(name, stop);
    box.addEventListener("click", (event) => {
      const button = event.target.closest("[data-key]");
      if (button && (event.detail === 0 || LAST.includes(button.dataset.key))) press(button);
    });
  }

  // The page gets as much room below as the keyboard takes, and the field comes into sight.
  function show() {
    if (!field?.isConnected) return;
    if (!box?.isConnected) {
      make();
      document.body.append(box);
      isShifted = false;
      draw();
    }
    const root = document.documentElement;
    root.style.setProperty("--keyboard-height", `${Math.ceil(innerHeight - box.getBoundingClientRect().top)}px`);
    root.classList.add("keyboard-open");
    field.scrollIntoView({ block: "nearest" });
  }

  function hide() {
    stop();
    box?.remove();
    if (!field?.isConnected) [field, options] = [null, {}]; // nor what was typed into a field that went
    document.documentElement.classList.remove("keyboard-open");
  }

  // `options`: language of the letters at first, enter() instead of submitting, words.
  function attach(input, wanted = {}) {
    const begin = () => {
      if (field !== input) {
        [field, options, layout] = [input, wanted, LETTERS[wanted.language] ? wanted.language : "ro"];
        if (box?.isConnected) draw();
      }
      show();
    };
    for (const [name, value] of Object.entries({ inputmode: "none", autocomplete: "off", autocapitalize: "off", spellcheck: "false" })) input.setAttribute(name, value);
    input.addEventListener("focus", begin);
    input.addEventListener("click", begin);
    input.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
    if (document.activeElement === input) begin();
  }

  document.addEventListener("kiosk:close", hide); // of the panel with the field
  addEventListener("resize", () => { if (box?.isConnected) show(); });

  return { NAMES, attach, show, hide };
})();
