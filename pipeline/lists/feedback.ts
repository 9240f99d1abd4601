/** Findings → the rows of the lists that are sent to units: what each has to put right, and a cell for what it answers. */
import { aspectOfCode, aspects, descriptionOf, isOfNoProject } from "../catalogue/index.ts";
import {
  answerKey,
  type FeedbackOwner,
  type FindingRecord,
  feedbackEarlier,
  placeKey,
  writeFeedbackMark,
} from "../contracts/index.ts";
import type { Language } from "../diagnostics/index.ts";
import { hashOfData } from "../files/index.ts";
import { severityNames } from "./findings-csv.ts";
import { fitItems, fitText } from "./fit-cell.ts";

/** What nobody has to act on is left out: infos, and what is on trial. */
export type FeedbackRow = {
  readonly department: string;
  /** "" of what is about no unit: it is the department's own matter. */
  readonly unit: string;
  readonly project: string;
  readonly indicator: string;
  /** As it is written. */
  readonly found: string;
  readonly says: string;
  readonly todo: string;
  readonly page: string;
  /** What it was checked for, and by which rule. */
  readonly basis: string;
  readonly severity: string;
  readonly mark: string;
  /** By which the unit's answer is known again. */
  readonly key: string;
  /** By which one is known that was given when something else stood there. */
  readonly placeKey: string | undefined;
};

/** `answer`: what the unit has answered to the same finding before. */
export type AnsweredRow = FeedbackRow & { readonly answer: string };

export type FeedbackOptions = FeedbackOwner & {
  readonly edition: number;
  readonly language: Language;
};

/** One for each unit that a finding touches, with that unit's projects; in the order of the findings. */
export function feedbackRows(
  findings: readonly FindingRecord[],
  { department, year, edition, language }: FeedbackOptions,
): readonly FeedbackRow[] {
  return findings.flatMap((finding) => {
    const { code, severity, subject, subjects = [], indicator = {}, found = "", page = "" } = finding;
    if (severity === "info") return [];
    const about = subjects.length > 0 ? subjects : subject === undefined ? [] : [subject];
    const units = about.length === 0 ? [""] : [...new Set(about.map(({ unit = "" }) => unit))];
    const { level1, level2, level3 } = indicator;
    const { says, todo } = finding[language];
    return units.map((unit): FeedbackRow => {
      // A unit whose name changes is asked nothing twice about a project of its own; but it may be one of several again.
      const asked = subjects.length > 0 || isOfNoProject(finding) ? unit : "";
      const { fingerprint, place } = marksFor(asked, finding);
      const projects = about.filter((one) => (one.unit ?? "") === unit);
      const names = projects.map(({ project, code: number }) => project ?? number ?? "");
      return {
        department,
        unit,
        project: fitItems([...new Set(names)], { separator: "；", language }),
        indicator: [level1, level2, level3]
          .filter((level) => level !== undefined && level !== "")
          .join(" / "),
        found: fitText(found, language),
        says: fitText(says, language),
        todo,
        page,
        basis: basisOf(code, language),
        severity: severityNames[language][severity],
        mark: writeFeedbackMark({ department, year, edition, fingerprint, place }),
        key: answerKey({ department, year, fingerprint }),
        placeKey: placeKey({ department, year, place }),
      };
    });
  });
}

/** `answers`: what units have answered before, by `answerKey` and `placeKey`. */
export function withAnswers(
  rows: readonly FeedbackRow[],
  { answers, language }: { readonly answers: ReadonlyMap<string, string>; readonly language: Language },
): readonly AnsweredRow[] {
  return rows.map((row) => {
    const earlier = row.placeKey === undefined ? undefined : answers.get(row.placeKey);
    const answer = answers.get(row.key) ?? (earlier === undefined ? "" : feedbackEarlier[language] + earlier);
    return { ...row, answer: fitText(answer, language) };
  });
}

/** The marks of a row: `unit` is that of one of several projects, else "". */
export function marksFor(
  unit: string,
  { fingerprint, placeFingerprint }: Pick<FindingRecord, "fingerprint" | "placeFingerprint">,
): { readonly fingerprint: string; readonly place: string | undefined } {
  const place = placeFingerprint === undefined ? undefined : fingerprintFor(unit, placeFingerprint);
  return { fingerprint: fingerprintFor(unit, fingerprint), place };
}

/** What one unit answers is not what another says of the same finding. */
function fingerprintFor(unit: string, fingerprint = ""): string {
  return unit === "" || fingerprint === "" ? fingerprint : hashOfData([fingerprint, unit]).slice(0, 16);
}

/** Checks of a form have no words but what they say. */
function basisOf(code: string, language: Language): string {
  const aspect = aspects[aspectOfCode(code)][language];
  const title = descriptionOf(code)?.[language].title;
  return title === undefined ? aspect : `${aspect}${language === "zh" ? "：" : ": "}${title}`;
}
