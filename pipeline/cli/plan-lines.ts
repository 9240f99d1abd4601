/** The plan of a dry run → lines: what would be built, why, from what and into what; the rest counted or listed. */
import type { PlannedDepartment, RunPlan } from "../batch/index.ts";
import type { Bilingual, Language } from "../diagnostics/index.ts";
import { findingLines } from "./finding-lines.ts";
import { type Paint, printable } from "./terminal.ts";
import { colon, comma, counted, stateNames } from "./words.ts";

export type PlanStyle = { readonly language: Language; readonly paint: Paint; readonly verbose: boolean };

/** Names of departments that nothing happens to; more are counted. */
const mostIdle = 20;

const words = {
  build: { zh: "生成", en: "build" },
  wouldFail: { zh: "照现在的数据会失败：", en: "would fail with the current data:" },
  reads: { zh: "读取", en: "reads" },
  writes: (folder: string) => ({ zh: `写入 ${folder}`, en: `writes to ${folder}` }),
  sum: (build: number, unchanged: number, others: number) => ({
    zh: `将生成 ${build} 个部门，未改动 ${unchanged} 个${others === 0 ? "" : `，未选中 ${others} 个`}。`,
    en: `${build} to build, ${unchanged} unchanged${others === 0 ? "" : `, ${others} not selected`}.`,
  }),
  oldDrafts: { zh: "将删除的旧草稿", en: "old drafts to remove" },
  nothingWritten: { zh: "这是预演，没有写入任何文件。", en: "Dry run: nothing was written." },
};

export function planLines(
  { departments, changed, oldDrafts = [] }: RunPlan,
  style: PlanStyle,
): readonly string[] {
  const of = (state: PlannedDepartment["state"]) => departments.filter((one) => one.state === state);
  const [building, unchanged, others] = [of("build"), of("unchanged"), of("not-selected")];
  return [
    ...building.flatMap((one) => buildingLines(one, style)),
    ...(changed ? [] : idleLines(unchanged, stateNames.unchanged, style)),
    ...idleLines(others, stateNames["not-selected"], style),
    ...(oldDrafts.length === 0 ? [] : [listLine(words.oldDrafts, oldDrafts, style), ""]),
    words.sum(building.length, unchanged.length, others.length)[style.language],
    words.nothingWritten[style.language],
  ];
}

function buildingLines(one: PlannedDepartment, style: PlanStyle): readonly string[] {
  const { language, paint } = style;
  const { because = [], failures = [], reads, writes } = one;
  const fold = { language, paint, most: mostIdle, from: "info", fold: true } as const;
  const why = words.build[language] + colon[language] + reasonSentence(because, language);
  return [
    `${paint("bold", printable(one.folder))}  ${why}`,
    ...(failures.length === 0 ? [] : [`  ${paint("red", words.wouldFail[language])}`]),
    ...findingLines(failures, fold).lines,
    `  ${listLine(
      words.reads,
      reads.map((path) => path.slice(one.folder.length + 1)),
      style,
    )}`,
    ...writeLines(writes, style),
    "",
  ];
}

function idleLines(
  idle: readonly PlannedDepartment[],
  title: Bilingual,
  style: PlanStyle,
): readonly string[] {
  if (idle.length === 0 || (idle.length > mostIdle && !style.verbose)) return [];
  return [
    listLine(
      title,
      idle.map(({ folder }) => folder),
      style,
    ),
    "",
  ];
}

