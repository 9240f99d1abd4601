/** What was made of a department → `review.html`: its pages with its findings; of one that failed, the findings alone. */
import type { Finding } from "../catalogue/index.ts";
import { reviewName } from "../contracts/index.ts";
import type { Generated } from "../department/index.ts";
import { type Language, severities } from "../diagnostics/index.ts";
import { type NewFile, readScript } from "../files/index.ts";
import { reviewedFinding } from "../lists/index.ts";
import { type FindingData, writeReview } from "../write/review/index.ts";

type About = { readonly name: string; readonly language: Language };

/** `findings` begin with those that were generated; those found since show on no page. */
export function reviewPage(
  { report, review }: Pick<Generated, "report" | "review">,
  findings: readonly Finding[],
  { name, language }: About,
): NewFile {
  const listed = findings.map((finding, index): FindingData => {
    return { ...reviewedFinding(finding, language), marks: review?.marks[index] ?? [] };
  });
  const bytes = writeReview({
    language,
    title: report?.title ?? name,
    pages: review?.pages,
    values: review?.values,
    findings: listed.toSorted((one, other) => orderOf(one) - orderOf(other)),
    changes: review?.changes ?? [],
    viewer: readScript("viewer"),
  });
  return { name: reviewName, bytes };
}

/** As the pages are read; what is on no page comes first, the worst of it before the rest. */
function orderOf({ marks, severity }: FindingData): number {
  return marks[0]?.[0] ?? severities.indexOf(severity) - severities.length;
}
