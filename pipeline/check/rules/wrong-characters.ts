/** Words with a character typed for another: those that mean nothing so, and those that the department has right elsewhere. */
import { misspellingIn } from "../misspellings.ts";
import { rule } from "../rule.ts";
import { strayCharactersIn } from "../stray-characters.ts";

export const characterWrong = rule("character-wrong", {
  number: 33,
  severity: "warning",
  gathered: "over the department",
  about: { zh: "错别字（合各率、诸备、满意渡）", en: "a word with a wrong character (合各率, 诸备)" },
  says: { zh: "错别字：“{wrong}”应为“{right}”", en: "“{wrong}” is a slip for “{right}”" },
  todo: { zh: "请更正。", en: "Correct it." },
  text(text) {
    const found = misspellingIn(text.text);
    if (found === undefined) return;
    const { wrong, right } = found;
    return { at: text, part: wrong, args: { wrong, right } };
  },
  correct(text) {
    let right = text;
    const next = () => misspellingIn(right, { certainly: true });
    for (let slip = next(); slip !== undefined; slip = next()) {
      right = right.slice(0, slip.index) + slip.right + right.slice(slip.index + slip.wrong.length);
    }
    return right;
  },
});

export const characterUnlikeOthers = rule("character-unlike-others", {
  number: 33,
  severity: "warning",
  about: {
    zh: "只此一处写作另一个音近、形近的字，别处都不是（个体工商互与个体工商户）",
    en: "a character that sounds or looks like the one that the same words have elsewhere (个体工商互 beside 个体工商户)",
  },
  says: {
    zh: "“{wrong}”像是“{right}”之误，别处有 {count:number} 处写作后者",
    en: "“{wrong}” seems to be a slip for “{right}”, as it is written in {count:number} other place(s)",
  },
  todo: { zh: "请核对是否为错别字。", en: "Check whether a wrong character was typed." },
  *department({ department, texts, distinctTexts }) {
    const first = new Map(distinctTexts().map((text) => [text.text, text]));
    const slips = strayCharactersIn(texts.map(({ text }) => text.text));
    if (slips.length === 0) return;
    const names = new Set(department.projects.flatMap(({ unit, department: of }) => [unit?.text, of?.text]));
    const projects = new Map(texts.map(({ text, project }) => [text, project]));
    for (const { text, wrong, right, count } of slips) {
      const at = first.get(text);
      // 农技站 and 农机站 are two units.
      if (at === undefined || names.has(text) || misspellingIn(text) !== undefined) continue;
      yield { at, part: wrong, project: projects.get(at), args: { wrong, right, count } };
    }
  },
});
