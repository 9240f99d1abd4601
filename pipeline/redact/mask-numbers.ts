/** Lines of a text → the same with marks for the numbers of persons in them. */
import { type PersonalNumber, personalNumbers } from "../check/index.ts";
import type { MaskLines } from "./mask-texts.ts";

/** `tell` is called with each number that is masked, and its mark. */
export function numberMask(tell: (number: PersonalNumber, mark: string) => void): MaskLines {
  return (lines) => {
    const text = lines.join("\n");
    const numbers = personalNumbers(text);
    if (numbers.length === 0) return lines;
    let masked = "";
    let from = 0;
    for (const number of numbers) {
      const mark = markOf(number);
      tell(number, mark);
      const { start, end } = number;
      // A line that it ends in stays one.
      masked += text.slice(from, start) + mark + text.slice(start, end).replace(/[^\n]/gu, "");
      from = end;
    }
    masked += text.slice(from);
    // A text is never blank.
    return masked.split("\n").map((line, index) => (line === "" && lines[index] !== "" ? stars : line));
  };
}

/** As many whatever they stand for, so that they do not say how long it is. */
const stars = "****";

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
