/** A change that goes the other way than its word says: 由76%提高到72%. */
import { compareDecimals } from "../../records/index.ts";
import { foldSentence } from "../comparable.ts";
import { measureOf } from "../figures.ts";
import { rule } from "../rule.ts";
import { unitWord } from "../unit-words.ts";

type Against = { readonly word: string; readonly from: string; readonly to: string };

export const changeAgainstItsWord = rule("change-against-its-word", {
  number: 41,
  severity: "warning",
  about: {
    zh: "文字说提高，数字却降低，或相反（由76%提高到72%）",
    en: "a change that goes the other way than its word says (from 76 % up to 72 %)",
  },
  says: {
    zh: "文字说由 {from}“{word}”{to}，数字的变化却相反",
    en: "The text says “{word}” from {from} to {to}, but the numbers go the other way",
  },
  todo: { zh: "请核对前后两个数字。", en: "Check both numbers." },
  text(text) {
    if (!text.text.includes("由") && !text.text.includes("从")) return;
    for (const { groups = {}, 0: found } of foldSentence(text.text).matchAll(changed)) {
      const { a = "", aUnit = "", aPer, up, down, b = "", bUnit = "", bPer } = groups;
      const [before, after] = [measureOf(a, aUnit), measureOf(b, bUnit)];
      if (before === undefined || after === undefined || before.unit !== after.unit || aPer !== bPer)
        continue;
      // A rank rises to a smaller number.
      if (/[位名]$/u.test(aUnit)) continue;
      const turned = compareDecimals(after.number, before.number);
      if (turned === 0 || turned > 0 === (up !== undefined)) continue;
      const args: Against = { word: up ?? down ?? "", from: `${a}${aUnit}`, to: `${b}${bUnit}` };
      return { at: text, part: found, args };
    }
    return undefined;
  },
});

const number = (name: string) =>
  String.raw`(?<${name}>\d[\d,]*(?:\.\d+)?)(?<${name}Unit>个?[万亿](?!元)(?:${unitWord})?|${unitWord})(?<${name}Per>[/／]${unitWord})?`;
// 提升 and 压缩 may be what is done to things; with 到 or 至 behind them, and two numbers of one unit, they tell of a change.
const changed = new RegExp(
  String.raw`[由从](?:20\d\d年?度?末?|上年度?|去年|目前|现在|原来|现行)*的?(?:\S{0,6}?的)?${number("a")}(?:左右)?、?(?:进一步|逐步|逐年|稳步|再|分别)?(?:(?<up>提高|提升|增加|增长|上升|扩大|上调|增|升)|(?<down>下降|降低|减少|压减|压缩|缩短|缩减|下调|降|减))(?:到|至|为)(?:约|不超过|不低于)?${number("b")}`,
  "gu",
);
