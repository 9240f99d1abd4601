/** Findings → the same, each with the line of the file it is about, so that every list can show it. */
import type { Diagnostic } from "../diagnostics/index.ts";
import { findSourceLines, type Source, type Spot } from "../read/index.ts";
import type { DepartmentInput, FileReading } from "./read-department.ts";

type Located = { readonly index: number; readonly spot: Spot };

/** Adds to each finding about a cell or a value of these files its line, in place. */
export function locateFindings(
  findings: Diagnostic[],
  { files, departmentFile }: DepartmentInput,
  readings: readonly FileReading[],
): void {
  const byFile = new Map<string, Located[]>();
  for (const [index, { at, found, part }] of findings.entries()) {
    if (at.kind !== "cell" && at.kind !== "json") continue;
    const located = byFile.get(at.file) ?? [];
    located.push({ index, spot: { at, quoted: [found ?? "", part ?? ""] } });
    byFile.set(at.file, located);
  }
  for (const source of departmentFile === undefined ? files : [departmentFile, ...files]) {
    const located = byFile.get(source.name);
    if (located === undefined) continue;
    const lines = findSourceLines(
      asRead(source, readings),
      located.map(({ spot }) => spot),
    );
    for (const [number, { index }] of located.entries()) {
      const finding = findings[index];
      const line = lines[number];
      if (finding !== undefined && line !== undefined) findings[index] = { ...finding, source: line };
    }
  }
}

/** With the encoding and separator that it was read with. */
export function asRead(source: Source, readings: readonly FileReading[]): Source {
  const reading = readings.find(({ file }) => file === source.name);
  if (reading === undefined) return source;
  const { encoding, separator } = reading;
  return {
    ...source,
    forced: { encoding: encoding.name, ...(separator && { separator: separator.character }) },
  };
}
