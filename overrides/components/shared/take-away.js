/** Take dates away: as a calendar file, on paper or as copied text. Nothing leaves the device. */

import { iso } from "./civil-date.js";
import { make, p } from "./wording.js";

let sequence = 0;

/** Fold a line at 75 octets between code points; a continuation begins with a space. */
function fold(line) {
  let octets = 0;
  return [...line]
    .map((character) => {
      const size = new TextEncoder().encode(character).length;
      octets += size;
      if (octets <= 75) return character;
      octets = size + 1;
      return `\r\n ${character}`;
    })
    .join("");
}

/**
 * A calendar file (RFC 5545) of all-day `events` {uid, day, title}: one entry each, never a rule
 * of repetition, which clients read as skipping months without a 31st. An entry keeps its `uid`
 * when its day moves. `dayBefore`: remind at 9 then, too.
 */
export function calendarFile(events, { language, description, dayBefore, now = new Date() }) {
  const escape = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
  const day = (number) => iso(number).replace(/-/g, "");
  const alarm = (trigger, title) =>
    `BEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:${title}\nTRIGGER:${trigger}\nEND:VALARM\n`;
  // Seconds since 2020, since some clients hold 31 bits; later files always count higher.
  sequence = Math.max(sequence + 1, Math.floor(now / 1000) - 1577836800);
  const entries = events.map((event) => {
    const title = escape(event.title);
    return `BEGIN:VEVENT
UID:${event.uid}@infosheet
DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, "")}
SEQUENCE:${sequence}
DTSTART;VALUE=DATE:${day(event.day)}
DTEND;VALUE=DATE:${day(event.day + 1)}
SUMMARY;LANGUAGE=${language}:${title}
DESCRIPTION;LANGUAGE=${language}:${escape(description)}
TRANSP:TRANSPARENT
CLASS:PRIVATE
${alarm("PT9H", title)}${dayBefore ? alarm("-PT15H", title) : ""}END:VEVENT
`;
  });
  return `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//infosheet//dates//EN
CALSCALE:GREGORIAN
METHOD:PUBLISH
${entries.join("")}END:VCALENDAR
`
    .split("\n")
    .map(fold)
    .join("\r\n");
}

/**
 * From now on the browser prints `sheet` instead of the page, by our button or by its menu;
 * without a sheet, the page prints as any other.
 */
export function setPrintSheet(sheet) {
  const old = document.querySelector("body > .print-sheet");
  if (old) old.remove();
  document.documentElement.classList.toggle("has-print-sheet", !!sheet);
  if (sheet) document.body.append(sheet);
}

/**
 * A sheet of paper: `columns` are keys of words; `rows` lists of cells, whose missing ones become
 * boxes to write in, or one text across; `notes` paragraphs.
 */
export function printSheet({ language, direction, words }, { title, columns, rows, notes }) {
  const row = (tag, cells) => make("tr", {}, ...cells.map((cell) => make(tag, {}, cell)));
  const head = columns.map((key) => words[`record-${key}`]);
  const body = rows.map((cells) =>
    Array.isArray(cells)
      ? row("td", head.map((_, index) => cells[index] || ""))
      : make("tr", {}, make("td", { colspan: head.length, class: "print-span" }, cells)),
  );
  return make(
    "div",
    { class: "print-sheet", lang: language, dir: direction },
    make("h1", {}, title),
    make("p", { class: "print-line" }, words["record-phone"]),
    make("table", {}, make("thead", {}, row("th", head)), make("tbody", {}, ...body)),
    ...notes.map((note) => p(note)),
  );
}

/** Make the buttons of `panel` (shared/fields.html) work; `found()`: the answer there is now. */
export function wireTakeAway(panel, { language, takeAway, words }, found) {
  const status = panel.querySelector("[role=status]");
  const ticked = (box) => panel.querySelector(`[name=${box}]:checked`);
  const actions = {
    "calendar-file"() {
      const named = ticked("show-name") && { title: words["calendar-title-named"] };
      const events = found().events.map((event) => ({ ...event, ...named }));
      const options = { language, description: words.caveat, dayBefore: ticked("day-before") };
      const type = "text/calendar;charset=utf-8";
      const href = URL.createObjectURL(new Blob([calendarFile(events, options)], { type }));
      make("a", { href, download: "dates.ics" }).click();
      // Slow phones read the file late.
      setTimeout(() => URL.revokeObjectURL(href), 60000);
    },
    print: () => window.print(),
    copy() {
      const { title, rows, notes } = found();
      const lines = rows.map((cells) => [].concat(cells).filter(Boolean).join(": "));
      const text = [title, ...lines, ...notes].join("\n");
      const said = (key) => () => (status.textContent = takeAway[key]);
      const { clipboard } = navigator;
      const copied = clipboard ? clipboard.writeText(text) : Promise.reject();
      copied.then(said("copied"), said("not-copied"));
    },
  };
  panel.addEventListener("click", (event) => {
    const button = event.target.closest("[data-action]");
    status.textContent = "";
    if (button) actions[button.dataset.action]();
  });
}
