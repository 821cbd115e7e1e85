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
      const marks = days.has(first + cell) && cell >= 0;
      const text = cell < 0 ? "" : `${cell + 1}`;
      rows[rows.length - 1].append(
        marks ? make("td", { class: "tool-marked" }, text, make("span", {}, ` ${mark}`)) : make("td", {}, text),
      );
    }
    const caption = make("caption", {}, say.date(first, "month-and-year"));
    tables.push(make("table", {}, caption, ...rows));
    first += length;
  }
  return tables;
}
