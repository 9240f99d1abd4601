/** Finds the blocks of indicators that lack a whole kind of indicator. */
import type { Diagnostic } from "../diagnostics/index.ts";
import type { Horizon } from "../records/index.ts";
import { eachBlock } from "./each-indicator.ts";
import { type IndicatorKind, isOfKind } from "./levels.ts";
import type { RuleContext } from "./rule.ts";
import { subjectOf } from "./subject-of.ts";

type Missing = Pick<Diagnostic, "at" | "subject"> & { readonly args: { readonly horizon: Horizon } };

/** A project with no indicators at all is one finding of another rule, not four of these. */
export function* blocksLacking(kind: IndicatorKind, context: RuleContext): Iterable<Missing> {
  for (const { project, horizon, indicators } of eachBlock(context)) {
    // Without levels there is nothing to tell the kind by.
    const classified = indicators.some(({ level1, level2 }) => level1 !== undefined || level2 !== undefined);
    if (!classified || indicators.some((indicator) => isOfKind(indicator, kind))) continue;
    yield { at: project.name?.at ?? project.at, subject: subjectOf(project), args: { horizon } };
  }
}
