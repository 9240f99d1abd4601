/** Lines of a text → the same with marks for the numbers of persons in them. */
import { type PersonalNumber, personalNumbers } from "../check/index.ts";
import { maskLines, stars } from "./mask-lines.ts";
import type { MaskLines } from "./mask-texts.ts";

/** `tell` is called with each number that is masked, and its mark. */
export function numberMask(tell: (digits: string, mark: string) => void): MaskLines {
  return (lines) =>
    maskLines(lines, (text) =>
      personalNumbers(text).map((number) => {
        const mark = markOf(number);
        tell(number.digits, mark);
        return { start: number.start, end: number.end, mark };
      }),
    );
}

/**
 * What is usual where lists of persons are published: of a mobile number three digits and four, of a card its last four.
 * Of an identity number the province alone, as what one list leaves of it can be put together with what others do; of a
 * telephone the area.
 */
function markOf({ kind, digits }: PersonalNumber): string {
  if (kind === "mobile") return `${digits.slice(0, 3)}${stars}${digits.slice(-4)}`;
  if (kind === "card") return `${stars}${digits.slice(-4)}`;
  if (kind === "identity") return `${digits.slice(0, 2)}${stars}`;
  const area = digits.length > 8 ? (/^0(?:10|2\d|\d{3})/u.exec(digits)?.[0] ?? "") : "";
  return area === "" ? stars : `${area}-${stars}`;
}
