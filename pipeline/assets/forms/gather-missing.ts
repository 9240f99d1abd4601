/** What is wrong with a form → the same, where each name of the form's own that `fields` lacks is told once, with all its places. */
import type { Diagnostic } from "../../diagnostics/index.ts";
import { groupBy, isOwnField } from "../../records/index.ts";

/** One slip in `fields` makes every label, path and formula wrong that has the right name. */
export function gatherMissing(problems: readonly Diagnostic[]): readonly Diagnostic[] {
  const byName = groupBy(problems, missingOwnField);
  return problems.flatMap((problem): readonly Diagnostic[] => {
    const name = missingOwnField(problem);
    const alike = name === undefined ? [] : (byName.get(name) ?? []);
    if (alike.length < 2) return [problem];
    const told = alike.find(hasNearest) ?? problem;
    if (problem !== told) return [];
    const others = alike.flatMap((one) => (one === told ? [] : [one.at, ...(one.also ?? [])]));
    return [{ ...told, also: [...(told.also ?? []), ...others] }];
  });
}

function hasNearest({ args }: Diagnostic): boolean {
  return "nearest" in args && args.nearest !== "";
}

function missingOwnField(problem: Diagnostic): string | undefined {
  const name = missingField(problem);
  return name !== undefined && isOwnField(name) ? name : undefined;
}

function missingField(problem: Diagnostic): string | undefined {
  switch (problem.code) {
    case "template-unknown-label":
    case "template-unknown-path":
      return problem.args.field;
    case "form-formula-wrong": {
      const { expected, found } = problem.args;
      return expected === "field-of-form" || expected === "hole" ? found : undefined;
    }
    default:
      return undefined;
  }
}
