// Search in the page, on the index of kiosk/search_index.py. It follows docs/search.md step by step and has no table
// and no figure of its own. What is typed stays in the memory of this page: no request, no storage, no address has it.
const Search = (() => {
  const CEDILLA = { "ş": "ș", "ţ": "ț", "Ş": "Ș", "Ţ": "Ț" };
  const CYRILLIC = /[а-яё]/, LATIN = /[a-zăâîșț]/;
  const LONGEST_WORD = 60, MANY = 300, SHORTEST_HEAD = 3;
  const SATURATION = 1.2, LENGTH = 0.75; // of BM25, as SQLite has them
  const indexes = new Map(), plain = new Map(); // plain: words of the texts without marks, never what was typed

  // Letters and words
  const mend = (text) => text.normalize("NFC").replace(/[şţŞŢ]/g, (letter) => CEDILLA[letter]);
  const unmarked = (word) => mend(word).toLowerCase().replaceAll("й", "\0").normalize("NFD").replace(/\p{M}/gu, "").replaceAll("\0", "й");
  const fold = (word) => plain.get(word) ?? unmarked(word);
  const wordsOf = (text) => (mend(text).toLowerCase().match(/[\p{L}\p{N}]+/gu) || []).map((word) => word.slice(0, LONGEST_WORD));
  const unique = (list) => [...new Set(list)];
  const isStop = (index, word) => index.stops.has(word);

  // The index: from texts to words, and where each root stands
  function add(postings, key, page, weight) {
    if (!postings.has(key)) postings.set(key, new Map());
    const pages = postings.get(key);
    pages.set(page, (pages.get(page) || 0) + weight);
  }

  function indexOf(data) {
    const index = {
      ...data, forms: new Map(), tails: new Map(), words: new Map(), lengths: [], average: 0,
      byRoot: new Map(), byWord: new Map(), byTitle: new Map(), stops: new Set(data.stops.split(" ")),
    };
    for (const [root, words] of Object.entries(data.roots)) for (const word of words.split(" ")) index.forms.set(word, root);
    for (const way of data.tails) {
      const [tail, ending] = way.split(" ");
      index.tails.set(tail, [...(index.tails.get(tail) || []), ending]);
    }
    data.pages.forEach((page, number) => addPage(index, page, number));
    index.average = index.lengths.reduce((sum, length) => sum + length, 0) / (index.lengths.length || 1);
    index.frequent = [...index.words.values()].sort((a, b) => b.documents - a.documents || (a.word < b.word ? -1 : 1));
    if (index.latin) index.frequent.forEach((row) => { row.latin = latinKey(index, row.word); });
    return index;
  }

  function addPage(index, page, number) {
    const [title, head, body] = index.rules.weights, [exactTitle, exactBody] = index.rules.exact;
    page.texts = [page.summary || "", ...(page.headings || []), ...(page.passages || [])];
    const headings = [page.summary || "", ...(page.headings || [])].join(" "), passages = (page.passages || []).join(" ");
    const seen = new Set();
    let length = 0;
    for (const [text, weight, exact] of [[page.title, title, exactTitle], [headings, head, exactBody], [passages, body, exactBody]]) {
      for (const word of wordsOf(text)) {
        if (!plain.has(word)) plain.set(word, unmarked(word));
        const folded = plain.get(word), root = index.forms.get(folded) || folded;
        length += 1;
        add(index.byRoot, root, number, weight);
        add(index.byWord, word, number, exact);
        if (weight === title) add(index.byTitle, root, number, weight);
        if (!index.words.has(folded)) index.words.set(folded, { word: folded, written: word, root, documents: 0, latin: "" });
        if (!seen.has(folded)) index.words.get(folded).documents += 1;
        seen.add(folded);
      }
    }
    index.lengths.push(length);
  }

  // The root of a form that no text has: by the ways in which forms of one root differ.
  function rootOf(index, word) {
    const folded = fold(word);
    if (index.forms.has(folded)) return index.forms.get(folded);
    for (let start = folded.length; start >= SHORTEST_HEAD; start -= 1) {
      for (const ending of index.tails.get(folded.slice(start)) || []) {
        const other = folded.slice(0, start) + ending, root = index.forms.get(other) || other;
        if (index.byRoot.has(root)) return root;
      }
    }
    return folded;
  }

  // Russian in Latin letters
  function settle(key) {
    return key.replaceAll("ts", "c").replace(/s?C/g, (found) => (found === "C" ? "C" : "S")).replaceAll("SC", "S")
      .replace(/[yj]/g, "i").replaceAll("w", "v").replaceAll("q", "k").replace(/i+(?=[aeou])/g, "").replace(/(.)\1+/g, "$1");
  }
  const latinKey = (index, word) => settle([...word].map((letter) => index.latin.letters[letter] ?? letter).join(""));

  function latinKeys(index, typed) {
    const { scientific, sequences, alternatives, most } = index.latin;
    let text = [...typed.toLowerCase()].map((letter) => scientific[letter] ?? letter).join("");
    for (const [sequence, letter] of sequences) text = text.replaceAll(sequence, letter);
    let keys = [""];
    for (let place = 0; place < text.length;) {
      const [sequence, choices] = alternatives.find(([each]) => text.startsWith(each, place)) || [text[place], [text[place]]];
      keys = keys.flatMap((key) => choices.map((choice) => key + choice)).slice(0, most);
      place += sequence.length;
    }
    return unique(keys.map(settle)).slice(0, most);
  }
  const byLatin = (index, keys) => index.frequent.filter((row) => keys.includes(row.latin)).slice(0, index.rules.best * 2);

  // Mistakes between two words, neighbours swapped; `limit` + 1 for more than `limit`.
  function distance(one, other, limit) {
    if (Math.abs(one.length - other.length) > limit) return limit + 1;
    let before = [], last = [], row = [...other, ""].map((_letter, number) => number);
    for (let i = 1; i <= one.length; i += 1) {
      [before, last, row] = [row, before, [i]];
      let least = i;
      for (let j = 1; j <= other.length; j += 1) {
        let cost = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) cost = Math.min(cost, last[j - 2] + 1);
        row.push(cost);
        least = Math.min(least, cost);
      }
      if (least > limit) return limit + 1;
    }
    return Math.min(row[other.length], limit + 1);
  }

  // Understanding, word by word
  const term = (typed, roots, how = "known", meant = "") => ({ typed, roots: unique(roots), how, meant, extra: [] });
  const sortedLetters = (word) => [...word].sort().join("");
  const rootsOf = (rows) => rows.map((row) => row.root);

  function known(index, word) {
    const root = rootOf(index, word);
    if (isStop(index, word)) return term(word, [root]);
    if (index.protected[word]) return term(word, [index.protected[word]]);
    return index.byRoot.has(root) ? term(word, [root]) : null;
  }

  function corrected(index, word, strict = false) {
    const folded = fold(word);
    if (folded.length < index.rules.corrected + (strict ? 2 : 0) || /^\p{N}+$/u.test(folded)) return null;
    const letters = sortedLetters(folded);
    const likeness = (row) => (row.word[0] === folded[0] ? 2 : 0) + (sortedLetters(row.word) === letters ? 2 : 0) + (row.word.length >= folded.length ? 1 : 0);
    const rows = index.frequent.filter((row) => distance(folded, row.word, 1) === 1);
    const best = rows.sort((a, b) => likeness(b) - likeness(a) || b.documents - a.documents).slice(0, index.rules.best);
    return best.length ? term(word, rootsOf(best), "corrected", best[0].written) : null;
  }

  // Two mistakes with the same beginning; for long words only. Also forms of a mistyped word.
  function far(index, word) {
    const folded = fold(word), away = (row) => distance(folded, row.word, 2);
    if (folded.length < index.rules.corrected + 3) return null;
    const rows = starting(index, folded.slice(0, 2)).slice(0, MANY).filter((row) => away(row) <= 2);
    const best = rows.sort((a, b) => away(a) - away(b) || b.documents - a.documents).slice(0, index.rules.best);
    return best.length ? term(word, rootsOf(best), "corrected", best[0].written) : null;
  }
  const starting = (index, beginning) => index.frequent.filter((row) => row.word.startsWith(beginning));

  function latin(index, word) {
    const keys = latinKeys(index, word), least = index.rules.corrected, most = index.rules.best * 2;
    let rows = byLatin(index, keys);
    for (const key of rows.length ? [] : keys.filter((each) => each.length > least)) {
      const near = index.frequent.filter((row) => row.latin.startsWith(key.slice(0, -1))).slice(0, most);
      rows = rows.concat(near.filter((row) => Math.abs(row.latin.length - key.length) <= 2));
    }
    if (!rows.length && word.length > least) {
      rows = index.frequent.filter((row) => keys.slice(0, 4).some((key) => distance(key, row.latin, 1) === 1)).slice(0, most);
    }
    return rows.length ? term(word, rootsOf(rows.slice(0, index.rules.best)), "latin", rows[0].written) : null;
  }

  function compound(index, word) {
    const folded = fold(word), part = index.rules.part;
    let best = null, score = 0;
    for (let place = part; place <= folded.length - part; place += 1) {
      for (const link of index.links) {
        const head = folded.slice(0, place), tail = folded.slice(place);
        if (!head.endsWith(link)) continue;
        const parts = [head.slice(0, head.length - link.length), tail];
        const shortest = Math.min(...parts.map((each) => each.length));
        if (shortest >= part && shortest > score && parts.every((each) => index.words.has(each))) [best, score] = [parts, shortest];
      }
    }
    return best && term(word, best.map((each) => index.words.get(each).root), "compound", best.join(" "));
  }

  function otherLayout(index, chunk) {
    if (CYRILLIC.test(chunk) === (index.language === "ru")) return [];
    const words = wordsOf([...chunk].map((key) => index.layout[key] ?? key).join(""));
    const found = words.map((word) => known(index, word) || corrected(index, word, true));
    const isLatin = index.latin && wordsOf(chunk).some((word) => byLatin(index, latinKeys(index, word)).length);
    if (isLatin || !words.length || !found.every(Boolean)) return [];
    return found.map((each) => term(chunk, each.roots, "layout", each.meant || each.typed));
  }

  function meant(index, word) {
    let ways = [corrected];
    if (index.latin && LATIN.test(word)) ways = [latin];
    else if (index.links) ways = [compound, corrected];
    for (const way of [...ways, far]) {
      const found = way(index, word);
      if (found) return found;
    }
    return term(word, [rootOf(index, word)], "unknown");
  }

  function termsOf(index, chunk) {
    const words = wordsOf(chunk), found = words.map((word) => known(index, word));
    if (words.length && found.every(Boolean)) {
      for (const each of found) { // a word in Latin letters may be meant as Russian all the same (viza)
        if (index.latin && LATIN.test(each.typed) && !CYRILLIC.test(each.typed)) each.extra.push(...rootsOf(byLatin(index, latinKeys(index, each.typed))));
      }
      return found;
    }
    const layout = otherLayout(index, chunk);
    return layout.length ? layout : words.map((word, number) => found[number] || meant(index, word));
  }

  function understand(index, text, literal) {
    const [, most] = index.rules.query;
    const asTyped = (chunk) => wordsOf(chunk).map((word) => known(index, word) || term(word, [rootOf(index, word)], "unknown"));
    const found = clean(index, text).toLowerCase().split(" ").flatMap((chunk) => (literal ? asTyped(chunk) : termsOf(index, chunk))).slice(0, most);
    const weighty = found.filter((each) => !(each.how === "known" && isStop(index, each.typed)));
    const terms = weighty.length ? weighty : found;
    addSynonyms(index, terms);
    if (index.links) addCompounds(index, terms);
    const changed = terms.some((each) => ["latin", "layout", "corrected"].includes(each.how));
    return { terms, searched: changed ? terms.map((each) => each.meant || each.typed).join(" ") : "" };
  }
  const clean = (index, text) => mend(text.replaceAll("\0", " ")).trim().replace(/\s+/g, " ").slice(0, index.rules.query[0]).trim();

  function addSynonyms(index, terms) {
    for (const phrases of index.synonyms) {
      for (const phrase of phrases) {
        const wanted = phrase.split(" ");
        const place = terms.findIndex((_term, start) => wanted.every((root, number) => terms[start + number]?.roots.includes(root)));
        if (place >= 0) {
          terms[place].extra.push(...phrases.filter((other) => other !== phrase).flatMap((other) => other.split(" ")));
          break;
        }
      }
    }
  }

  function addCompounds(index, terms) {
    for (const each of terms.filter((one) => one.how !== "unknown")) {
      const ending = fold(each.meant || each.typed);
      if (ending.length > index.rules.part) each.extra.push(...rootsOf(index.frequent.filter((row) => row.word !== ending && row.word.endsWith(ending)).slice(0, 20)));
    }
  }

  // Ranking: BM25 as SQLite counts it, then what title, lists, checks and freshness do to it
  function scores(index, keys, postings) {
    const found = new Map();
    for (const key of new Set(keys)) {
      const pages = postings.get(key) || new Map();
      const rarity = Math.max(1e-6, Math.log((index.pages.length - pages.size + 0.5) / (pages.size + 0.5)));
      for (const [page, weight] of pages) {
        const long = SATURATION * (1 - LENGTH + (LENGTH * index.lengths[page]) / index.average);
        found.set(page, (found.get(page) || 0) + (rarity * weight * (SATURATION + 1)) / (weight + long));
      }
    }
    return found;
  }
  const inTitle = (index, page, group) => group.some((root) => index.byTitle.get(root)?.has(page));
  const best = (found) => [...found].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([page]) => page);
  const day = (ago) => new Date(Date.now() - ago * 86400000).toISOString().slice(0, 10);

  function ranked(index, terms) {
    const { tie, extra, title, list, overdue, fresh } = index.rules, groups = terms.map((each) => each.roots);
    const own = new Set(groups.flat()), others = unique(terms.flatMap((each) => each.extra)).filter((root) => !own.has(root));
    const found = scores(index, own, index.byRoot);
    for (const [page, score] of scores(index, others, index.byRoot)) found.set(page, (found.get(page) || 0) + extra * score);
    for (const [page, score] of scores(index, terms.flatMap((each) => wordsOf(each.meant || each.typed)), index.byWord)) {
      if (found.has(page)) found.set(page, found.get(page) + tie * score);
    }
    for (const [number, score] of found) {
      const page = index.pages[number];
      let factor = page.list ? list : 1;
      if (groups.every((group) => inTitle(index, number, group))) {
        const weighty = wordsOf(page.title).filter((word) => !isStop(index, word)).length;
        factor *= 1 + title * Math.min(1, groups.length / Math.max(1, weighty));
      }
      if (page.overdue && page.overdue <= day(0)) factor *= overdue;
      if (page.published && page.published >= day(fresh[1])) factor *= fresh[0];
      found.set(number, score * factor);
    }
    return best(found);
  }

  // The words of the query, marked where they stand
  function spans(index, text, wanted, typed) {
    return [...text.matchAll(/[\p{L}\p{N}]+/gu)].flatMap((match) => {
      const word = fold(match[0].toLowerCase()), root = index.forms.get(word) || word;
      return wanted.has(root) || typed.has(word) ? [{ start: match.index, end: match.index + match[0].length, root }] : [];
    });
  }

  function marked(text, found, start = 0, end = text.length) {
    const parts = [];
    let place = start;
    for (const span of found.filter((each) => each.start >= start && each.end <= end)) {
      parts.push({ text: text.slice(place, span.start), mark: false }, { text: text.slice(span.start, span.end), mark: true });
      place = span.end;
    }
    parts.push({ text: text.slice(place, end), mark: false });
    if (start) parts.unshift({ text: "… ", mark: false });
    if (end < text.length) parts.push({ text: " …", mark: false });
    return parts.filter((part) => part.text);
  }

  function cut(text, found, [most, before]) {
    if (text.length <= most) return marked(text, found);
    let start = Math.max(0, (found[0]?.start || 0) - before);
    start = start ? text.lastIndexOf(" ", start - 1) + 1 : 0;
    let end = Math.min(text.length, start + most);
    if (end < text.length && text.slice(start, end).includes(" ")) end = text.lastIndexOf(" ", end - 1);
    return marked(text, found, start, end);
  }

  function answer(index, number, terms, promoted) {
    const page = index.pages[number], wanted = new Set(terms.flatMap((each) => [...each.roots, ...each.extra]));
    const typed = new Set(terms.map((each) => fold(each.meant || each.typed)));
    let text = page.summary || "", found = [], most = 0;
    for (const each of page.texts) {
      const own = spans(index, each, wanted, typed), count = new Set(own.map((span) => span.root)).size;
      if (count > most) [text, found, most] = [each, own, count];
    }
    return {
      path: page.path, title: page.title, kind: page.kind, promoted,
      heading: marked(page.title, spans(index, page.title, wanted, typed)), passage: cut(text, found, index.rules.passage),
    };
  }

  function promotedPages(index, terms) {
    const asked = unique(terms.flatMap((each) => wordsOf(each.meant || each.typed)).filter((word) => !isStop(index, word)).map((word) => rootOf(index, word)));
    const key = asked.sort().join(" "), paths = index.promoted.filter(([query]) => query === key).map(([, path]) => path);
    return paths.map((path) => index.pages.findIndex((page) => page.path === path)).filter((number) => number >= 0);
  }

  // Words of the texts that begin like those of a query that found nothing
  function near(index, text) {
    const rows = wordsOf(text).slice(0, 4).flatMap((word) => starting(index, fold(word).slice(0, 4)).slice(0, 5));
    return unique(rows.sort((a, b) => b.documents - a.documents).map((row) => row.written)).slice(0, 5);
  }

  // Suggestions
  function begun(index, text) {
    const last = text.toLowerCase().split(" ").pop(), other = [...last].map((key) => index.layout[key] ?? key).join("");
    for (const beginning of unique([...wordsOf(last).slice(-1), ...wordsOf(other).slice(-1)].map(fold))) {
      const found = starting(index, beginning);
      if (found.length) return found.slice(0, 40);
    }
    const key = index.latin ? latinKeys(index, last)[0] : "";
    return key ? index.frequent.filter((row) => row.latin.startsWith(key)).slice(0, 40) : [];
  }

  function completed(index, typed) {
    const text = clean(index, typed), [shortest, mostPages, mostWords] = index.rules.suggested;
    if (text.length < shortest || !wordsOf(text).length) return [];
    const head = text.split(" ").slice(0, -1), rows = begun(index, text);
    const groups = [...understand(index, head.join(" ")).terms.map((each) => each.roots), unique(rootsOf(rows))].filter((group) => group.length);
    const fitting = [...scores(index, groups.flat(), index.byTitle)].filter(([page]) => groups.every((group) => inTitle(index, page, group)));
    const pages = best(fitting).slice(0, mostPages).map((number) => ({ text: index.pages[number].title, path: index.pages[number].path }));
    const others = rows.filter((row, place) => rows.findIndex((other) => other.root === row.root) === place); // one form of each word
    const words = others.slice(0, mostWords).map((row) => ({ text: [...head, row.written].join(" "), path: null }));
    return [...pages, ...words.filter((word) => word.text !== text.toLowerCase())];
  }

  // The index of a language, fetched once for each page that is opened; after a failure it is fetched again.
  function load(language) {
    if (!indexes.has(language)) {
      const promise = fetch(`/kiosk/index/${language}.json`)
        .then((response) => (response.ok ? response.json() : Promise.reject(new Error(`index ${language}: ${response.status}`)))).then(indexOf);
      indexes.set(language, promise);
      promise.catch(() => indexes.delete(language));
    }
    return indexes.get(language);
  }

  return {
    load,
    // `most` results of `total`; `literal` corrects nothing.
    async find(text, language, { most = 10, literal = false } = {}) {
      const index = await load(language), { terms, searched } = understand(index, text, literal);
      const first = promotedPages(index, terms), all = ranked(index, terms), rest = all.filter((number) => !first.includes(number));
      const results = [...first, ...rest].slice(0, Math.max(most, first.length)).map((number) => answer(index, number, terms, first.includes(number)));
      const total = first.length + rest.length;
      return { results, total, corrected: searched || null, none: total === 0, near: total ? [] : near(index, text) };
    },
    // [{language, total}] of the languages that know all words.
    async elsewhere(text, languages) {
      const found = await Promise.all(languages.map(async (language) => {
        const index = await load(language), { terms } = understand(index, text, false);
        const isKnown = terms.length && terms.every((each) => ["known", "latin", "layout"].includes(each.how));
        return { language, total: isKnown ? ranked(index, terms).length : 0 };
      }));
      return found.filter((each) => each.total);
    },
    async suggest(text, language) {
      return completed(await load(language), text);
    },
  };
})();
