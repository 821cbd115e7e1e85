/** What every page does beyond showing itself: the colour switch and keeping the reader's place. */

const root = document.documentElement;
const systemIsDark = window.matchMedia("(prefers-color-scheme: dark)");

function isDark() {
  return root.dataset.colours ? root.dataset.colours === "dark" : systemIsDark.matches;
}

function setUpColours(button) {
  const show = () => button.setAttribute("aria-pressed", String(isDark()));
  button.hidden = false;
  button.addEventListener("click", () => {
    root.dataset.colours = isDark() ? "light" : "dark";
    try {
      localStorage.setItem("infosheet.colours", root.dataset.colours);
    } catch {
      // Storage may be blocked; the choice then holds for this page only.
    }
    show();
  });
  systemIsDark.addEventListener("change", show);
  show();
}

/** Lead to the same heading in the other language: ids are the same in every language. */
function keepHeading(link) {
  const address = link.getAttribute("href");
  link.addEventListener("click", () => {
    link.setAttribute("href", address + window.location.hash);
  });
}

document.querySelectorAll("[data-action=dark-colours]").forEach(setUpColours);
document.querySelectorAll("[data-language]").forEach(keepHeading);
