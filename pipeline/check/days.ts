/** A text → the days and months that it names, each with the clause around it. */
import { comparable, foldSentence } from "./comparable.ts";

export type Day = {
  readonly year: string | undefined;
  readonly month: number;
  /** Undefined in 6月底 and 6月份. */
  readonly day: number | undefined;
};

export type NamedDay = {
  readonly day: Day;
  /** As written: 2026年8月31日前. */
  readonly written: string;
  /** The rest of its clause, as it is compared. */
  readonly clause: string;
};

const named =
  /(?:(?<year>20\d\d)年)?(?<![\d.])(?<month>\d{1,2})月(?:(?<day>\d{1,2})日|份)?(?:底|末|中旬|上旬|下旬|初)?(?:之?以?前)?/u;

/** 2. before 10月底, which would else be read as 2.10. */
const numbering = /^[（(]?\d{1,2}[)）.、](?=\d{1,2}月|20\d\d年)/u;

/** The first of each clause. */
export function daysIn(text: string): readonly NamedDay[] {
  if (!text.includes("月")) return [];
  return foldSentence(text)
    .split(/[。；;、!,\n]/u)
    .flatMap((numbered) => {
      const clause = numbered.replace(numbering, "");
      const found = named.exec(clause);
      const { year, month = "", day } = found?.groups ?? {};
      if (found === null || Number(month) > 12 || Number(day) > 31) return [];
      return {
        day: { year, month: Number(month), day: day === undefined ? undefined : Number(day) },
        written: found[0],
        clause: comparable(clause.replace(found[0], "")),
      };
    });
}
