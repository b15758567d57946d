// Words come from the markup; a script only chooses the form and fills the gaps.
function fill(text, values) { return text.replace(/\{(\w+)\}/g, (gap, name) => values[name]); }

// `element` has data-one, data-few, data-other (and data-many) with {n} in them.
function plural(element, n) {
  const rule = new Intl.PluralRules(element.closest("[lang]").lang).select(n), words = element.dataset;
  return fill(words[rule] || words.other, { n });
}

function inWords(moment, options) {
  const language = document.documentElement.lang;
  return new Date(moment).toLocaleString(language === "en" ? "en-GB" : language, options).replace(/ г\.(?=,|$)/, " года");
}
