/** An indicator 其中：… that is more than the one above it, of which it is a part. */
import { compareDecimals } from "../../records/index.ts";
import { measureIn } from "../figures.ts";
import type { PrintedIndicator } from "../indicator-blocks.ts";
import { bareName } from "../indicator-name.ts";
import { rule } from "../rule.ts";

export const partAboveWhole = rule("part-above-whole", {
  number: 41,
  severity: "warning",
  about: {
    zh: "“其中：……”的指标值大于它上面的总数",
    en: "an indicator 其中：… that is more than the whole above it",
  },
  says: {
    zh: "“{part}”是 {partValue}，大于总数“{whole}”的 {wholeValue}",
    en: "“{part}” is {partValue}, more than the whole, “{whole}”, {wholeValue}",
  },
  todo: { zh: "请核对总数和其中数。", en: "Check the whole and its part." },
  *block({ indicators }) {
    let whole: PrintedIndicator | undefined;
    for (const part of indicators) {
      const name = bareName(part.level3?.text ?? "");
      if (!name.startsWith("其中")) {
        whole = part;
        continue;
      }
      if (whole?.printedValue === undefined || part.printedValue === undefined) continue;
      if (whole.level2?.text !== part.level2?.text || !isMore(part, whole)) continue;
      const args = {
        ...{ part: name, partValue: part.printedValue.text },
        ...{ whole: bareName(whole.level3?.text ?? ""), wholeValue: whole.printedValue.text },
      };
      yield { at: part.value ?? part.printedValue, also: [whole.printedValue], args };
    }
  },
});

/** Of what is counted; a part's rate, price or time may well be above that of the whole. */
function isMore(part: PrintedIndicator, whole: PrintedIndicator): boolean {
  const [less, all] = [measureIn(part.parsed), measureIn(whole.parsed)];
  if (less === undefined || all === undefined || less.unit !== all.unit) return false;
  if (/[%‰/日天时月周钟秒年分岁]/u.test(all.unit)) return false;
  return compareDecimals(less.number, all.number) > 0;
}
