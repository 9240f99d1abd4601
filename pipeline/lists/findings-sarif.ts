/** Findings → `findings.sarif`: SARIF 2.1.0, which editors and code hosts show beside the lines that are meant. */

import { aspects, descriptionOf, type Finding, wordingOf } from "../catalogue/index.ts";
import {
  cellName,
  formatPlace,
  type Language,
  type Place,
  type Severity,
  severityOf,
} from "../diagnostics/index.ts";
import { encodeJsonWithList } from "../files/index.ts";
import type { MarkedFinding } from "./marked.ts";

type SarifOptions = {
  /** The department's folder as the user named it, which the files' names are below. */
  readonly folder: string;
  readonly department: string;
  readonly version: string;
  readonly language: Language;
};

const base = "DEPARTMENT";

const levels = {
  failure: "error",
  error: "error",
  warning: "warning",
  info: "note",
} as const satisfies Record<Severity, string>;

export function writeFindingsSarif(items: readonly MarkedFinding[], options: SarifOptions): Uint8Array {
  const codes = [...new Set(items.map(({ finding }) => finding.code))];
  const hole = "\u0000results";
  const frame = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "huibian",
            semanticVersion: options.version,
            rules: codes.map((code) => describeCode(code, options.language)),
          },
        },
        language: options.language === "zh" ? "zh-CN" : "en",
        originalUriBaseIds: { [base]: { description: { text: options.department } } },
        columnKind: "utf16CodeUnits",
        results: hole,
      },
    ],
  };
  const indexes = new Map(codes.map((code, index) => [code, index]));
  const toJson = ({ finding, marks }: MarkedFinding) => ({
    ...resultOf(finding, indexes.get(finding.code), options),
    partialFingerprints: marks && { "finding/v1": marks.fingerprint, "place/v1": marks.placeFingerprint },
  });
  return encodeJsonWithList(frame, hole, { items, toJson });
}

function describeCode(code: Finding["code"], language: Language): unknown {
  const rule = descriptionOf(code);
  if (rule === undefined) return { id: code };
  const { title, todo } = rule[language];
  const properties = { tags: [aspects[rule.aspect][language]] };
  return { id: code, shortDescription: { text: title }, help: { text: todo }, properties };
}

function resultOf(finding: Finding, ruleIndex: number | undefined, options: SarifOptions): JsonObject {
  const { says, todo } = wordingOf(finding, options.language);
  const { also = [], subject, subjects, indicator, trial, ignored, found } = finding;
  const relatedTo = (at: Place, id: number) => ({
    id,
    ...locationOf(at, options.folder),
    message: { text: formatPlace(at) },
  });
  return {
    ruleId: finding.code,
    ruleIndex,
    level: levels[severityOf(finding)],
    message: { text: `${says}\n${todo}` },
    locations: [locationOf(finding.at, options.folder, finding.source)],
    suppressions: ignored && [
      { kind: "external", status: "accepted", justification: justificationOf(ignored) },
    ],
    relatedLocations: also.length === 0 ? undefined : also.map(relatedTo),
    properties: {
      department: options.department,
      ...subject,
      projects: subjects,
      indicator,
      trial,
      place: formatPlace(finding.at),
      found,
    },
  };
}

function justificationOf({ reason, by, until }: NonNullable<Finding["ignored"]>): string {
  return [reason, by, until].filter((part) => part !== undefined).join("；");
}

/** A cell of a workbook lies in no line of its file: it is named as Excel names it. */
function locationOf(at: Place, folder: string, source?: Finding["source"]): JsonObject {
  const physicalLocation = regionOf(at, folder, source);
  if (at.kind !== "cell" || at.sheet === undefined) return { physicalLocation };
  const name = cellName(at);
  return { physicalLocation, logicalLocations: [{ name, fullyQualifiedName: `${at.sheet}!${name}` }] };
}

type JsonObject = Readonly<Record<string, unknown>>;

/** A row is not a line if a cell holds line breaks, so a cell without its line names only its file. */
function regionOf(at: Place, folder: string, source?: Finding["source"]): unknown {
  const artifactLocation = artifactOf(at, folder);
  if (source !== undefined) {
    const { line, column, text, from, to } = source;
    // A blank cell has no character of its own: its place is the gap.
    const region = { startLine: line, startColumn: column, endColumn: column + to - from };
    return { artifactLocation, region: { ...region, snippet: { text: text.slice(from, to) } } };
  }
  if (at.kind !== "json" && at.kind !== "template") return { artifactLocation };
  return { artifactLocation, region: { startLine: at.line, startColumn: at.column } };
}

/**
 * Below the department's folder as the user named it. One that is absolute, or above the working folder, would
 * tie the list to this machine: then names are relative to the base `DEPARTMENT`, which the reader of the list knows.
 */
function artifactOf(at: Place, folder: string): unknown {
  const file = at.kind === "option" || (at.kind === "file" && isFolder(at.file, folder)) ? "" : at.file;
  const named = at.kind === "template" || file.includes("/");
  if (!named && liesElsewhere(folder)) return { uri: encodePath(file), uriBaseId: base };
  return { uri: encodePath(named ? file : `${folder}/${file}`) };
}

function encodePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

function liesElsewhere(folder: string): boolean {
  return /^(?:\.\.)?\//u.test(folder) || /^[A-Za-z]:/u.test(folder);
}

/** What is about the department itself names its folder. */
function isFolder(file: string, folder: string): boolean {
  return folder === file || folder.endsWith(`/${file}`);
}
