/** Years that are not years, or disagree: of the department, its title and prose, its projects and their mid-term ranges. */
import { groupBy } from "../../records/index.ts";
import { rule } from "../rule.ts";
import { budgetYear, excludesYear, yearIn } from "../year-in.ts";

export const titleYearMismatch = rule("title-year-mismatch", {
  number: 30,
  severity: "error",
  about: { zh: "标题中的年度与所填年度不一致", en: "a title that names another year" },
  says: {
    zh: "标题写的是 {inTitle} 年，而年度是 {year}",
    en: "The title says {inTitle}, but the year is {year}",
  },
  todo: { zh: "请更正标题或年度。", en: "Correct the title or the year." },
  department({ department: { title, year } }) {
    const declared = yearIn(year?.text);
    if (title === undefined || declared === undefined) return;
    const inTitle: readonly string[] =
      title.text.match(/(?<!\d)(?:19|20)\d{2}(?=\s*(?:年|[-—~～至]))/gu) ?? [];
    const [first] = inTitle;
    if (first === undefined || inTitle.includes(declared)) return;
    return { at: title, args: { year: declared, inTitle: first } };
  },
});

/** 二〇二六, 26, 2026-2027; one finding for each such text. */
export const yearNotAYear = rule("year-not-a-year", {
  number: 30,
  severity: "warning",
  about: { zh: "“年度”不是四位数字的年份", en: "a year that is not one of four digits" },
  says: {
    zh: "“年度”不是四位数字的年份，年份无法核对",
    en: "Not a four-digit year, so years cannot be compared",
  },
  todo: { zh: "请写成四位数字，例如 2026。", en: "Write four digits, for example 2026." },
  *department({ department: { year, projects } }) {
    const texts = [year ?? [], ...projects.map((project) => project.year ?? [])].flat();
    const wrong = texts.filter(({ text }) => yearIn(text) === undefined);
    for (const [first, ...others] of groupBy(wrong, ({ text }) => text).values()) {
      if (first === undefined) continue;
      // The department may have taken its year from the projects; then both have the same place.
      yield { at: first, also: others.filter(({ at }) => at !== first.at), args: {} };
    }
  },
});

export const projectYearMismatch = rule("project-year-mismatch", {
  number: 30,
  severity: "error",
  about: { zh: "项目年度与部门年度不一致", en: "a project of another year than the department's" },
  says: {
    zh: "项目的年度与部门的年度 {year} 不一致",
    en: "The project's year differs from the department's, {year}",
  },
  todo: {
    zh: "请核对是否混入了其他年度的项目。",
    en: "Check whether a project of another year was included by mistake.",
  },
  project(project, { department }) {
    const year = yearIn(department.year?.text);
    const own = yearIn(project.year?.text);
    if (department.year === undefined || project.year === undefined) return;
    if (year === undefined || own === undefined || own === year) return;
    return { at: project.year, also: [department.year], args: { year } };
  },
});

export const midTermRangeExcludesYear = rule("mid-term-range-excludes-year", {
  number: 30,
  severity: "warning",
  about: { zh: "中期目标起止不包含预算年度", en: "a mid-term range without the budget year" },
  says: {
    zh: "中期目标起止不包含预算年度 {year}",
    en: "The mid-term range does not contain the budget year {year}",
  },
  todo: { zh: "请核对起止年份。", en: "Check the years." },
  project(project, { department }) {
    const range = project.midTermRange;
    // A project of another year than its department's is told as that.
    const year = yearIn(department.year?.text) ?? budgetYear(project, department);
    if (range === undefined || year === undefined) return;
    const [from, to, ...more] = range.text.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/gu) ?? [];
    // Placeholders (20××) and single years say nothing about a range.
    if (from === undefined || to === undefined || more.length > 0) return;
    return from <= year && year <= to ? undefined : { at: range, args: { year } };
  },
});

export const periodExcludesYear = rule("period-excludes-year", {
  number: 30,
  severity: "warning",
  about: { zh: "项目期不包含预算年度", en: "a project period without the budget year" },
  says: {
    zh: "项目期“{period}”不包含预算年度 {year}",
    en: "The project period “{period}” does not contain the budget year {year}",
  },
  todo: {
    zh: "请核对项目期的年份，留意是否沿用了往年的数据。",
    en: "Check the years: they may be last year's.",
  },
  project(project, { department }) {
    const year = budgetYear(project, department);
    if (project.period === undefined || year === undefined || !excludesYear(project, year)) return;
    return { at: project.period, args: { period: project.period.text, year } };
  },
});

type OldProse = { readonly named: string; readonly year: string; readonly isBudget: boolean };

/** Prose copied from last year's report. The budget of another year may be compared with, or reported on. */
export const proseYearMismatch = rule("prose-year-mismatch", {
  number: 30,
  severity: "warning",
  about: {
    zh: "第一部分文字中的预算年度与所填年度不一致，或以往年的工作安排开头",
    en: "Part 1 that names another year's budget, or begins with the plans of a year that is over",
  },
  says: {
    zh: ({ named, year, isBudget }: OldProse) =>
      `文字说的是 ${named} 年${isBudget ? "部门预算" : "的安排"}，部门所填年度是 ${year}`,
    en: ({ named, year, isBudget }: OldProse) =>
      `The text is about the ${isBudget ? "budget" : "plans"} of ${named}, but the department's year is ${year}`,
  },
  todo: {
    zh: "请更正文字中的年度，并核对整段是否沿用了往年的文字。",
    en: "Correct the year, and check whether the passage was copied from another year.",
  },
  *department({ department: { overall, safeguards, year } }) {
    const declared = yearIn(year?.text);
    if (declared === undefined) return;
    for (const paragraphs of [overall, safeguards]) {
      // Before the paragraph that begins the year itself, one on the years before may look back.
      const bares = paragraphs.map(({ text }) => text.replace(/\s+/gu, ""));
      const begun = bares.findLastIndex((bare) => bare.replace(itemNumber, "").startsWith(`${declared}年`));
      for (const [index, text] of paragraphs.entries()) {
        const bare = bares[index] ?? "";
        if (bare.includes(declared)) continue;
        const budget = namedBudget.exec(bare)?.groups;
        const { found, year: named } = budget ?? (index > begun ? planIn(bare) : undefined) ?? {};
        if (named === undefined || named === declared || (budget === undefined && named > declared)) continue;
        yield { at: text, part: found, args: { named, year: declared, isBudget: budget !== undefined } };
      }
    }
  },
});

const namedBudget =
  /(?<![较比与同自从至])(?<found>(?<year>20\d{2})年度?部门预算)(?!执行|编制|编报|批复|公开|绩效|收支决算|相比|减少|增加)/u;

/** 2025年，全县围绕…: what is going to be done in the year that a paragraph begins with. */
const namedPlan =
  /^(?<found>(?<year>20\d{2})年度?)(?:[，,：:]|(?=全|我[省市县区]|本|围绕|聚焦|紧扣|锚定|坚持以))[^。；;]{0,40}?(?:计划|将|拟|围绕|安排|继续|力争|坚持|聚焦|紧扣|锚定|立足|着力|以\S{2,20}为)/u;
/** A paragraph that tells what was. */
const lookingBack = /了|已|取得|同比|截至|上年|去年|以来|决算|结转/u;
const itemNumber = /^[（(]?[一二三四五六七八九十\d]{1,2}[)）、.．：:]/u;

function planIn(paragraph: string) {
  return lookingBack.test(paragraph) ? undefined : namedPlan.exec(paragraph.replace(itemNumber, ""))?.groups;
}
