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
  /** The clause before it in its sentence. */
  readonly before: string;
};

const named =
  /(?:(?<year>20\d\d)年)?(?<![\d.])(?<month>\d{1,2})月(?:(?<day>\d{1,2})日|份)?(?:底|末|中旬|上旬|下旬|初)?(?:之?以?前)?/u;

/** 2. before 10月底, which would else be read as 2.10. */
const numbering = /^[（(]?\d{1,2}[)）.、](?=\d{1,2}月|20\d\d年)/u;

/** The first of each clause. */
export function daysIn(text: string): readonly NamedDay[] {
  if (!text.includes("月")) return [];
  return foldSentence(text)
    .split(/[。；;!\n]/u)
    .flatMap((sentence) => daysOf(sentence.split(/[、,]/u)));
}

function daysOf(clauses: readonly string[]): readonly NamedDay[] {
  return clauses.flatMap((numbered, index) => {
    const clause = numbered.replace(numbering, "");
    const found = named.exec(clause);
    const { year, month = "", day } = found?.groups ?? {};
    if (found === null || Number(month) > 12 || Number(day) > 31) return [];
    return {
      day: { year, month: Number(month), day: day === undefined ? undefined : Number(day) },
      written: found[0],
      clause: comparable(clause.replace(found[0], "")),
      before: comparable(clauses[index - 1] ?? ""),
    };
  });
}

/** As far as both say. */
export function agree(one: Day, other: Day): boolean {
  return (["year", "month", "day"] as const).every(
    (part) => one[part] === undefined || other[part] === undefined || one[part] === other[part],
  );
}

/** With 月 in the column of units, 12 is a month if it says when a thing is done; of how long it takes, it is a year. */
export const isMonth = /月份$|(?:完成|完工|竣工|办结|发放|拨付|到位|入库|投入使用)(?:时间|时点|日期)$/u;
