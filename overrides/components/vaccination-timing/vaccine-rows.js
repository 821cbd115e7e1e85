/** The vaccines someone has had: a row of fields for each, as many rows as they need. */

import { fill, make, uniqueId } from "../shared/wording.js";

/** A choice of vaccine, and of its kind where it comes in several. */
export class VaccineChoice {
  constructor(part, config) {
    const find = (selector) => part.querySelector(selector);
    this.config = config;
    this.vaccine = find("[name=vaccine]");
    this.form = find("[name=form]");
    uniqueId(this.vaccine);
    this.fit();
  }

  fit() {
    const { vaccine, form, config } = this;
    if (form.dataset.of === vaccine.value) return;
    form.dataset.of = vaccine.value;
    const { forms = [] } = config.vaccines[vaccine.value] || {};
    form.parentNode.hidden = !forms.length;
    form.textContent = "";
    const options = [...forms, { id: "not-sure", name: config.words["not-sure"] }];
    form.append(...options.map(({ id, name }) => make("option", { value: id }, name)));
    form.value = "not-sure";
  }

  value() {
    const { vaccine, form } = this;
    return { id: vaccine.value, form: form.value, name: vaccine.selectedOptions[0].text };
  }
}

export class VaccineRows {
  /** Of `tool`, the form holds `[data-rows]` and the outcome the template of a row. */
  constructor(tool) {
    this.tool = tool;
    this.part = tool.form.querySelector("[data-rows]");
    this.button = this.part.querySelector("[data-action=add-vaccine]");
    this.rows = [];
    this.add();
    this.part.addEventListener("click", ({ target }) => {
      const { action } = target.dataset;
      if (!action) return;
      tool.hideOutcome();
      if (target === this.button) this.add().choice.vaccine.focus();
      else {
        this.remove(this.rows.find(({ row }) => row.contains(target)));
        this.button.focus();
      }
    });
  }

  add() {
    const { tool } = this;
    const template = tool.outcome.querySelector("[data-row]");
    const row = template.content.cloneNode(true).firstElementChild;
    const choice = new VaccineChoice(row, tool.config);
    const date = tool.dateField(row.querySelector("[data-date]"));
    const added = { row, choice, date };
    this.rows.push(added);
    this.button.parentNode.before(row);
    this.number();
    return added;
  }

  remove(removed) {
    this.rows = this.rows.filter((row) => row !== removed);
    this.tool.fields = this.tool.fields.filter((field) => field !== removed.date);
    removed.row.remove();
    this.number();
  }

  number() {
    const { words } = this.tool;
    this.rows.forEach(({ row }, index) => {
      const number = index + 1;
      const button = row.querySelector("[data-action]");
      row.querySelector("legend").textContent = fill(words["row-number"], { number });
      button.textContent = fill(words.remove, { number });
      button.hidden = this.rows.length < 2;
    });
  }

  fit() {
    this.rows.forEach(({ choice }) => choice.fit());
  }

  /** Back to one row. */
  reset() {
    this.rows.slice(1).forEach((row) => this.remove(row));
  }

  /** What stands in the rows, {id, form, name, date}; adds to `errors` what is missing. */
  read(errors) {
    const { config, words } = this.tool;
    return this.rows.map(({ choice, date }) => {
      const vaccine = choice.value();
      const { rule, forms = [] } = config.vaccines[vaccine.id] || {};
      if (!vaccine.id) errors.push({ field: choice.vaccine, message: words["choose-missing"] });
      // The date of a vaccine that only the MS team can place would decide nothing.
      const counts = !vaccine.id || rule || forms.length;
      return { ...vaccine, date: counts ? date.read(errors) : NaN };
    });
  }
}
