/** The project's own name used as the name of an indicator, or as its purpose. */
import { printedIndicators } from "../../records/index.ts";
import { comparable } from "../comparable.ts";
import { rule } from "../rule.ts";

/** One finding for each project. */
export const projectNameAsIndicator = rule("project-name-as-indicator", {
  number: 32,
  severity: "warning",
  about: { zh: "三级指标照抄项目名称", en: "the project's name used as an indicator" },
  says: {
    zh: "有 {count:number} 个三级指标照抄了项目名称",
    en: "{count:number} level-3 indicator(s) only repeat the project's name",
  },
  todo: {
    zh: "请写出具体的指标名称，例如 人数、合格率、完成时间。",
    en: "Name what is measured, for example a number, a rate or a date.",
  },
  project(project, { spec }) {
    const name = comparable(project.name?.text ?? "");
    const copies = printedIndicators(project, spec)
      .flatMap(({ level3 }) => level3 ?? [])
      .filter(({ text }) => name !== "" && comparable(text) === name);
    const [first, ...also] = copies;
    return first && { at: first, also, args: { count: copies.length } };
  },
});

/** Only if most purposes do so, and then one finding, because it is a habit and not a slip. */
export const purposeRepeatsName = rule("purpose-repeats-name", {
  number: 32,
  severity: "warning",
  about: {
    zh: "多数项目的用途、概况照抄项目名称",
    en: "purposes that only repeat the names of most projects",
  },
  says: {
    zh: "有 {count:number} 个项目的资金用途照抄了项目名称",
    en: "{count:number} projects state only their name as purpose",
  },
  todo: { zh: "请写明资金具体用在哪里。", en: "Describe what the money is spent on." },
  department({ department: { projects } }) {
    const given = projects.flatMap(({ name, purpose }) =>
      name === undefined || purpose === undefined ? [] : [{ name, purpose }],
    );
    const repeated = given.filter(({ name, purpose }) => comparable(purpose.text) === comparable(name.text));
    const [first, ...also] = repeated.map(({ purpose }) => purpose);
    if (first === undefined || repeated.length < 2 || repeated.length * 2 <= given.length) return;
    return { at: first, also, args: { count: repeated.length } };
  },
});
