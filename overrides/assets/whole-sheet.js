/** The button that prints the whole sheet, and hard words that are no buttons on paper. */

const button = document.querySelector("[data-action=print]");
button.addEventListener("click", () => window.print());
button.hidden = false;

const terms = document.querySelectorAll("a.term");
window.addEventListener("beforeprint", () => terms.forEach((term) => term.removeAttribute("role")));
window.addEventListener("afterprint", () =>
  terms.forEach((term) => term.setAttribute("role", "button")),
);
