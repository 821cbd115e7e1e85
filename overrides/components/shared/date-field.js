/** A date's three text fields: understand what was typed or pasted, or say what is wrong. */

import { dayNumber, monthLength } from "./civil-date.js";
import { fill, uniqueId } from "./wording.js";

const PARTS = ["day", "month", "year"];
const FIRST = dayNumber(2020, 1, 1);
const LAST = dayNumber(2099, 12, 31);

/** Latin digits, no marks of direction, single spaces. The digits: Arabic, Urdu; Indian scripts. */
function clean(text) {
  return text
    .normalize("NFKC")
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => digit.charCodeAt(0) & 15)
    .replace(/[०-९০-৯੦-੯૦-૯]/g, (digit) => (digit.charCodeAt(0) & 15) - 6)
    .replace(/[\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

/** A name as those write it whose keyboard has no accents. */
function bare(name) {
  return name.normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC");
}

/** The month from 1, or NaN: a number, a name, or the beginning of just one name. */
function monthOf(text, names) {
  const start = bare(text.replace(/\.$/, ""));
  if (/^\d+$/.test(start)) return Number(start);
  const fits = (name) => name === start || (start.length > 2 && name.startsWith(start));
  const found = names.map((known, index) => known.map(bare).some(fits) && index + 1).filter(Boolean);
  return found.length === 1 ? found[0] : NaN;
}

/**
 * Read {day, month, year} as typed; `names`: for each month the ways of writing it.
 * Gives {date, day, month, year}, or the first {problem} and the {field} to mend.
 */
export function readDate(typed, names) {
  let texts = PARTS.map((part) => clean(typed[part]));
  const filled = texts.filter(Boolean);
  if (!filled.length) return { problem: "nothing", field: "day" };
  if (filled.length === 1) {
    // A whole date in one field: 3/1/2027, 3rd January 2027, Sunday 3 January 2027, 2027-01-03.
    const pieces = filled[0].match(/[\p{L}\p{M}\d]+/gu) || [];
    const [year, ...rest] = pieces;
    if (/^\d{4}$/.test(year) && pieces.length > 2) texts = [rest[1].slice(0, 2), rest[0], year];
    else if (pieces.length > 2) {
      // Words between them, as in “3 de enero de 2027”, say nothing.
      const telling = pieces.filter((piece) => /^\d/.test(piece) || monthOf(piece, names) > 0);
      texts = (telling.length > 2 ? telling : pieces).slice(-3);
    }
  }
  const [dayText, monthText, yearText] = texts;
  const day = /^\d\d?(st|nd|rd|th|\.)?$/.test(dayText) ? parseInt(dayText, 10) : NaN;
  const month = monthOf(monthText, names);
  const year = /^\d{4}$/.test(yearText) ? Number(yearText) : NaN;
  const swapped = (/^\d{4}$/.test(dayText) && yearText) || (day < 13 && month > 12 && month < 32);
  const problem = (name, field) => ({ problem: name, field, day, month, year });
  if (swapped) return problem("swapped", "day");
  if (!(day > 0 && day < 32)) return problem("bad-day", "day");
  if (!(month > 0 && month < 13)) return problem("bad-month", "month");
  if (/^\d\d?$/.test(yearText)) return problem("short-year", "year");
  if (isNaN(year)) return problem("bad-year", "year");
  const date = dayNumber(year, month, day);
  if (isNaN(date)) return problem("no-such-day", "day");
  return date < FIRST || date > LAST ? problem("out-of-range", "year") : { date, day, month, year };
}

/** The fields in `fieldset` (shared/fields.html); `words`: the message for each problem. */
export function dateField(fieldset, words, say, names) {
  const inputs = {};
  const error = fieldset.querySelector("[data-error]");
  const hint = fieldset.querySelector("[data-hint]");
  const described = `${uniqueId(hint)} ${uniqueId(error)}`;
  PARTS.forEach((part) => {
    inputs[part] = fieldset.querySelector(`[name=${part}]`);
    inputs[part].setAttribute("aria-describedby", described);
  });
  const typed = () =>
    readDate(Object.fromEntries(PARTS.map((part) => [part, inputs[part].value])), names);

  return {
    /** The day number so far, if it is one. */
    peek: () => typed().date,

    clear() {
      error.hidden = true;
      PARTS.forEach((part) => inputs[part].removeAttribute("aria-invalid"));
    },

    /** The day number; or shows the problem, and adds it to `errors`. */
    read(errors) {
      const { date, problem, field, ...found } = typed();
      if (!problem) {
        // A date that was pasted whole now stands in its own fields.
        const whole = PARTS.some((part) => !inputs[part].value.trim());
        if (whole) PARTS.forEach((part) => (inputs[part].value = found[part]));
        return date;
      }
      const { year, month } = found;
      error.textContent = fill(words[problem], {
        first: say.date(FIRST, "long"),
        last: say.date(LAST, "long"),
        month: problem === "no-such-day" && say.date(dayNumber(year, month, 1), "month-and-year"),
        length: monthLength(year, month),
      });
      error.hidden = false;
      inputs[field].setAttribute("aria-invalid", "true");
      errors.push({ field: inputs[field], message: error.textContent });
      return NaN;
    },
  };
}
