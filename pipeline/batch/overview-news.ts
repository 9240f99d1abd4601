/** How a department stood after its last run and stands now → what is new about it. */
import type { ChangeFigures, DepartmentLastRun, Standing } from "../contracts/index.ts";
import { severities } from "../diagnostics/index.ts";
import { compareDecimals, parseDecimal, subtractDecimals, withTwoPlaces } from "../records/index.ts";
import type { News } from "../write/overview/index.ts";

type Known = {
  readonly isDraft: boolean;
  /** Whether there is a final edition or a draft of it beside this first one. */
  readonly isKnown: boolean;
  /** What the edition that stands says of itself: since the edition before, and of a draft since the draft before. */
  readonly changes?: ChangeFigures | undefined;
  readonly sinceDraft?: ChangeFigures | undefined;
};

/** `before` is absent of a department's first run. */
export function newsOf(
  { now, before }: Pick<DepartmentLastRun, "now" | "before">,
  { isDraft, isKnown, changes, sinceDraft }: Known,
): News {
  if (before === undefined) return { state: now.failed ? "failed" : isKnown ? undefined : "new" };
  if (now.failed) return before.failed ? {} : { state: "failed" };
  const isOther = now.records !== before.records;
  // Of a final edition the change list is about the one before it, which another run may have made.
  const sinceEdition = changes?.edition === before.edition ? changes : undefined;
  const since = isDraft ? sinceDraft : sinceEdition;
  const figures = isOther && since !== undefined && since.count > 0 ? since : undefined;
  return {
    state: before.failed ? "mended" : undefined,
    changes: figures,
    findings: (isOther ? since?.findings : undefined) ?? differenceIn(before, now),
    pages: pagesDifference(before, now),
    money: moneyDifference(before, now),
  };
}

/** By how many more and fewer of each severity there are; those of a failed run are not all. */
function differenceIn(before: Standing, now: Standing): News["findings"] {
  if (before.failed) return undefined;
  const more = severities.map((severity) => now.findings[severity] - before.findings[severity]);
  const added = more.reduce((sum, one) => sum + Math.max(one, 0), 0);
  const gone = more.reduce((sum, one) => sum + Math.max(-one, 0), 0);
  return added + gone === 0 ? undefined : { added, gone };
}

function pagesDifference({ pages: before }: Standing, { pages: now }: Standing): number | undefined {
  return before === undefined || now === undefined || before === now ? undefined : now - before;
}

function moneyDifference(before: Standing, now: Standing): string | undefined {
  const [was, is] = [before, now].map(({ budgetTotal = "" }) => parseDecimal(budgetTotal));
  if (was === undefined || is === undefined) return undefined;
  const difference = subtractDecimals(is, was);
  const sign = compareDecimals(difference, "0");
  if (sign === 0) return undefined;
  const size = withTwoPlaces(sign > 0 ? difference : difference.slice(1));
  return `${sign > 0 ? "+" : "−"}${size}`;
}
