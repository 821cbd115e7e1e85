/** Speak the page's language, and put what is said into elements. No string is read as HTML. */

import { iso, parts } from "./civil-date.js";

/** An element with attributes and content. */
export function make(tag, attributes, ...content) {
  const element = document.createElement(tag);
  Object.keys(attributes).forEach((key) => element.setAttribute(key, attributes[key]));
  element.append(...content);
  return element;
}

/** A paragraph. */
export const p = (...content) => make("p", {}, ...content);

/** A sentence as text, each {placeholder} replaced by the value of that name. */
export function fill(pattern, values) {
  return pattern.replace(/{([\w-]+)}/g, (_, key) => values[key]);
}

/** The same as a paragraph: a value, text or element, stands apart whichever way it runs. */
export function sentence(pattern, values) {
  const pieces = pattern.split(/{([\w-]+)}/);
  return p(...pieces.map((piece, index) => (index % 2 ? make("bdi", {}, values[piece]) : piece)));
}

/** What a component's configuration knows how to say. */
export function speaker({ language, dates, durations }) {
  const rules = new Intl.PluralRules(language);

  /** A duration in the plural forms that `units` gives for its unit, such as “4 weeks”. */
  function duration(length, units = durations) {
    const [[unit, count]] = Object.entries(length);
    const forms = units[unit];
    return fill(forms[rules.select(count)] || forms.other, { count });
  }

  /** Such as “week 4”; a first day is day 1. */
  function point(offset) {
    const [[unit, count]] = Object.entries(offset);
    return fill(durations.point[unit], { number: count + (unit === "days") });
  }

  /** A date; `pattern`: full, long or month-and-year. */
  function date(number, pattern = "full") {
    const { year, month, day, weekday } = parts(number);
    const months = dates[pattern === "month-and-year" ? "months-alone" : "months"];
    const names = { month: months[month - 1], weekday: dates.weekdays[weekday] };
    return fill(dates.patterns[pattern], { year, day, ...names });
  }

  /** A date as an element that machines can read. */
  function time(number) {
    return make("time", { datetime: iso(number) }, date(number));
  }

  /** Of three sentences, the one that fits a day before, on or after today. */
  function distance(words, day, today, values) {
    const key = day < today ? "past" : day > today ? "future" : "today";
    return sentence(words[key], { time: duration({ days: Math.abs(day - today) }), ...values });
  }

  return { duration, point, date, time, distance };
}

let ids = 0;

/** The id of an element, given now if it has none: a page may hold a tool twice. */
export function uniqueId(element) {
  element.id = element.id || `tool-${++ids}`;
  return element.id;
}
