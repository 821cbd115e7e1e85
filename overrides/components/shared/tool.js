/** What every tool shares: its form, its errors, its outcome, and forgetting all of it. */

import { today } from "./civil-date.js";
import { dateField } from "./date-field.js";
import { printSheet, setPrintSheet, wireTakeAway } from "./take-away.js";
import { make, speaker, uniqueId } from "./wording.js";

/**
 * An element with content for readers without JavaScript, a `<template>` of the form and the
 * outcome, and `data-config`. If anything fails while it is set up, that content simply stays.
 *
 * A tool gives `work(today)`, which returns {errors} or {show: nodes}; and where there are dates to
 * take away also `events` (may be []) and, for paper and copied text, `title`, `columns` (keys of
 * words), `rows` as `printSheet` takes them, and `notes`.
 */
export class Tool extends HTMLElement {
  connectedCallback() {
    // Where nothing follows the template, the page was cut off in the middle of it.
    if (this.form || !this.querySelector(":scope > template + *")) return;
    const content = this.querySelector("template").content.cloneNode(true);
    const find = (selector) => content.querySelector(selector);
    this.config = JSON.parse(this.dataset.config);
    this.words = this.config.words;
    this.say = speaker(this.config);
    this.form = find("form");
    this.summary = find("[data-error-summary]");
    this.outcome = find("[data-outcome]");
    this.results = find("[data-results]");
    this.fields = [];
    this.prepare();
    this.fit();
    this.form.addEventListener("input", () => {
      // It would no longer answer what stands in the form.
      this.hideOutcome();
      this.fit();
    });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.answer();
    });
    find("[data-action=clear]").addEventListener("click", () => {
      this.forget();
      this.form.querySelector("input").focus();
    });
    wireTakeAway(find("[data-take-away]"), this.config, () => this.found);
    // Going back must not bring someone's dates back.
    window.addEventListener("pageshow", (event) => event.persisted && this.forget());
    this.prepend(content);
  }

  /** Fit the form to what is chosen: a tool adds to it. */
  fit() {
    this.form.querySelectorAll("[data-when]").forEach((part) => {
      const [name, value] = part.dataset.when.split("=");
      part.hidden = part.disabled = this.chosen(name) !== value;
    });
  }

  /** The value of the chosen radio of that name, or "". */
  chosen(name) {
    return (this.form.elements[name] || "").value || "";
  }

  dateField(fieldset) {
    const { dateField: words, dates } = this.config;
    const field = dateField(fieldset, words, this.say, dates.accepted);
    this.fields.push(field);
    return field;
  }

  /** A copy of what the template keeps in readiness under that name. */
  note(name) {
    return this.outcome.querySelector(`[data-note=${name}]`).content.cloneNode(true);
  }

  answer() {
    this.hideOutcome();
    this.hideErrors();
    const found = this.work(today());
    const { errors = [], show, events } = found;
    if (errors.length) {
      this.showErrors(errors);
      return;
    }
    this.found = found;
    this.results.append(...show);
    this.outcome.querySelectorAll("[data-with]").forEach((part) => {
      part.hidden = !events || (part.dataset.with === "events" && !events.length);
    });
    if (events) setPrintSheet(printSheet(this.config, found));
    this.outcome.hidden = false;
    // Which has it read out, once.
    this.outcome.querySelector("[data-heading]").focus();
  }

  /** List {field, message} above the form and go there. */
  showErrors(errors) {
    const items = errors.map(({ field, message }) => {
      const link = make("a", { href: `#${uniqueId(field)}` }, message);
      link.addEventListener("click", (event) => {
        // The address keeps no trace.
        event.preventDefault();
        field.focus();
      });
      return make("li", {}, link);
    });
    this.summary.querySelector("ul").append(...items);
    this.summary.hidden = false;
    this.summary.focus();
  }

  hideOutcome() {
    this.outcome.hidden = true;
    this.results.textContent = "";
    if (this.found && this.found.events) setPrintSheet();
    this.found = null;
  }

  hideErrors() {
    this.summary.hidden = true;
    this.summary.querySelector("ul").textContent = "";
    this.fields.forEach((field) => field.clear());
  }

  /** Empty the form and everything that came of it. */
  forget() {
    this.form.reset();
    this.hideOutcome();
    this.hideErrors();
    this.fit();
  }
}