function listLine(title: Bilingual, names: readonly string[], { language }: PlanStyle): string {
  return printable(title[language] + colon[language] + names.join(comma[language]));
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** All lie in one folder, which is said once, for all of them. */
function writeLines(paths: readonly string[], style: PlanStyle): readonly string[] {
  const [first = ""] = paths;
  const title = words.writes(first.slice(0, first.lastIndexOf("/") + 1));
  return paths.length === 0 ? [] : [`  ${listLine(title, paths.map(fileName), style)}`];
}

type Reason = NonNullable<PlannedDepartment["because"]>[number];

/** More would not be read: a department whose folder was exchanged has all of its files changed. */
const mostReasons = 3;

const reasonWords = {
  plain: {
    new: { zh: "新部门", en: "new" },
    forced: { zh: "--force", en: "--force" },
    unpublished: { zh: "上次失败", en: "not published before" },
    unrecorded: { zh: "上一版没有记下所用的数据", en: "the edition does not record what it was made from" },
    program: { zh: "程序有改动", en: "the program has changed" },
    lists: { zh: "问题清单不是这一版的", en: "the lists of findings belong to another edition" },
  },
  data: {
    changed: (file: string) => ({ zh: `${file} 有改动`, en: `${file} has changed` }),
    added: (file: string) => ({ zh: `新增 ${file}`, en: `${file} was added` }),
    removed: (file: string) => ({ zh: `${file} 不在了`, en: `${file} is gone` }),
  },
  ofProjects: (count: number) => ({ zh: `：${count} 个项目`, en: `: ${counted(count, "project")}` }),
  form: (form: string, files: readonly string[]) => ({
    zh: `表式 ${form} 有改动（${files.join(comma.zh)}）`,
    en: `the form ${form} has changed (${files.join(comma.en)})`,
  }),
  ignored: (day: string) => ({
    zh: `到 ${day}，department.json 忽略的问题不同了`,
    en: `on ${day} department.json ignores other findings`,
  }),
  choice: (forms: readonly string[]) => ({
    zh: `可选的表式有改动（${forms.join(comma.zh)}）`,
    en: `the forms to choose from have changed (${forms.join(comma.en)})`,
  }),
  fonts: (files: readonly string[]) => ({
    zh: `字体有改动（${files.join(comma.zh)}）`,
    en: `the fonts have changed (${files.join(comma.en)})`,
  }),
  option: (option: string, before: Bilingual, now: Bilingual) => ({
    zh: `${option} 与上次不同（${before.zh} → ${now.zh}）`,
    en: `${option} has changed (${before.en} → ${now.en})`,
  }),
  edition: (now: number) => ({
    zh: `有了正式稿第 ${now} 版`,
    en: `there is a final edition ${now}`,
  }),
  folder: (before: string, now: string) => ({
    zh: `文件夹改了名（${before} → ${now}）`,
    en: `the folder was renamed (${before} → ${now})`,
  }),
  version: (before: string, now: string) => ({
    zh: `程序版本 ${before} → ${now}`,
    en: `version ${before} → ${now}`,
  }),
  output: {
    changed: (file: string) => ({ zh: `${file} 被改过`, en: `${file} was edited` }),
    removed: (file: string) => ({ zh: `${file} 不在了`, en: `${file} is gone` }),
  },
  more: (all: number) => ({ zh: ` 等 ${all} 项`, en: ` and more, ${all} in all` }),
};

/** What an option was or is; a flag without a value is on or off. */
const optionValues = new Map<string, Bilingual>([
  ["true", { zh: "是", en: "yes" }],
  ["false", { zh: "否", en: "no" }],
  ["", { zh: "无", en: "none" }],
]);

/** Why a department is built; the same in progress and in the plan. */
export function reasonSentence(reasons: readonly Reason[], language: Language): string {
  const shown = reasons.slice(0, mostReasons).map((reason) => printable(sentenceOf(reason, language)));
  const more = reasons.length > mostReasons ? reasonWords.more(reasons.length)[language] : "";
  return shown.join(comma[language]) + more;
}

function sentenceOf(reason: Reason, language: Language): string {
  switch (reason.kind) {
    case "new":
    case "forced":
    case "unpublished":
    case "unrecorded":
    case "program":
    case "lists":
      return reasonWords.plain[reason.kind][language];
    case "ignored":
      return reasonWords.ignored(reason.day)[language];
    case "data": {
      const { change, file, projects } = reason;
      const which = projects === undefined ? "" : reasonWords.ofProjects(projects)[language];
      return reasonWords.data[change](file)[language] + which;
    }
    case "form":
      return reasonWords.form(reason.form, reason.files)[language];
    case "choice":
      return reasonWords.choice(reason.forms)[language];
    case "fonts":
      return reasonWords.fonts(reason.files)[language];
    case "option":
      return reasonWords.option(reason.option, optionValue(reason.before), optionValue(reason.now))[language];
    case "edition":
      return reasonWords.edition(reason.now)[language];
    case "folder":
      return reasonWords.folder(reason.before, reason.now)[language];
    case "version":
      return reasonWords.version(reason.before, reason.now)[language];
    case "output":
      return reasonWords.output[reason.change](reason.file)[language];
  }
}

function optionValue(value: string): Bilingual {
  return optionValues.get(value) ?? { zh: value, en: value };
}
