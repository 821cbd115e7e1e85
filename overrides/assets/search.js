/** Search in the page's language: the index is fetched when the search is opened, not before. */

/* The same as `bare` in hooks/infosheet/publishing/search_index.py: what people type in a hurry. */
const SAME = { ł: "l", Ł: "L", ي: "ی", ى: "ی", ك: "ک", ہ: "ه", ۂ: "ه", ة: "ه" };
const SIGNS = /[\u0300-\u036f\u064b-\u0655\u0670\u0a3c]/g;

function bare(text) {
  const letters = text.normalize("NFD").replace(SIGNS, "");
  return [...letters].map((letter) => SAME[letter] || letter).join("").normalize("NFC");
}

function element(tag, text, attributes = {}) {
  const made = document.createElement(tag);
  made.textContent = text;
  Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
  return made;
}

/** Pages for what was typed and for its bare form, each once; those named so come first. */
async function found({ pagefind, pages }, typed) {
  const query = typed.normalize("NFC");
  const queries = [...new Set([query, bare(query)])];
  const answers = await Promise.all(queries.map((each) => pagefind.search(each)));
  const best = new Map();
  answers.forEach((answer) =>
    answer.results.forEach(({ id, score }) => best.set(id, Math.max(score, best.get(id) || 0))),
  );
  const sorted = [...best].sort(([, one], [, other]) => other - one);
  const shown = sorted.slice(0, 10).map(([id]) => pages[id]);
  const start = bare(query).toLowerCase();
  const named = (page) => bare(page.title).toLowerCase().startsWith(start);
  const byName = shown.filter(named).sort((a, b) => a.title.length - b.title.length);
  return [...byName, ...shown.filter((page) => !named(page))];
}

function show(panel, pages) {
  const list = panel.querySelector("[data-search-results]");
  const root = new URL(panel.dataset.root, document.baseURI).pathname;
  list.replaceChildren(
    ...pages.map(({ title, url, description }) => {
      const item = document.createElement("li");
      item.append(element("a", title, { href: root + url }));
      if (description) item.append(element("p", description));
      return item;
    }),
  );
}

/**
 * Pagefind with all of the language's index, and what to show of each page by its id there: an
 * answer then waits for nothing, and no request tells the host what is looked for.
 */
async function loaded(panel, again) {
  const start = performance.now();
  const address = (file) => new URL(panel.dataset.index + file, document.baseURI);
  const list = async () => {
    const response = await fetch(address("pages.json"), { cache: "no-cache" });
    if (!response.ok) throw new Error(`${response.status}: ${response.url}`);
    return response.json();
  };
  // Under another name, Pagefind knows nothing of the attempt before.
  const [pagefind, pages] = await Promise.all([import(address(`pagefind.js${again}`)), list()]);
  // The policy lets no worker run, and an index of so few pages needs none.
  await pagefind.options({ noWorker: true });
  await pagefind.init();
  // The pieces of an index go by the alphabet; what is said of all pages has words from each.
  const texts = Object.values(pages).map(({ title, description }) => `${title} ${description}`);
  const words = [...new Set(texts.join(" ").split(/\s+/))];
  await pagefind.preload(words.join(" "));
  // The first search costs the most, so it is not left to the reader.
  const index = { pagefind, pages };
  await found(index, words[0]);
  if (!indexArrived(start)) throw new Error("The index of the search did not arrive.");
  return index;
}

/** Pagefind takes a piece of the index that did not arrive for one in which nothing is found. */
function indexArrived(since) {
  return performance
    .getEntriesByType("resource")
    .filter(({ name, startTime }) => /pf_index/.test(name) && startTime >= since)
    // Undefined in Safari before 16.4.
    .every(({ decodedBodySize }) => decodedBodySize !== 0);
}

/** The name of the text for a number; browsers do not know the plurals of every language. */
function countForm(panel, number) {
  const form = new Intl.PluralRules(document.documentElement.lang).select(number);
  return `count${form}` in panel.dataset ? `count${form}` : "countother";
}

/**
 * Make the panel search, or throw if that cannot be; `fail` is called if it fails later. `panel`
 * holds the field, the list and the texts for what can happen; `data-index` is the address of the
 * language's index, `data-root` that of the site. `again` ends the address of Pagefind, and is
 * another for each attempt.
 */
export async function startSearch(panel, again, fail) {
  const say = (name, values = {}) => {
    const text = panel.dataset[name] || "";
    panel.querySelector("[role=status]").textContent = text.replace(
      /{(\w+)}/g,
      (all, key) => values[key] ?? all,
    );
  };
  const help = panel.querySelector("[data-search-help]");
  const input = panel.querySelector("input");
  const index = await loaded(panel, again);
  say("ready");
  let latest = 0;
  const search = async () => {
    const turn = (latest += 1);
    const typed = input.value.trim();
    const pages = typed ? await found(index, typed).catch(() => null) : [];
    if (turn !== latest) return;
    show(panel, pages || []);
    help.hidden = !typed || !pages || pages.length > 0;
    if (!pages) fail();
    else if (!typed) say("ready");
    else if (pages.length === 0) say("none", { words: typed });
    else say(countForm(panel, pages.length), { count: pages.length });
  };
  // A later attempt takes the place of this one.
  input.oninput = search;
  panel.querySelector("form").onsubmit = search;
  if (input.value) search();
}
