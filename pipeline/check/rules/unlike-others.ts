/** What one project has otherwise than all others of its department. */
import type { Project, Text } from "../../records/index.ts";
import { commonestFirst } from "../commonest.ts";
import { comparable } from "../comparable.ts";
import { indicatorNotApplicable } from "../not-applicable.ts";
import { placeOfIndicator } from "../place-of-indicator.ts";
import { rule } from "../rule.ts";

/** The first six digits say the district. */
export const codeRegionUnlikeOthers = rule("code-region-unlike-others", {
  number: 47,
  severity: "warning",
  about: {
    zh: "项目编码的区划代码与其他项目都不同",
    en: "a project code of another district than all others",
  },
  says: {
    zh: "项目编码以 {region} 开头，其他 {count:number} 个项目都以 {usual} 开头",
    en: "The project code begins with {region}; those of {count:number} other projects with {usual}",
  },
  todo: { zh: "请与预算系统核对编码。", en: "Check the code against the budget system." },
  *department({ department: { projects } }) {
    const given = projects.flatMap((project) =>
      project.code !== undefined && /^\d{8}[0-9A-Z]{13}$/u.test(project.code.text)
        ? [{ project, text: project.code, key: project.code.text.slice(0, 6) }]
        : [],
    );
    for (const { one, usual, count } of unlike(given)) {
      const args = { region: one.key, usual: usual.key, count };
      yield { at: one.text, also: [usual.text], project: one.project, args };
    }
  },
});

/** Only if the other name is a part of it, or it of the other: other units may well be there. */
export const unitUnlikeOthers = rule("unit-unlike-others", {
  number: 47,
  severity: "info",
  about: {
    zh: "只有一个项目的单位名称写法不同（多了“本级”等）",
    en: "a unit's name that one project alone spells otherwise, such as with 本级",
  },
  says: {
    zh: "单位写的是“{unit}”，其他 {count:number} 个项目都是“{usual}”",
    en: "The unit is “{unit}”; that of {count:number} other projects is “{usual}”",
  },
  todo: { zh: "请核对是否为同一单位。", en: "Check whether it is the same unit." },
  *department({ department: { projects } }) {
    const given = projects.flatMap((project) =>
      project.unit === undefined ? [] : [{ project, text: project.unit, key: project.unit.text }],
    );
    for (const { one, usual, count } of unlike(given)) {
      if (!one.key.includes(usual.key) && !usual.key.includes(one.key)) continue;
      const args = { unit: one.key, usual: usual.key, count };
      yield { at: one.text, also: [usual.text], project: one.project, args };
    }
  },
});

/** Where all others have the department's own. */
export const departmentUnlikeOthers = rule("department-unlike-others", {
  number: 47,
  severity: "warning",
  about: {
    zh: "只有一个项目的主管部门是另一个部门",
    en: "one project alone that names another department",
  },
  says: {
    zh: "主管部门写的是“{name}”，其他 {count:number} 个项目都是“{usual}”",
    en: "The department is “{name}”; that of {count:number} other projects is “{usual}”",
  },
  todo: {
    zh: "请核对主管部门，以及项目是否属于本部门。",
    en: "Check the department, and whether the project is one of it.",
  },
  *department({ department: { name, projects } }) {
    const given = projects.flatMap((project) =>
      project.department === undefined
        ? []
        : [{ project, text: project.department, key: comparable(project.department.text) }],
    );
    const own = comparable(name.text);
    // The department's own name tells which is right, so fewer need to agree.
    for (const { one, usual, count } of unlike(given, 3)) {
      // Written with its code, or a character less, it is the same.
      if (usual.key !== own || one.key.includes(own) || own.includes(one.key)) continue;
      const args = { name: one.text.text, usual: usual.text.text, count };
      yield { at: one.text, also: [usual.text], project: one.project, args };
    }
  },
});

type Annex = { readonly annex: string; readonly usual: string };

