/** Half-width marks in Chinese text; one note for each project, as systems write them on export. */
import { eachText } from "../each-text.ts";
import { groupBy } from "../group-by.ts";
import type { Rule } from "../rule.ts";

export const halfwidthPunctuation: Rule<"halfwidth-punctuation"> = {
  about: { zh: "中文中用了半角标点", en: "half-width punctuation in Chinese text" },
  *check({ department }) {
    const marked = [...eachText(department)].filter(({ text }) => halfWidth.test(text.text));
    for (const [first, ...others] of groupBy(marked, ({ subject }) =>
      JSON.stringify(subject ?? {}),
    ).values()) {
      if (first === undefined) continue;
      const { text, subject } = first;
      const mark = halfWidth.exec(text.text);
      yield {
        at: text.at,
        also: others.map((other) => other.text.at),
        ...(subject && { subject }),
        found: text.text,
        part: text.text.slice((mark?.index ?? 0) - 1, (mark?.index ?? 0) + 1),
        args: { mark: mark?.[0] ?? "", count: others.length + 1 },
      };
    }
  },
};

const halfWidth =
  /(?<=\p{Script=Han}[”’」』）)》]?)(?:[,;:?!](?=\s*(?:\p{Script=Han}|[“‘「『（(《]|$))|\.(?=\s*(?:\p{Script=Han}|$)))/u;
