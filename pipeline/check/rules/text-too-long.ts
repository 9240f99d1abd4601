/** A text longer than budget systems take: it is cut there, or cannot be filed. */
import type { Project, Text } from "../../records/index.ts";
import { eachIndicator } from "../each-indicator.ts";
import type { Finding, Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";

export const textTooLong: Rule<"text-too-long"> = {
  about: {
    zh: "文字超过系统的长度（名称 180 字、指标值 200 字、目标 2000 字）",
    en: "texts longer than budget systems take (name 180, value 200, goal 2,000 characters)",
  },
  *check(context) {
    for (const project of context.department.projects) {
      yield* tooLong(project, [project.name], { what: "name", most: 180 });
      for (const horizon of ["annual", "midTerm"] as const)
        yield* tooLong(project, project.goals[horizon]?.lines ?? [], { what: "goal", most: 2000 });
    }
    for (const { project, indicator } of eachIndicator(context))
      yield* tooLong(project, [indicator.value], { what: "value", most: 200 });
  },
};

type Limit = { readonly what: "name" | "goal" | "value"; readonly most: number };

function* tooLong(
  project: Project,
  texts: readonly (Text | undefined)[],
  { what, most }: Limit,
): Iterable<Finding<"text-too-long">> {
  const length = texts.reduce((sum, text) => sum + [...(text?.text ?? "")].length, 0);
  const at = texts[0]?.at;
  if (length > most && at !== undefined)
    yield { at, subject: subjectOf(project), args: { what, length, most } };
}
