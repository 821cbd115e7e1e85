/** Civil dates as whole days since 1 January 1970: no time of day, no time zone. */

const DAY = 86400000;

/** The day number of a date; NaN where the month (from 1) has no such day. */
export function dayNumber(year, month, day) {
  return day > monthLength(year, month) ? NaN : Date.UTC(year, month - 1, day) / DAY;
}

/** How many days a month has. */
export function monthLength(year, month) {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** YYYY-MM-DD. */
export function iso(number) {
  return new Date(number * DAY).toISOString().slice(0, 10);
}

/** Year, month from 1, day, and weekday from 0 for Monday. */
export function parts(number) {
  const [year, month, day] = iso(number).split("-").map(Number);
  return { year, month, day, weekday: (number + 3) % 7 };
}

/** The months in a duration such as {months: 6}; 0 for days and weeks. */
export function monthsIn({ months = 0, years = 0 }) {
  return months + 12 * years;
}

/**
 * Move a date by `times` durations at once: counted from the previous date, months would drift.
 * A shorter month gives its last day; `usualDay` is the day of the month to go back to.
 */
export function plus(number, duration, times = 1, usualDay = 0) {
  const months = monthsIn(duration);
  if (!months) return number + times * ((duration.days || 0) + 7 * (duration.weeks || 0));
  const { year, month, day } = parts(number);
  const total = year * 12 + month - 1 + times * months;
  const to = [Math.floor(total / 12), (total % 12) + 1];
  return dayNumber(...to, Math.min(usualDay || day, monthLength(...to)));
}

/** The day it is where the reader is. */
export function today(now = new Date()) {
  return dayNumber(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
