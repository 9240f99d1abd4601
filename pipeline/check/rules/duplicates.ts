/** Several projects with one code, or of one unit with one name. */
import { groupBy, type Project } from "../../records/index.ts";
import { rule } from "../rule.ts";

export const codeDuplicated = rule("code-duplicated", {
  number: 2,
  severity: "error",
  about: { zh: "几个项目用了同一个项目编码", en: "several projects with the same code" },
  says: { zh: "{count:number} 个项目用了同一个项目编码", en: "{count:number} projects have the same code" },
  todo: {
    zh: "请与预算系统核对，改正编码或删去重复的项目。",
    en: "Check against the budget system: correct the code, or remove the duplicate.",
  },
  *department({ department }) {
    for (const [first, ...others] of groupBy(department.projects, ({ code }) => code?.text).values()) {
      if (first?.code === undefined || others.length === 0) continue;
      const also = others.map((project) => project.code?.at ?? project.at);
      const of = { project: first, touches: [first, ...others], shared: { what: first.code.text, kind: "" } };
      yield { at: first.code, also, ...of, args: { count: others.length + 1 } };
    }
  },
});

/** One annex may hold all projects; then the number tells none of them. */
export const annexNumberRepeated = rule("annex-number-repeated", {
  number: 47,
  severity: "warning",
  about: {
    zh: "几个项目用了同一个附件号，其他项目各有各的",
    en: "several projects with one annex number, where the others have each their own",
  },
  says: {
    zh: "{count:number} 个项目的附件号都是“{annex}”",
    en: "{count:number} projects have the annex number “{annex}”",
  },
  todo: { zh: "请更正附件号。", en: "Correct the annex number." },
  *department({ department }) {
    const groups = [...groupBy(department.projects, ({ annex }) => annex?.text.trim()).values()];
    const alone = groups.filter(([first, ...others]) => first?.annex !== undefined && others.length === 0);
    for (const [first, ...others] of groups) {
      if (first?.annex === undefined || others.length === 0 || alone.length <= others.length) continue;
      const also = others.flatMap(({ annex }) => annex ?? []);
      const args = { annex: first.annex.text, count: others.length + 1 };
      const of = {
        project: first,
        touches: [first, ...others],
        shared: { what: args.annex.trim(), kind: "" },
      };
      yield { at: first.annex, also, ...of, args };
    }
  },
});

/** Projects with one code are reported by their code instead. */
export const nameDuplicated = rule("name-duplicated", {
  number: 2,
  severity: "warning",
  about: { zh: "同一单位的项目名称重复", en: "several projects of one unit with the same name" },
  says: {
    zh: "同一单位有 {count:number} 个项目名称相同",
    en: "{count:number} projects of one unit have the same name",
  },
  todo: {
    zh: "请核对是否重复申报；确为不同项目的，请在名称中加以区分。",
    en: "Check whether one was submitted twice; if not, give them different names.",
  },
  *department({ department }) {
    const codes = codesOfUnits(department.projects);
    const byName = groupBy(department.projects, (project) => nameWithinUnit(project, codes));
    for (const [first, ...others] of byName.values()) {
      if (first?.name === undefined || others.length === 0) continue;
      const code = first.code?.text;
      if (code !== undefined && others.every((project) => project.code?.text === code)) continue;
      const also = others.map((project) => project.name?.at ?? project.at);
      yield { at: first.name, also, project: first, args: { count: others.length + 1 } };
    }
  },
});

/** The code that goes with a unit's name: not every export of a department gives it. */
function codesOfUnits(projects: readonly Project[]): ReadonlyMap<string, string> {
  return new Map(
    projects.flatMap(({ unit, unitCode }) =>
      unit === undefined || unitCode === undefined ? [] : [[unit.text, unitCode.text] as const],
    ),
  );
}

function nameWithinUnit(
  { name, unit, unitCode }: Project,
  codes: ReadonlyMap<string, string>,
): string | undefined {
  if (name === undefined) return undefined;
  const named = unit?.text ?? "";
  return `${unitCode?.text ?? codes.get(named) ?? named}\n${name.text}`;
}
