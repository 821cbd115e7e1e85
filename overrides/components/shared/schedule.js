/** Turn a regimen and one known date into planned doses, as far as a list shows them. */

import { monthsIn, parts, plus } from "./civil-date.js";

export const LIST_LENGTH = { months: 12 };

/**
 * `doses` {day, number, offset if weeks or days still say it} before the list's end; `rests`
 * {day, from, to}, weeks without a dose before the first maintenance dose, whose day is `anchor`;
 * `goesOn`: more doses follow.
 */
export function fromFirstDose({ initiation, maintenance }, first, every) {
  const end = plus(first, LIST_LENGTH);
  const planned = new Map(initiation.map((offset) => [plus(first, offset), offset]));
  let anchor = first;
  let goesOn = false;
  if (maintenance) {
    const { from, until } = maintenance;
    const stop = until ? plus(first, until) : Infinity;
    const [unit] = Object.keys(from);
    anchor = plus(first, from);
    let day = anchor;
    for (let time = 0; day < Math.min(end, stop); day = plus(anchor, every, ++time)) {
      const same = unit in every || !time;
      const offset = same ? { [unit]: from[unit] + time * (every[unit] || 0) } : null;
      if (!planned.has(day)) planned.set(day, offset);
    }
    goesOn = day < stop;
  }
  const days = [...planned.keys()].sort((a, b) => a - b);
  const doses = days
    .filter((day) => day < end)
    .map((day, index) => ({ day, number: index + 1, offset: planned.get(day) }));
  const rests = [];
  let week = 0;
  [...days.filter((day) => day < anchor), anchor].forEach((day) => {
    const to = Math.floor((day - first) / 7) - 1;
    if (week <= to) rests.push({ day: first + 7 * week, from: week, to });
    week = to + 2;
  });
  return { doses, rests, anchor, goesOn: goesOn || doses.length < days.length };
}

/** The doses after the last injection, up to and with the list's end. */
export function fromLastDose(last, every, usualDay) {
  const doses = [];
  let day;
  while ((day = plus(last, every, doses.length + 1, usualDay)) <= plus(last, LIST_LENGTH)) {
    doses.push({ day });
  }
  return { doses, rests: [], anchor: last, goesOn: true };
}

/** Whether a month too short for the usual day moved one of the doses. */
export function isClamped(doses, every, anchor, usualDay = parts(anchor).day) {
  return monthsIn(every) && doses.some(({ day }) => day > anchor && parts(day).day !== usualDay);
}
