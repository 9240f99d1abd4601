/** What is found of a department's data before and after the check → what people read of it, as of rules. */
import type { Aspect, RuleWords } from "../check/index.ts";
import {
  adviceOf,
  type Language,
  type RuleSeverity,
  type Severity,
  settableCodes,
  stageCodes,
  stageRows,
} from "../diagnostics/index.ts";
import { stageTitles } from "./stage-titles.ts";

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
  ...(["table-cut-off", "export-incomplete", "export-goes-on", "indicator-without-project"] as const),
  ...(["card-without-indicators", "formula-without-value"] as const),
]);

/** In the order of the stages. Failures are not among them: nobody can set them. */
export function describeStages(): readonly StageDescription[] {
  return settableCodes.map((code) => ({
    code,
    severity: noFailure(stageRows[code].severity),
    aspect: stageAspect(code),
    stage: true,
    zh: wordsFor(code, "zh"),
    en: wordsFor(code, "en"),
  }));
}

export type FailureDescription = Omit<StageDescription, "code" | "severity"> & {
  readonly code: string;
  readonly severity: "failure";
};

/** What stops a department or a run; undefined if the code is none of these. */
export function describeFailure(wanted: string): FailureDescription | undefined {
  const code = stageCodes.find((one) => one === wanted);
  if (code === undefined || stageRows[code].severity !== "failure") return undefined;
  return {
    ...{ code, severity: "failure", aspect: stageAspect(code), stage: true },
    ...{ zh: wordsFor(code, "zh"), en: wordsFor(code, "en") },
  };
}

function wordsFor(code: (typeof stageCodes)[number], language: Language): RuleWords {
  const { says, todo } = stageRows[code];
  const own = stageTitles.get(code);
  return {
    title: own?.title[language] ?? adviceOf(says[language]),
    todo: own?.todo?.[language] ?? adviceOf(todo[language]),
  };
}

export function stageAspect(code: string): Aspect {
  return incomplete.has(code) ? "completeness" : "regularity";
}

function noFailure(severity: Severity): RuleSeverity {
  if (severity === "failure") throw new Error("a failure cannot be set");
  return severity;
}
