/** Findings → the CSV list that an officer opens in Excel and sends back to the units. */
import { aspectOfCode, aspects, type Finding, type Fingerprint, wordingOf } from "../catalogue/index.ts";
import {
  columnLetters,
  formatPlace,
  type Language,
  type Place,
  type Severity,
  type Subject,
  severityOf,
  sheetOf,
} from "../diagnostics/index.ts";
import { fitItems, fitText } from "./fit-cell.ts";
import type { MarkedFinding } from "./marked.ts";

const header: Readonly<Record<Language, readonly string[]>> = {
  zh: [
    "部门",
    "单位",
    "项目",
    "规则",
    "严重程度",
    "文件",
    "行",
    "列",
    "当前值",
    "说明",
    "建议",
    "工作表",
    "报告页码",
    "指标",
    "审核角度",
    "指纹",
  ],
  en: [
    "Department",
    "Unit",
    "Project",
    "Rule",
    "Severity",
    "File",
    "Row",
    "Column",
    "Found",
    "What is wrong",
    "What to do",
    "Sheet",
    "Page",
    "Indicator",
    "Reviewed for",
    "Fingerprint",
  ],
};

export const severityNames: Readonly<Record<Language, Readonly<Record<Severity, string>>>> = {
  zh: { failure: "失败", error: "错误", warning: "警告", info: "提示" },
  en: { failure: "failure", error: "error", warning: "warning", info: "info" },
};

export function writeFindingsCsv(
  findings: readonly MarkedFinding[],
  { department, language }: { readonly department: string; readonly language: Language },
): Uint8Array {
  return writeCsv(
    header[language],
    findings.map(({ finding, marks }) => rowOf(finding, marks, { department, language })),
  );
}

const ignoredHeader: Readonly<Record<Language, readonly string[]>> = {
  zh: ["忽略理由", "审核人", "截至"],
  en: ["Ignored because", "By", "Until"],
};

/** The same columns, and why each is ignored. */
export function writeIgnoredCsv(ignored: readonly MarkedFinding[], tools: RowTools): Uint8Array {
  return writeCsv(
    [...header[tools.language], ...ignoredHeader[tools.language]],
    ignored.map(({ finding, marks }) => {
      const { reason = "", by = "", until = "" } = finding.ignored ?? {};
      return [...rowOf(finding, marks, tools), reason, by, until];
    }),
  );
}

/** UTF-8 with BOM and CRLF, as Excel wants it; no cell of it can be taken for a formula. */
export function writeCsv(header: readonly string[], rows: readonly (readonly string[])[]): Uint8Array {
  const lineOf = (row: readonly string[]) => Buffer.from(`${row.map(quote).join(",")}\r\n`);
  return Buffer.concat([Buffer.from("\uFEFF"), lineOf(header), ...rows.map(lineOf)]);
}

type RowTools = { readonly department: string; readonly language: Language };

function rowOf(
  finding: Finding,
  fingerprint: Fingerprint | undefined,
  { department, language }: RowTools,
): readonly string[] {
  const { says, todo } = wordingOf(finding, language);
  const place = placeColumns(finding.at);
  const said = (finding.trial ? onTrial[language] : "") + says;
  const also = (finding.also ?? []).map(formatPlace);
  const places = fitItems(also, {
    separator: language === "zh" ? "；" : "; ",
    language,
    room: 30_000 - said.length,
  });
  const seeAlso = places === "" ? "" : language === "zh" ? `（另见 ${places}）` : ` (see also ${places})`;
  const units = [...new Set(subjectsOf(finding).map(({ unit = "" }) => unit))];
  return [
    department,
    fitItems(units, { separator: "；", language }),
    fitItems(projectLabels(finding, language), { separator: "；", language }),
    finding.code,
    severityNames[language][severityOf(finding)],
    place.file,
    place.row,
    place.column,
    fitText(finding.found ?? "", language),
    fitText(said + seeAlso, language),
    todo,
    sheetOf(finding.at) ?? "",
    finding.page ?? "",
    indicatorLabel(finding),
    aspects[aspectOfCode(finding.code)][language],
    fingerprint?.fingerprint ?? "",
  ];
}

const onTrial: Readonly<Record<Language, string>> = { zh: "【试行】", en: "[on trial] " };

/** 产出指标 / 数量指标 / 巡检次数; "" if it is about none. */
function indicatorLabel({ indicator }: Finding): string {
  if (indicator === undefined) return "";
  const { level1 = "", level2 = "", level3 = "" } = indicator;
  return [level1, level2, level3].join(" / ");
}

/** Names and codes of the projects a finding is about; none if it is about none. */
export function projectLabels(finding: Finding, language: Language): readonly string[] {
  return subjectsOf(finding).map((subject) => labelOf(subject, language));
}

function subjectsOf({ subject, subjects }: Finding): readonly Subject[] {
  return subjects ?? (subject === undefined ? [] : [subject]);
}

function labelOf({ project, code }: Subject, language: Language): string {
  if (project === undefined || code === undefined) return project ?? code ?? "";
  return language === "zh" ? `${project}（${code}）` : `${project} (${code})`;
}

function placeColumns(place: Place): {
  readonly file: string;
  readonly row: string;
  readonly column: string;
} {
  switch (place.kind) {
    case "cell": {
      const letters = place.column === undefined ? "" : columnLetters(place.column);
      const column = [letters, place.header ?? ""].filter((part) => part !== "").join(" ");
      return { file: place.file, row: String(place.row), column };
    }
    case "json":
      return { file: place.file, row: String(place.line), column: `${place.column} ${place.pointer}`.trim() };
    case "template":
      return { file: place.file, row: String(place.line), column: String(place.column ?? "") };
    case "file":
      return { file: place.file, row: "", column: "" };
    case "option":
      return { file: place.option, row: "", column: "" };
  }
}

// Excel, WPS and LibreOffice run a cell that begins like this as a formula, full-width signs included.
const formula = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u;

function quote(cell: string): string {
  const harmless = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
