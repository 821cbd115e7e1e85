/** The dosing calendar: from the first dose, or the last injection, to the next 12 months. */

import { monthLength, monthsIn, parts } from "../shared/civil-date.js";
import { monthView } from "../shared/month-view.js";
import { fromFirstDose, fromLastDose, isClamped, LIST_LENGTH } from "../shared/schedule.js";
import { printSheet } from "../shared/take-away.js";
import { Tool } from "../shared/tool.js";
import { fill, make, p } from "../shared/wording.js";

class DosingCalendar extends Tool {
  prepare() {
    this.date = this.dateField(this.form.querySelector("[data-date]"));
    this.usualDay = this.form.querySelector("[data-usual-day]");
    this.usualDays = [...this.form.querySelectorAll("[data-usual-day] label")];
  }

  /** The chosen interval as a duration; none without maintenance. */
  get interval() {
    const { intervals } = this.config;
    return intervals[this.chosen("interval")] || Object.values(intervals)[0];
  }

  /** After the last day of a short month, ask which day of the month is the usual one. */
  fit() {
    super.fit();
    const { date, usualDay, usualDays } = this;
    if (!usualDay) return;
    const { year, month, day } = parts(date.peek() || 0);
    const asks =
      this.chosen("basis") === "last-dose" && monthsIn(this.interval) && day === monthLength(year, month);
    const options = usualDays.filter((label) => asks && label.firstElementChild.value >= day);
    usualDay.hidden = usualDay.disabled = options.length < 2;
    if (usualDay.dataset.options === `${options.length}`) return;
    usualDay.dataset.options = options.length;
    const row = usualDay.querySelector(".tool-row");
    row.textContent = "";
    row.append(...options);
    if (options.length) options[0].firstElementChild.checked = true;
  }

  work(today) {
    const { config, interval, say, words } = this;
    const errors = [];
    const fromLast = this.chosen("basis") === "last-dose";
    const complete = this.form.elements["initiation-complete"];
    if (fromLast && complete) {
      if (complete.value === "no") return { show: [this.note("not-complete")] };
      if (!complete.value) errors.push({ field: complete[0], message: words["initiation-missing"] });
    }
    const start = this.date.read(errors);
    if (errors.length) return { errors };

    const usualDay = Number(this.chosen("usual-day")) || undefined;
    const plan = fromLast
      ? fromLastDose(start, interval, usualDay)
      : fromFirstDose(config.regimen, start, interval);
    const { doses, rests, anchor, goesOn } = plan;
    const passed = doses.filter(({ day }) => day < today).length;
    if (fromLast && passed > 1) return { show: [this.note("two-passed")] };

    const { from, until } = config.regimen.maintenance || {};
    const next = doses[fromLast ? 0 : passed];
    const nextDate = next && make("strong", {}, say.date(next.day));
    const sum = fill(words[fromLast ? "sum-last" : from ? "sum-first" : "sum-only"], {
      start: say.date(start),
      gap: from && say.duration(from),
      anchor: say.date(anchor),
      interval: interval && say.duration(interval, words["interval-in-sentence"]),
    });
    const rows = [
      ...doses.map((dose) => ({ ...dose, label: this.label(dose) })),
      ...rests.map((rest) => ({ ...rest, rest: fill(words[rest.from < rest.to ? "rest-weeks" : "rest-week"], rest) })),
    ].sort((one, other) => one.day - other.day);
    const months = this.outcome.querySelector(".tool-months");
    months.textContent = "";
    months.append(...monthView(doses, say, config.dates, words["month-view-mark"]));

    return {
      show: [
        nextDate ? say.distance(words.next, next.day, today, { date: nextDate }) : "",
        next || fromLast ? "" : this.note("all-past"),
        fromLast && passed ? this.note("one-passed") : "",
        fromLast && start > today ? this.note("future-last") : "",
        make("ol", { class: "tool-doses", role: "list" }, ...rows.map((row) => this.item(row, today))),
        p(sum),
        interval && isClamped(doses, interval, anchor, usualDay) ? this.note("month-end") : "",
        goesOn ? p(fill(words.horizon, { period: say.duration(LIST_LENGTH) })) : "",
        fromLast && until ? p(fill(words["course-ends"], { period: say.duration(until) })) : "",
        goesOn ? this.note("carry-on") : "",
      ],
      events: doses.map(({ day }, index) => ({
        day,
        uid: `${fromLast ? "next" : "dose"}-${index + 1}-${config.uid}`,
      })),
      rows,
      sum,
    };
  }

  /** Which injection it is; from the last injection on, nobody knows. */
  label({ number, offset }) {
    if (!number) return "";
    const { say, words } = this;
    return fill(words[offset ? "dose-at" : "dose"], { number, point: offset && say.point(offset) });
  }

  item({ day, label, rest }, today) {
    if (rest) return make("li", { "data-rest": "" }, rest);
    return make(
      "li",
      { "data-dose": "" },
      make("span", { class: "tool-label" }, label),
      this.say.time(day),
      day < today ? ` ${this.words.past}` : "",
    );
  }

  /** A row of the list as text. */
  line({ day, label, rest }) {
    return rest || [label, this.say.date(day)].filter(Boolean).join(": ");
  }

  current(named) {
    const { words, config, found } = this;
    const title = fill(words[named ? "calendar-title-named" : "calendar-title"], config);
    const lines = found.rows.map((row) => this.line(row));
    return {
      events: found.events.map((event) => ({ ...event, title })),
      description: words.caveat,
      text: [fill(words["record-title"], config), ...lines, found.sum, words.caveat].join("\n"),
    };
  }

  /** The injection record: planned dates, and boxes for what was really given. */
  sheet({ rows, sum }) {
    const { words, config } = this;
    return printSheet(config, {
      title: fill(words["record-title"], config),
      phone: words["record-phone"],
      columns: ["planned", "given", "place", "batch", "notes"].map((key) => words[`record-${key}`]),
      rows: rows.map((row) => (row.rest ? row.rest : [this.line(row)])),
      notes: [sum, words.caveat],
    });
  }
}

customElements.define("dosing-calendar", DosingCalendar);
