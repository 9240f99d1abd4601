/** What was made of a department → `review.html`: its pages with its findings; of one that failed, the findings alone. */
import type { Finding } from "../catalogue/index.ts";
import { reviewName } from "../contracts/index.ts";
import type { Generated } from "../department/index.ts";
import { type Language, severities } from "../diagnostics/index.ts";
import { type NewFile, readScript } from "../files/index.ts";
import { reviewedFinding } from "../lists/index.ts";
import { type FindingData, type MarkData, packFindings, writeReview } from "../write/review/index.ts";

type About = { readonly name: string; readonly language: Language };

/** `findings` begin with those that were generated; those found since show on no page. */
export function reviewPage(
  { report, review }: Pick<Generated, "report" | "review">,
  findings: readonly Finding[],
  { name, language }: About,
): NewFile {
  const bytes = writeReview({
    language,
    title: report?.title ?? name,
    pages: review?.pages,
    values: review?.values,
    findings: packFindings(reviewedFindings(findings, review?.marks ?? [], language)),
    changes: review?.changes ?? [],
    viewer: readScript("viewer"),
  });
  return { name: reviewName, bytes };
}

/** Each with its marks, if there are any, in the order of the page's list. */
export function reviewedFindings(
  findings: readonly Finding[],
  marks: readonly (readonly MarkData[])[],
  language: Language,
): readonly FindingData[] {
  const listed = findings.map((finding, index): FindingData => {
    return { ...reviewedFinding(finding, language), marks: marks[index] ?? [] };
  });
  return listed.toSorted((one, other) => orderOf(one) - orderOf(other));
}

/** As the pages are read; what is on no page comes first, the worst of it before the rest. */
function orderOf({ marks, severity }: FindingData): number {
  return marks[0]?.[0] ?? severities.indexOf(severity) - severities.length;
}
