/** Findings → the same, each with the line and the cells of the files that it is about. */
import type { Finding } from "../catalogue/index.ts";
import { withSubjects } from "../compose/index.ts";
import type { SourceLine } from "../diagnostics/index.ts";
import { findSourceLines, type Source, type Spot } from "../read/index.ts";
import { type Department, type Project, subjectOfProject, type Text } from "../records/index.ts";
import type { DepartmentSources, FileReading } from "./read-records.ts";

type Located = { readonly finding: Finding; readonly spot: Spot };

/** Each finding about a cell or a value of these files with its line, so that every list can show it. */
export function locateFindings(
  findings: readonly Finding[],
  { files, departmentFile }: DepartmentSources,
  readings: readonly FileReading[],
): readonly Finding[] {
  const byFile = new Map<string, Located[]>();
  for (const finding of findings) {
    const { at, found, part } = finding;
    if (at.kind !== "cell" && at.kind !== "json") continue;
    const located = byFile.get(at.file) ?? [];
    located.push({ finding, spot: { at, quoted: [found ?? "", part ?? ""] } });
    byFile.set(at.file, located);
  }
  const lines = new Map<Finding, SourceLine>();
  for (const source of departmentFile === undefined ? files : [departmentFile, ...files]) {
    const located = byFile.get(source.name) ?? [];
    const spots = located.map(({ spot }) => spot);
    const found = spots.length === 0 ? [] : findSourceLines(asRead(source, readings), spots);
    for (const [index, { finding }] of located.entries()) {
      const line = found[index];
      if (line !== undefined) lines.set(finding, line);
    }
  }
  return findings.map((finding) => {
    const source = lines.get(finding);
    return source === undefined ? finding : { ...finding, source };
  });
}

/** With the encoding and separator that it was read with. */
export function asRead(source: Source, readings: readonly FileReading[]): Source {
  const reading = readings.find(({ file }) => file === source.name);
  if (reading === undefined) return source;
  const { encoding, separator } = reading;
  return { ...source, forced: { encoding: encoding?.name, separator: separator?.character } };
}

type Cell = Pick<Finding, "at" | "subject" | "found">;

/**
 * A missing glyph or a cut text names every cell that has it, and a fault of the printed markup the projects that show
 * it; all else stays. The records are asked for only if there is one.
 */
export function locatePrinted(
  findings: readonly Finding[],
  readRecords: () => Department | undefined,
): readonly Finding[] {
  const isKnown = (finding: Finding) => finding.ordinals === undefined && wantedText(finding) === undefined;
  if (findings.every(isKnown)) return findings;
  const department = readRecords();
  if (department === undefined) return findings;
  return findings.map((finding) => withSubjects(located(finding, department), department.projects));
}

function located(finding: Finding, department: Department): Finding {
  const wanted = wantedText(finding);
  const [first, ...others] = wanted === undefined ? [] : cellsWith(department, wanted);
  if (first === undefined) return finding;
  const also = others.length === 0 ? {} : { also: others.map(({ at }) => at) };
  return { ...finding, ...first, ...also };
}

/** What layout says it of: a character, a stretch, or a text that it had to cut (a heading has its number before the name). */
function wantedText(diagnostic: Finding): string | undefined {
  if (diagnostic.code === "glyph-missing") return diagnostic.args.character;
  if (diagnostic.code === "script-not-set") return diagnostic.args.text;
  if (diagnostic.code === "text-cut") return diagnostic.found?.replace(/^\d+\.|绩效目标表$/gu, "");
  return undefined;
}

function cellsWith(department: Department, character: string): readonly Cell[] {
  const { projects, ...facts } = department;
  const own = textsIn(facts).filter(({ text }) => text.includes(character));
  return [
    ...own.map(({ at, text }) => ({ at, found: text })),
    ...projects.flatMap((project) => cellsOf(project, character)),
  ];
}

// `tables` groups the same indicators again.
function cellsOf({ tables: _, ...project }: Project, character: string): readonly Cell[] {
  const subject = subjectOfProject(project);
  return textsIn(project)
    .filter(({ text }) => text.includes(character))
    .map(({ at, text }) => ({ at, subject, found: text }));
}

function textsIn(value: unknown): readonly Text[] {
  if (typeof value !== "object" || value === null) return [];
  if (isText(value)) return [value];
  return Object.values(value).flatMap(textsIn);
}

function isText(value: object): value is Text {
  return "text" in value && typeof value.text === "string" && "at" in value;
}
