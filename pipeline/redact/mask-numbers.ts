/** Lines of a text → the same with marks for the numbers of persons in them. */
import { numberWord, type PersonalNumber, personalNumbers } from "../check/index.ts";
import type { Filled } from "./filled-fields.ts";
import { maskLines, stars } from "./mask-lines.ts";
import type { MaskLines } from "./mask-texts.ts";

/** `tell` is called with each number that is masked, and its mark; a text may stand below a label that says what it is. */
export function numberMask(
  tell: (digits: string, mark: string) => void,
  labelOf: (text: string) => string | undefined,
): MaskLines {
  return (lines) =>
    maskLines(lines, (text) => {
      const label = labelOf(text);
      const before = label === undefined ? "" : `${label}：`;
      return personalNumbers(before + text).map((number) => {
        const mark = markOf(number);
        tell(number.digits, mark);
        return { start: number.start - before.length, end: number.end - before.length, mark };
      });
    });
}

/** Texts of fields whose label is a word for such a number, such as 联系电话, each with that label. */
export function labelledNumbers(
  filled: readonly Filled[],
  called: (field: string) => string,
): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const { field, values } of filled) {
    const label = called(field);
    if (wordFor.test(label)) for (const { text } of values) labels.set(text, label);
  }
  return labels;
}

/** As what stands below it is looked at behind it. */
const wordFor = new RegExp(`${numberWord}$`, "u");

/**
 * What is usual where lists of persons are published: of a mobile number three digits and four, of a card its last four.
 * Of an identity number the province alone, as what one list leaves of it can be put together with what others do; of a
 * telephone the area.
 */
function markOf({ kind, digits }: PersonalNumber): string {
  if (kind === "mobile") return `${digits.slice(0, 3)}${stars}${digits.slice(-4)}`;
  if (kind === "card") return `${stars}${digits.slice(-4)}`;
  if (kind === "passport") return `${digits.slice(0, 1)}${stars}`;
  if (kind === "identity") return `${digits.slice(0, 2)}${stars}`;
  const area = digits.length > 8 ? (/^0(?:10|2\d|\d{3})/u.exec(digits)?.[0] ?? "") : "";
  return area === "" ? stars : `${area}-${stars}`;
}
