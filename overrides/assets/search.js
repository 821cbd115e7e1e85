/** Search in the page's language: the index is fetched when the search is opened, not before. */

/* The same as `bare` in hooks/infosheet/search_index.py: what people type in a hurry. */
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
async function found(pagefind, typed) {
  const query = typed.normalize("NFC");
  const queries = [...new Set([query, bare(query)])];
  const answers = await Promise.all(queries.map((each) => pagefind.search(each)));
  const best = new Map();
  answers.forEach((answer) =>
    answer.results.forEach((result) => {
      const known = best.get(result.id);
      if (!known || known.score < result.score) best.set(result.id, result);
    }),
  );
  const sorted = [...best.values()].sort((one, other) => other.score - one.score);
  const pages = await Promise.all(sorted.slice(0, 10).map((result) => result.data()));
  const start = bare(query).toLowerCase();
  const named = (page) => bare(page.meta.title).toLowerCase().startsWith(start);
  const byName = pages.filter(named).sort((a, b) => a.meta.title.length - b.meta.title.length);
  return [...byName, ...pages.filter((page) => !named(page))];
}

function show(panel, pages) {
  const list = panel.querySelector("[data-search-results]");
  list.replaceChildren(
    ...pages.map((page) => {
      const item = document.createElement("li");
      const link = element("a", page.meta.title, { href: page.url });
      item.append(link);
      if (page.meta.description) item.append(element("p", page.meta.description));
      return item;
    }),
  );
}

/** Pagefind takes a piece of the index that did not arrive for one in which nothing is found. */
function indexArrived() {
  const pieces = performance.getEntriesByType("resource").filter(({ name }) => /pf_index/.test(name));
  return pieces.every(({ decodedBodySize }) => decodedBodySize > 0);
}

/** The name of the text for a number; browsers do not know the plurals of every language. */
function countForm(panel, number) {
  const form = new Intl.PluralRules(document.documentElement.lang).select(number);
  return `count${form}` in panel.dataset ? `count${form}` : "countother";
}

/**
 * Make the panel search. `panel` holds the field, the list and the texts for what can happen;
 * `data-index` is the address of the language's index, `data-root` that of the site.
 */
export async function startSearch(panel) {
  const say = (name, values = {}) => {
    const text = panel.dataset[name] || "";
    panel.querySelector("[role=status]").textContent = text.replace(
      /{(\w+)}/g,
      (all, key) => values[key] ?? all,
    );
  };
  const help = panel.querySelector("[data-search-help]");
  const input = panel.querySelector("input");
  let pagefind;
  say("loading");
  try {
    pagefind = await import(new URL(`${panel.dataset.index}pagefind.js`, document.baseURI));
    // The policy lets no worker run, and an index of so few pages needs none.
    const baseUrl = new URL(panel.dataset.root, document.baseURI).pathname;
    await pagefind.options({ baseUrl, noWorker: true });
    await pagefind.init();
    say("ready");
  } catch {
    say("failed");
    return;
  }
  let latest = 0;
  const search = async () => {
    const turn = (latest += 1);
    const typed = input.value.trim();
    const answer = typed ? await found(pagefind, typed).catch(() => null) : [];
    if (turn !== latest) return;
    const pages = answer || [];
    const failed = !answer || (typed && !pages.length && !indexArrived());
    show(panel, pages);
    help.hidden = !typed || failed || pages.length > 0;
    if (failed) say("failed");
    else if (!typed) say("ready");
    else if (pages.length === 0) say("none", { words: typed });
    else say(countForm(panel, pages.length), { count: pages.length });
  };
  input.addEventListener("input", search);
  panel.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  if (input.value) search();
}
