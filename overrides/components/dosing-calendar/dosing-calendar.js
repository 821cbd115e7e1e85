/** The dosing calendar: from the first dose, or the last injection, to the next 12 months. */

import { monthLength, monthsIn, parts } from "../shared/civil-date.js";
import { monthView } from "../shared/month-view.js";
import { fromFirstDose, fromLastDose } from "../shared/schedule.js";
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
      this.chosen("basis") === "last-dose" &&
      monthsIn(this.interval) &&
      day < 31 &&
      day === monthLength(year, month);
    const options = usualDays.filter((label) => asks && label.firstElementChild.value >= day);
    usualDay.hidden = usualDay.disabled = !options.length;
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
      const message = words["initiation-missing"];
      if (!complete.value) errors.push({ field: complete[0], message });
    }
    const start = this.date.read(errors);
    if (errors.length) return { errors };

    const usualDay = Number(this.chosen("usual-day")) || undefined;
    const plan = fromLast
      ? fromLastDose(config.regimen, start, interval, usualDay)
      : fromFirstDose(config.regimen, start, interval);
    const { doses, rests, anchor } = plan;
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
    const rows = [...doses.map((dose) => this.row(dose)), ...rests.map((rest) => this.rest(rest))];
    rows.sort((one, other) => one.day - other.day);
    const items = rows.map((row) => this.item(row, today));
    const list = make("ol", { class: "tool-doses", role: "list" }, ...items);
    const months = this.outcome.querySelector(".tool-months");
    months.textContent = "";
    months.append(...monthView(doses, say, config.dates, words["month-view-mark"]));

    return {
      show: [
        nextDate ? say.distance(words.next, next.day, today, { date: nextDate }) : "",
        next || fromLast ? "" : this.note("all-past"),
        fromLast && passed ? this.note("one-passed") : "",
        fromLast && start > today ? this.note("future-last") : "",
        list,
        p(sum),
        plan.clamped ? this.note("month-end") : "",
        fromLast && until ? this.note("course-ends") : "",
        plan.goesOn ? this.note("goes-on") : "",
      ],
      events: doses.map(({ day }, index) => ({
        day,
        uid: `${fromLast ? "next" : "dose"}-${index + 1}-${config.uid}`,
        title: words["calendar-title"],
      })),
      title: words["record-title"],
      columns: ["planned", "given", "place", "batch", "notes"],
      rows: rows.map(({ rest, text }) => (rest ? text : [text])),
      notes: [sum, words.caveat],
    };
  }

  /** A dose: which one it is (from the last injection on, nobody knows), and all of it as text. */
  row({ day, number, offset }) {
    const { say, words } = this;
    const pattern = !number ? "" : words[offset ? "dose-at" : "dose"];
    const label = fill(pattern, { number, point: offset && say.point(offset) });
    return { day, label, text: [label, say.date(day)].filter(Boolean).join(": ") };
  }

  /** Weeks without a dose. */
  rest({ day, from, to }) {
    const text = fill(this.words[from < to ? "rest-weeks" : "rest-week"], { from, to });
    return { day, rest: true, text };
  }

  item({ day, label, rest, text }, today) {
    if (rest) return make("li", { "data-rest": "" }, text);
    const past = day < today ? ` ${this.words.past}` : "";
    const name = make("span", { class: "tool-label" }, label);
    return make("li", { "data-dose": "" }, name, this.say.time(day), past);
  }
}

customElements.define("dosing-calendar", DosingCalendar);
