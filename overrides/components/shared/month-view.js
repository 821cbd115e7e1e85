/** Draw months as on a wall calendar, weeks from Monday, with some days marked. */

import { monthLength, parts } from "./civil-date.js";
import { make } from "./wording.js";

/**
 * A table per month from the first to the last of `marked` {day}, in order; `dates`: the names of
 * weekdays; `mark`: what a marked day is, for those who hear the page.
 */
export function monthView(marked, say, dates, mark) {
  const days = new Set(marked.map(({ day }) => day));
  const last = Math.max(...days);
  const tables = [];
  let first = Math.min(...days);
  first -= parts(first).day - 1;
  while (first <= last) {
    const { year, month, weekday } = parts(first);
    const length = monthLength(year, month);
    const head = dates.weekdays.map((name, index) =>
      make("th", { scope: "col", abbr: name }, dates["weekdays-short"][index]),
    );
    const rows = [make("tr", {}, ...head)];
    for (let cell = -weekday; cell < length; cell++) {
      if ((cell + weekday) % 7 === 0) rows.push(make("tr", {}));
      const box = make("td", {}, cell < 0 ? "" : cell + 1);
      if (cell >= 0 && days.has(first + cell)) {
        box.className = "tool-marked";
        box.append(make("span", {}, ` ${mark}`));
      }
      rows[rows.length - 1].append(box);
    }
    const caption = make("caption", {}, say.date(first, "month-and-year"));
    tables.push(make("table", { class: "tool-month" }, caption, ...rows));
    first += length;
  }
  return tables;
}
