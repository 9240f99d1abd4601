/** Half-width marks in Chinese text; one note for each project, because systems write them on export. */
import { groupBy, subjectOfProject } from "../../records/index.ts";
import { rule } from "../rule.ts";

export const halfwidthPunctuation = rule("halfwidth-punctuation", {
  number: 33,
  severity: "info",
  about: { zh: "中文中用了半角标点", en: "half-width punctuation in Chinese text" },
  says: {
    zh: "有 {count:number} 处文字用了半角标点“{mark}”",
    en: "{count:number} text(s) contain half-width punctuation such as “{mark}”",
  },
  todo: {
    zh: "中文宜用全角标点；系统导出所致的可不理会。",
    en: "Chinese takes full-width punctuation; ignore this if the system's export writes it so.",
  },
  correct: (text) => text.replace(new RegExp(halfWidth, "gu"), (mark) => fullWidth.get(mark) ?? mark),
  *department({ texts }) {
    const marked = texts.filter(({ text }) => halfWidth.test(text.text));
    const groups = groupBy(marked, ({ project }) => JSON.stringify(project ? subjectOfProject(project) : {}));
    for (const [first, ...others] of groups.values()) {
      if (first === undefined) continue;
      const { text, project } = first;
      const { 0: mark = "", index = 0 } = halfWidth.exec(text.text) ?? {};
      yield {
        at: text,
        also: others.map((other) => other.text),
        project,
        part: text.text.slice(index - 1, index + 1),
        args: { mark, count: others.length + 1 },
      };
    }
  },
});

const fullWidth: ReadonlyMap<string, string> = new Map([
  [",", "，"],
  [";", "；"],
  [":", "："],
  ["?", "？"],
  ["!", "！"],
  [".", "。"],
]);

const halfWidth =
  /(?<=\p{Script=Han}[”’」』）)》]?)(?:[,;:?!](?=\s*(?:\p{Script=Han}|[“‘「『（(《]|$))|\.(?=\s*(?:\p{Script=Han}|$)))/u;
