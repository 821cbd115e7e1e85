/** Turn a regimen and one known date into planned doses, as far as a list shows them. */

import { monthsIn, parts, plus } from "./civil-date.js";

/**
 * `doses` {day, number, offset if weeks or days still say it} before the list's end; `rests`
 * {day, from, to}, weeks without a dose before the first maintenance dose, whose day is `anchor`;
 * `goesOn`: more doses follow; `clamped`: a month was too short for one of them.
 * `list`: how long the list is, as a duration.
 */
export function fromFirstDose({ initiation, maintenance, list }, first, every) {
  const end = plus(first, list);
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
  const clamped = every && isClamped(doses, every, anchor, parts(anchor).day);
  return { doses, rests, anchor, clamped, goesOn: goesOn || doses.length < days.length };
}

/** The doses after the last injection, up to and with the list's end. */
export function fromLastDose({ list }, last, every, usualDay = parts(last).day) {
  const doses = [];
  let day;
  while ((day = plus(last, every, doses.length + 1, usualDay)) <= plus(last, list)) {
    doses.push({ day });
  }
  const clamped = isClamped(doses, every, last, usualDay);
  return { doses, rests: [], anchor: last, clamped, goesOn: true };
}

/** Whether a month too short for the usual day moved one of the doses. */
function isClamped(doses, every, anchor, usualDay) {
  return monthsIn(every) && doses.some(({ day }) => day > anchor && parts(day).day !== usualDay);
}
