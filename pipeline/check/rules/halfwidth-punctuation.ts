/** Half-width marks in Chinese text; one note for each project, because systems write them on export. */
import { groupBy, subjectOfProject, type Text } from "../../records/index.ts";
import { type RuleContext, rule } from "../rule.ts";

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
  correct: withFullWidth,
  *department({ texts, distinctTexts }) {
    const marked = markedIn(texts, distinctTexts());
    if (isAlone(marked, distinctTexts())) return;
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

export const halfwidthHereAlone = rule("halfwidth-here-alone", {
  number: 33,
  severity: "warning",
  about: {
    zh: "只有一处文字用了半角逗号、句点，其他各处都是全角",
    en: "one text alone with half-width commas or stops, where all others have full-width ones",
  },
  says: {
    zh: "这里用了半角标点“{mark}”，其他各处都是全角标点",
    en: "Half-width punctuation “{mark}” here; all other texts have full-width marks",
  },
  todo: { zh: "请改用全角标点。", en: "Use full-width marks." },
  correct: withFullWidth,
  department({ texts, distinctTexts }) {
    const marked = markedIn(texts, distinctTexts());
    const [first] = marked;
    if (first === undefined || !isAlone(marked, distinctTexts())) return;
    const { text, project } = first;
    const { 0: mark = "", index = 0 } = halfWidth.exec(text.text) ?? {};
    return { at: text, project, part: text.text.slice(index - 1, index + 1), args: { mark } };
  },
});

function withFullWidth(text: string): string {
  return text.replace(new RegExp(halfWidth, "gu"), (mark) => fullWidth.get(mark) ?? mark);
}

function markedIn(texts: RuleContext["texts"], distinct: readonly Text[]): RuleContext["texts"] {
  const faulty = new Set(distinct.flatMap(({ text }) => (halfWidth.test(text) ? text : [])));
  return faulty.size === 0 ? [] : texts.filter(({ text }) => faulty.has(text.text));
}

/** One text with several, among many that have full-width ones: no system wrote it. */
function isAlone(marked: RuleContext["texts"], distinct: readonly Text[]): boolean {
  const [first, ...others] = marked;
  if (first === undefined || others.length > 0) return false;
  return distinct.filter(({ text }) => /[，。；]/u.test(text)).length >= fewest;
}

const fewest = 10;

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
