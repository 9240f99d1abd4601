/** What is found of a department's data before and after the check → what people read of it, as of rules. */
import type { Aspect, RuleWords } from "../check/index.ts";
import {
  adviceOf,
  type Bilingual,
  type Language,
  type RuleSeverity,
  type Severity,
  settableCodes,
  stageRows,
} from "../diagnostics/index.ts";

export type StageDescription = {
  readonly code: (typeof settableCodes)[number];
  readonly severity: RuleSeverity;
  readonly aspect: Aspect;
  /** Not by a rule: while data are read, understood or laid out. */
  readonly stage: true;
} & Readonly<Record<Language, RuleWords>>;

/** What lacks, rather than is written wrongly. */
const incomplete: ReadonlySet<string> = new Set<(typeof settableCodes)[number]>([
  ...(["department-name-missing", "department-file-missing", "part-one-section-missing"] as const),
  ...(["table-cut-off", "export-incomplete", "indicator-without-project"] as const),
  ...(["card-without-indicators", "formula-without-value"] as const),
]);

type About = { readonly title: Bilingual; readonly todo?: Bilingual };

/** Of those whose sentences say nothing without the facts. */
const about: ReadonlyMap<string, About> = new Map<(typeof settableCodes)[number], About>([
  [
    "container-not-read",
    {
      title: {
        zh: "不能读取的旧格式文件（.doc、.xlsb、.mht……）",
        en: "a file in a format that cannot be read (.doc, .xlsb, .mht …)",
      },
      todo: { zh: "请另存为 .xlsx 或 .docx。", en: "Save it as .xlsx or .docx." },
    },
  ],
  [
    "feedback-not-a-source",
    {
      title: {
        zh: "程序写的反馈清单，不是数据，没有读取；填写的整改情况写进新的反馈清单",
        en: "a list of findings that this program wrote, which is no data; what it answers is in the new lists",
      },
    },
  ],
  [
    "card-without-indicators",
    {
      title: {
        zh: "像是一张申报表，没有找到指标表的表头“三级指标”或“指标值”",
        en: "what looks like a form filled in for one project, without headers of its indicators",
      },
    },
  ],
  [
    "row-skipped",
    {
      title: { zh: "合计、小计、说明等行，不作为项目", en: "a row of totals or notes, which is no project" },
      todo: {
        zh: "如果它是项目，请在 department.json 的“保留行”里写明。",
        en: "If it is a project, list it under 保留行 in department.json.",
      },
    },
  ],
  [
    "row-doubtful",
    {
      title: {
        zh: "可能是合计，也可能是项目的行，没有印出",
        en: "a row that may be a total or a project, and was not printed",
      },
    },
  ],
  [
    "own-value-unreadable",
    {
      title: {
        zh: "应为数字、百分比或日期而不是，照原文印出，没有参加核对",
        en: "what should be a number, a percentage or a date and is not: printed as given, left out of checks",
      },
      todo: { zh: "请改正；没有的，可填“无”。", en: "Correct it; write 无 if there is none." },
    },
  ],
  [
    "department-name-taken",
    {
      title: {
        zh: "没有写明部门名称，已用各项目写的名称",
        en: "no department name given; one that the projects give was used",
      },
    },
  ],
  [
    "mapping-unused",
    {
      title: {
        zh: "department.json 的“取值”“略去行”写了导出里没有的列",
        en: "取值 or 略去行 in department.json names a column that no export has",
      },
    },
  ],
  [
    "mapping-values-unused",
    {
      title: {
        zh: "department.json 的“取值”“略去行”写了那一列里没有的值",
        en: "取值 or 略去行 in department.json names values that the column does not have",
      },
    },
  ],
]);

/** In the order of the stages. Failures are not among them: nobody can set them. */
export function describeStages(): readonly StageDescription[] {
  return settableCodes.map((code) => {
    const { says, todo } = stageRows[code];
    const own = about.get(code);
    const words = (language: Language): RuleWords => ({
      title: own?.title[language] ?? adviceOf(says[language]),
      todo: own?.todo?.[language] ?? adviceOf(todo[language]),
    });
    return {
      code,
      severity: noFailure(stageRows[code].severity),
      aspect: stageAspect(code),
      stage: true,
      zh: words("zh"),
      en: words("en"),
    };
  });
}

export function stageAspect(code: string): Aspect {
  return incomplete.has(code) ? "completeness" : "regularity";
}

function noFailure(severity: Severity): RuleSeverity {
  if (severity === "failure") throw new Error("a failure cannot be set");
  return severity;
}
