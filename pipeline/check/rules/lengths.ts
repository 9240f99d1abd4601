/** A text longer than budget systems take, or a level-3 name longer than the form's system takes. */
import type { Project, Text } from "../../records/index.ts";
import { type Found, rule } from "../rule.ts";

type TooLong = { readonly what: "name" | "goal" | "value"; readonly length: number; readonly most: number };

/** Systems cut it, or refuse it. */
export const textTooLong = rule("text-too-long", {
  number: 5,
  ofLists: true,
  severity: "warning",
  about: {
    zh: "文字超过系统的长度（名称 180 字、指标值 200 字、目标 2000 字）",
    en: "texts longer than budget systems take (name 180, value 200, goal 2,000 characters)",
  },
  says: {
    zh: ({ what, length, most }: TooLong) =>
      `${{ name: "项目名称", goal: "绩效目标", value: "指标值" }[what]}有 ${length} 个字，系统一般最多 ${most} 个字`,
    en: "The {what} has {length:number} characters; systems usually allow {most:number}",
  },
  todo: { zh: "请精简文字。", en: "Shorten it." },
  *department(context) {
    for (const project of context.department.projects) {
      yield* tooLong(project, [project.name], { what: "name", most: 180 });
      for (const horizon of ["annual", "midTerm"] as const)
        yield* tooLong(project, project.goals[horizon]?.lines ?? [], { what: "goal", most: 2000 });
    }
    for (const { project, indicators } of context.blocks) {
      for (const { value } of indicators) yield* tooLong(project, [value], { what: "value", most: 200 });
    }
  },
});

function tooLong(
  project: Project,
  texts: readonly (Text | undefined)[],
  { what, most }: Pick<TooLong, "what" | "most">,
): readonly Found<TooLong>[] {
  const length = texts.reduce((sum, text) => sum + lengthOf(text), 0);
  const at = texts[0]?.at;
  return length > most && at !== undefined ? [{ at, project, args: { what, length, most } }] : [];
}

export const level3TooLong = rule("level3-too-long", {
  number: 5,
  severity: "warning",
  about: { zh: "三级指标名称超过系统的长度", en: "a level-3 name longer than the system takes" },
  expects: {
    zh: "最多几个字，例如 40；不设则不检查",
    en: "the most characters, for example 40; without it nothing is checked",
  },
  says: {
    zh: "三级指标名称有 {length:number} 个字，系统最多 {most:number} 个字",
    en: "The level-3 name has {length:number} characters; the system allows {most:number}",
  },
  todo: { zh: "请精简名称。", en: "Shorten it." },
  indicator({ level3 }, { expect: most }) {
    const length = lengthOf(level3);
    if (level3 === undefined || most === undefined || length <= most) return;
    return { at: level3, args: { length, most } };
  },
});

function lengthOf(text: Text | undefined): number {
  return [...(text?.text ?? "")].length;
}
