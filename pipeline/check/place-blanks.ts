/** Says where a blank cell is: its row from a neighbour, its column or key from another record of the same file. */
import type { JsonPlace, Place } from "../diagnostics/index.ts";
import type { Department, FieldName } from "../records/index.ts";
import { indicatorFieldsOf, projectFieldsOf } from "./fields-of.ts";
import type { RuleContext } from "./rule.ts";

/** Looks over the department at the first question, and only then: sound data have no blanks to place. */
export function placeBlanks(department: Department): RuleContext["blankAt"] {
  let known: Known | undefined;
  return (near, field) => {
    if (near.kind !== "cell" && near.kind !== "json") return near;
    known ??= lookOver(department);
    const example = known.examples.get(keyOf(near.file, field));
    if (near.kind === "json") {
      const isRecord = known.records.has(`${near.file}${near.pointer}`);
      return { ...near, pointer: blankPointer(isRecord ? near.pointer : parentOf(near.pointer), example) };
    }
    const { file, row } = near;
    if (example?.kind !== "cell" || example.column === undefined) return { kind: "cell", file, row };
    return { ...example, row };
  };
}

type Known = {
  /** A place of each field in each file. */
  readonly examples: ReadonlyMap<string, Place>;
  /** The JSON objects that are projects, by file and pointer. */
  readonly records: ReadonlySet<string>;
};

function lookOver(department: Department): Known {
  const examples = new Map<string, Place>();
  for (const [field, at] of placesOf(department)) {
    if (!("file" in at)) continue;
    const key = keyOf(at.file, field);
    if (!examples.has(key)) examples.set(key, at);
  }
  const places = department.projects.map(({ at }) => at);
  return {
    examples,
    records: new Set(places.flatMap((at) => (at.kind === "json" ? `${at.file}${at.pointer}` : []))),
  };
}

/** The key that other records use, where they have it at the same depth; else the record itself. */
function blankPointer(record: string, example: Place | undefined): JsonPlace["pointer"] {
  if (example?.kind !== "json") return record;
  const sameDepth = parentOf(example.pointer).split("/").length === record.split("/").length;
  return sameDepth ? `${record}${example.pointer.slice(parentOf(example.pointer).length)}` : record;
}

function parentOf(pointer: string): string {
  return pointer.replace(/\/[^/]*$/u, "");
}

function keyOf(file: string, field: FieldName): string {
  return `${field}\n${file}`;
}

function* placesOf(department: Department): Iterable<readonly [FieldName, Place]> {
  for (const project of department.projects) {
    for (const [field, text] of projectFieldsOf(project)) yield [field, text.at];
    for (const indicator of project.indicators) {
      for (const [field, text] of indicatorFieldsOf(indicator)) yield [field, text.at];
    }
  }
}
