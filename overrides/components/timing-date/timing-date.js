/** One timing rule: the date that lies the rule's distance before or after the date entered. */

import { plus } from "../shared/civil-date.js";
import { Tool } from "../shared/tool.js";
import { fill, sentence } from "../shared/wording.js";

class TimingDate extends Tool {
  prepare() {
    this.date = this.dateField(this.form.querySelector("[data-date]"));
  }

  work(today) {
    const { config, say, words } = this;
    const errors = [];
    const date = this.date.read(errors);
    if (errors.length) return { errors };
    const { gap, after } = config.rule;
    const day = plus(date, gap, after ? 1 : -1);
    const values = { gap: say.duration(gap), event: say.date(date) };
    const result = fill(words.result, { ...values, date: say.date(day) });
    return {
      show: [
        sentence(words.result, { ...values, date: say.time(day) }),
        say.distance(words.distance, day, today),
      ],
      events: [{ uid: `date-${config.uid}`, day, title: words["calendar-title"] }],
      title: words["record-title"],
      columns: [],
      rows: [],
      notes: [result, config.meaning, words.caveat].filter(Boolean),
    };
  }
}

customElements.define("timing-date", TimingDate);
