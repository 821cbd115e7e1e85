/** Vaccination timing: by when before the first dose, from when after a vaccine, or whom to ask. */

import { plus } from "../shared/civil-date.js";
import { Tool } from "../shared/tool.js";
import { fill, make, p, sentence } from "../shared/wording.js";
import { VaccineChoice, VaccineRows } from "./vaccine-rows.js";

class VaccinationTiming extends Tool {
  prepare() {
    const find = (selector) => this.form.querySelector(selector);
    this.date = this.dateField(find("[data-date]"));
    this.choices = [...this.form.querySelectorAll("[data-choice]")];
    this.offered = new VaccineChoice(find("[data-offered]"), this.config);
    this.rows = new VaccineRows(this);
  }

  fit() {
    super.fit();
    this.form.querySelectorAll("[data-choice] label[data-form]").forEach((form) => {
      form.hidden = !form.parentNode.querySelector("[name=vaccine]:checked");
    });
    this.offered.fit();
    this.rows.fit();
  }

  forget() {
    this.rows.reset();
    super.forget();
  }

  work(today) {
    const question = this.chosen("question");
    if (question === "already-taking") return { show: this.alreadyTaking() };
    return question === "when-to-start" ? this.whenToStart() : this.whenToVaccinate(today);
  }

  /**
   * Count for each vaccine {id, form, name} by its rule; where the kind is not known, by the rule
   * whose day lies farther from the one given. `direction`: -1 back from `date`, 1 on from it.
   * Gives those with a rule {rule, day, name}, and what must be said about the others.
   */
  count(vaccines, direction, unsure) {
    const { config, words } = this;
    const notes = [];
    const counted = [];
    vaccines.forEach(({ id, form, name, date }) => {
      const { rule, forms = [] } = config.vaccines[id] || {};
      const sure = forms.find((known) => known.id === form);
      const rules = sure ? [sure.rule] : forms.map((known) => known.rule);
      const [found] = (rule ? [rule] : rules)
        .map((id) => ({ rule: id, day: plus(date, config.rules[id].gap, direction), name, date }))
        .sort((one, other) => direction * (other.day - one.day));
      if (found) counted.push(found);
      if (rules.length > 1) notes.push(fill(words[unsure], { vaccine: name }));
      if (!found) notes.push(fill(words["ask-team"], { vaccine: name }));
    });
    return { counted, notes };
  }

  whenToVaccinate(today) {
    const { config, say, words } = this;
    const errors = [];
    const date = this.date.read(errors);
    if (errors.length) return { errors };
    const chosen = this.choices
      .filter((choice) => choice.querySelector(":checked[name=vaccine]"))
      .map((choice) => ({
        id: choice.dataset.choice,
        form: (choice.querySelector("select") || {}).value,
        name: config.vaccines[choice.dataset.choice].name,
        date,
      }));
    const { counted, notes } = this.count(chosen, -1, "not-sure-of-form");
    const answers = Object.keys(config.rules).map((rule) => {
      const { name, gap } = config.rules[rule];
      const day = plus(date, gap, -1);
      const values = { start: say.date(date), gap: say.duration(gap), date: say.date(day) };
      const vaccines = counted.filter((found) => found.rule === rule).map((found) => found.name);
      return { rule, name, day, vaccines, sum: fill(words["sum-before"], values) };
    });
    const section = ({ rule, name, day, vaccines, sum }) =>
      make(
        "div",
        { "data-rule": rule },
        make("h3", {}, name),
        sentence(words["last-day"], { date: say.time(day) }),
        say.distance(words.distance, day, today),
        vaccines.length ? p(words["vaccines-chosen"]) : "",
        vaccines.length ? make("ul", {}, ...vaccines.map((text) => make("li", {}, text))) : "",
        p(sum),
      );
    const lastDay = (day) => fill(words["last-day"], { date: say.date(day) });
    return {
      show: [
        ...answers.map(section),
        answers.some(({ day }) => day < today) ? this.note("passed") : "",
        ...notes.map((note) => p(note)),
        this.note("do-not-delay"),
      ],
      events: answers.map(({ rule, day }) => ({
        uid: `by-${rule}-${config.uid}`,
        day,
        title: config.rules[rule]["calendar-title"],
      })),
      title: words["record-title"],
      columns: ["vaccine", "date", "given", "batch"],
      rows: answers.flatMap(({ name, day, vaccines }) =>
        (vaccines.length ? vaccines : [name]).map((vaccine) => [vaccine, lastDay(day)]),
      ),
      notes: [...answers.map(({ sum }) => sum), ...notes, ...this.caveats],
    };
  }

  whenToStart() {
    const { config, say, words } = this;
    const errors = [];
    const vaccines = this.rows.read(errors);
    if (errors.length) return { errors };
    const { counted, notes } = this.count(vaccines, 1, "not-sure-of-form-had");
    if (!counted.length) return { show: notes.map((note) => p(note)) };
    const last = counted.reduce((one, other) => (other.day > one.day ? other : one));
    const sums = counted.map(({ name, date, rule, day }) =>
      fill(words["sum-after"], {
        vaccine: name,
        event: say.date(date),
        gap: say.duration(config.rules[rule].gap),
        date: say.date(day),
      }),
    );
    const answer = sentence(words["met-from"], { date: say.time(last.day) });
    answer.dataset.metFrom = "";
    const decided = fill(words["decided-by"], { rule: config.rules[last.rule].name });
    return {
      show: [
        answer,
        p(decided),
        ...[...sums, ...notes].map((text) => p(text)),
        this.note("do-not-delay"),
      ],
      events: [],
      title: words["record-title-had"],
      columns: ["vaccine", "given", "batch"],
      rows: counted.map(({ name, date }) => [name, say.date(date)]),
      notes: [answer.textContent, decided, ...sums, ...notes, ...this.caveats],
    };
  }

  alreadyTaking() {
    const { id, form } = this.offered.value();
    const { rules, vaccines } = this.config;
    const { rule, forms = [] } = vaccines[id] || {};
    const decided = rule || (forms.find((known) => known.id === form) || {}).rule;
    const unknown = [...Object.keys(rules).map((name) => `already-${name}`), "not-sure-already"];
    const asks = vaccines[id] && !rule && !forms.length ? ["ask-team-already"] : unknown;
    return ["tell-vaccinator", ...(decided ? [`already-${decided}`] : asks), "after-already"].map(
      (name) => this.note(name),
    );
  }

  /** What must be said wherever the dates go. */
  get caveats() {
    return [this.words["do-not-delay"], this.words.caveat];
  }
}

customElements.define("vaccination-timing", VaccinationTiming);
