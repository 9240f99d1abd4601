/** Findings and changes → the values on pages that show them. */
import type { Finding } from "../catalogue/index.ts";
import type { ChangeData, MarkData } from "../write/review/index.ts";
import type { ChangedValue } from "./changed-values.ts";
import type { PrintedPages } from "./page-of-findings.ts";
import type { Printed, PrintedBy } from "./printed-by.ts";

export type Marks = {
  /** None if it shows on no page. */
  readonly marksOf: (finding: Finding) => readonly MarkData[];
  readonly marked: (changes: readonly ChangedValue[]) => readonly ChangeData[];
};

/** `pageOf` is absent if there are no pages. */
export function openMarks(printedBy: PrintedBy, pageOf: PrintedPages | undefined): Marks {
  const marksOn = (printed: Printed | undefined): readonly MarkData[] => {
    const page = printed && pageOf?.(printed);
    return printed === undefined || page === undefined ? [] : [[page.sheet, page.path, printed.project]];
  };
  return {
    marksOf: ({ at, also = [] }) => [at, ...also].flatMap((place) => marksOn(printedBy(place))),
    marked: (changes) => changes.map(({ printed, ...change }) => ({ ...change, marks: marksOn(printed) })),
  };
}
