/** What every page does beyond showing itself: colours, search, hard words, the reader's place. */

const root = document.documentElement;
const systemIsDark = window.matchMedia("(prefers-color-scheme: dark)");

function isDark() {
  return root.dataset.colours ? root.dataset.colours === "dark" : systemIsDark.matches;
}

/** Remember a choice the reader has just made; where storage is blocked it holds for this page. */
function remember(key, value) {
  try {
    localStorage.setItem(`infosheet.${key}`, value);
  } catch {
    // The choice then holds for this page only.
  }
}

function setUpColours(button) {
  const show = () => button.setAttribute("aria-pressed", String(isDark()));
  button.addEventListener("click", () => {
    root.dataset.colours = isDark() ? "light" : "dark";
    remember("colours", root.dataset.colours);
    show();
  });
  if (systemIsDark.addEventListener) systemIsDark.addEventListener("change", show);
  show();
}

const TEXT_SIZES = 4;

/** Two buttons make the text smaller or larger, by steps that site.css knows; 0 is the usual size. */
function setUpTextSize(group) {
  const [smaller, larger] = group.querySelectorAll("button");
  const size = () => Number(root.dataset.textSize || 0);
  const show = () => {
    smaller.setAttribute("aria-disabled", String(size() === 0));
    larger.setAttribute("aria-disabled", String(size() === TEXT_SIZES));
  };
  const change = (step) => {
    root.dataset.textSize = String(Math.min(TEXT_SIZES, Math.max(0, size() + step)));
    remember("text-size", root.dataset.textSize);
    // Larger text may leave no room for these buttons beside the others: they must not fold away.
    group.closest("details").open = true;
    show();
  };
  smaller.addEventListener("click", () => change(-1));
  larger.addEventListener("click", () => change(1));
  show();
}

/** Mark, in the contents of the page, the section that the reader has come to. */
function setUpContents(contents) {
  const links = [...contents.querySelectorAll("a")];
  const headings = links.map((link) => document.getElementById(link.hash.slice(1)));
  const show = () => {
    const reached = headings.filter((heading) => heading && heading.getBoundingClientRect().top < 120);
    const current = headings.indexOf(reached[reached.length - 1]);
    links.forEach((link, index) => {
      if (index === current) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    });
  };
  window.addEventListener("scroll", show, { passive: true });
  show();
}

/** Lead to the same heading in the other language: ids are the same in every language. */
function keepHeading(link) {
  const address = link.getAttribute("href");
  link.addEventListener("click", () => {
    link.setAttribute("href", address + window.location.hash);
  });
}

function setUpOffer(offer) {
  offer.querySelector("button").addEventListener("click", () => {
    offer.hidden = true;
    remember("offer", "dismissed");
  });
}

function setUpSearch(button) {
  const panel = document.getElementById(button.getAttribute("aria-controls"));
  // Under the same name, an older browser gives a script that did not arrive up for good.
  let again = "";
  let started = false;
  const say = (name) => {
    panel.querySelector("[role=status]").textContent = panel.dataset[name];
  };
  const fail = () => {
    started = false;
    again += "?";
    say("failed");
  };
  const start = () => {
    if (started) return;
    started = true;
    say("loading");
    import("./search.js" + again)
      .then(({ startSearch }) => startSearch(panel, again, fail))
      .catch(fail);
  };
  const open = (opened) => {
    panel.hidden = !opened;
    button.setAttribute("aria-expanded", String(opened));
    if (!opened) return button.focus();
    start();
    return panel.querySelector("input").focus();
  };
  button.addEventListener("click", () => open(panel.hidden));
  panel.addEventListener("submit", (event) => {
    event.preventDefault();
    start();
  });
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") open(false);
  });
}

/** A hard word leads to the glossary; with this script its meaning opens where it stands. */
function setUpTerm(term) {
  const meaning = document.createElement("span");
  meaning.className = "term__meaning";
  meaning.hidden = true;
  meaning.textContent = ` (${term.dataset.meaning})`;
  term.after(meaning);
  term.setAttribute("role", "button");
  const show = (shown) => {
    meaning.hidden = !shown;
    term.setAttribute("aria-expanded", String(shown));
  };
  const toggle = (event) => {
    event.preventDefault();
    show(meaning.hidden);
  };
  show(false);
  term.addEventListener("click", toggle);
  term.addEventListener("keydown", (event) => {
    if (event.key === " ") toggle(event);
  });
}

/** Say that a check is overdue from the day after it was due, however long ago the build was. */
function setUpOverdue(notice) {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  notice.hidden = today <= notice.dataset.due;
}

const each = (selector, setUp) => document.querySelectorAll(selector).forEach(setUp);
each("[data-action=dark-colours]", setUpColours);
each("[data-text-size-buttons]", setUpTextSize);
each(".page-contents", setUpContents);
each("[data-action=search]", setUpSearch);
each("[data-language]", keepHeading);
each("[data-offer]", setUpOffer);
each("a.term", setUpTerm);
each("[data-due]", setUpOverdue);