export const annexNumberUnlikeOthers = rule("annex-number-unlike-others", {
  number: 47,
  severity: "info",
  about: {
    zh: "附件号的写法与其他项目不同，或中间缺号",
    en: "an annex number written otherwise than the others, or one missing between them",
  },
  says: {
    zh: ({ annex, usual }: Annex) =>
      annex === ""
        ? `附件号没有填写，按顺序应为“${usual}”`
        : `附件号“${annex}”与其他项目的写法“${usual}”不同`,
    en: ({ annex, usual }: Annex) =>
      annex === ""
        ? `The annex number is blank; the others leave “${usual}” for it`
        : `The annex number “${annex}” is written otherwise than “${usual}” of the others`,
  },
  todo: { zh: "请核对附件号。", en: "Check the annex number." },
  *department({ department: { projects }, blankAt }) {
    const given = projects.flatMap((project) => {
      const [, key = "", digits = ""] = /^(.*?)(\d+)$/u.exec(project.annex?.text.trim() ?? "") ?? [];
      return project.annex === undefined || digits === ""
        ? []
        : [{ project, text: project.annex, key, number: Number(digits) }];
    });
    const [usual = []] = commonestFirst(given, ({ key }) => key);
    const [first] = usual;
    if (first === undefined || usual.length < 2) return;
    const usualNumbers = new Set(usual.map(({ number }) => number));
    const isMissing = (number: number) =>
      !usualNumbers.has(number) && usualNumbers.has(number - 1) && usualNumbers.has(number + 1);
    for (const one of given) {
      // Two that agree prove a third wrong only if it fills the gap between them.
      if (one.key === first.key || (usual.length < 3 && !isMissing(one.number))) continue;
      const args = { annex: one.text.text, usual: first.text.text };
      yield { at: one.text, also: [first.text], project: one.project, args };
    }
    if (usual.length < 3) return;
    const numbers = new Map(given.map(({ project, number }) => [project, number]));
    const taken = new Set(numbers.values());
    for (const [index, project] of projects.entries()) {
      const previous = projects[index - 1];
      const before = previous && numbers.get(previous);
      if (project.annex !== undefined || before === undefined || taken.has(before + 1)) continue;
      const args = { annex: "", usual: `${first.key}${before + 1}` };
      yield { at: blankAt(project.at, "project.annex"), project, args };
    }
  },
});

/** If hardly any other indicator of the department lacks it; the form does not require it. */
export const basisBlankHereAlone = rule("basis-blank-here-alone", {
  number: 47,
  severity: "warning",
  about: {
    zh: "个别指标没有填写依据（绩效标准），其他指标都填了",
    en: "an indicator without a basis where nearly all others have one",
  },
  says: {
    zh: "“{indicator}”没有填写依据，其他 {count:number} 个指标都填了",
    en: "“{indicator}” has no basis; {count:number} other indicators have one",
  },
  todo: { zh: "请补填。", en: "Fill it in." },
  *department({ blocks, spec, blankAt }) {
    if (spec.fields["indicator.basis"] === undefined) return;
    const applicable = blocks.flatMap(({ project, indicators }) =>
      indicators
        .filter((one) => one.level3 !== undefined && one.value !== undefined && !indicatorNotApplicable(one))
        .map((indicator) => ({ project, indicator })),
    );
    const blank = applicable.filter(({ indicator }) => indicator.basis === undefined);
    const count = applicable.length - blank.length;
    if (count < 20 || blank.length * 20 > applicable.length) return;
    for (const { project, indicator } of blank) {
      const at = blankAt(placeOfIndicator(indicator, project), "indicator.basis");
      yield { at, project, args: { indicator: indicator.level3?.text ?? "", count } };
    }
  },
});

type Keyed = { readonly project: Project; readonly text: Text; readonly key: string };

/** The one that differs, where at least so many others agree. */
function unlike<One extends Keyed>(
  given: readonly One[],
  fewest = 4,
): readonly { one: One; usual: One; count: number }[] {
  const [usual = [], ...others] = commonestFirst(given, ({ key }) => key);
  const [first] = usual;
  const [one, ...more] = others.flat();
  if (first === undefined || one === undefined || more.length > 0 || usual.length < fewest) return [];
  return [{ one, usual: first, count: usual.length }];
}
