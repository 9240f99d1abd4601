/** What layout could not set → the cells it was read from: layout knows only the text. */
import type { Diagnostic, Report } from "../diagnostics/index.ts";
import type { Department, Project, Text } from "../records/index.ts";

type Located = Pick<Diagnostic, "at" | "subject" | "found">;

/**
 * Passes everything on; a missing glyph or a cut text is reported with every cell that has it. The records are asked
 * for when there is one.
 */
export function locatingGlyphs(readRecords: () => Department | undefined, report: Report): Report {
  let department: Department | undefined;
  return (diagnostic) => {
    const wanted = wantedText(diagnostic);
    if (wanted === undefined) return report(diagnostic);
    department ??= readRecords();
    const [first, ...others] = department === undefined ? [] : cellsWith(department, wanted);
    if (first === undefined) return report(diagnostic);
    const also = others.length === 0 ? {} : { also: others.map(({ at }) => at) };
    report({ ...diagnostic, ...first, ...also });
  };
}

/** What layout says it of: a character, or a text that it had to cut (a heading has its number before the name). */
function wantedText(diagnostic: Diagnostic): string | undefined {
  if (diagnostic.code === "glyph-missing") return diagnostic.args.character;
  if (diagnostic.code === "text-cut") return diagnostic.found?.replace(/^\d+\.|绩效目标表$/gu, "");
  return undefined;
}

function cellsWith(department: Department, character: string): readonly Located[] {
  const { projects, ...facts } = department;
  const own = textsIn(facts).filter(({ text }) => text.includes(character));
  return [
    ...own.map(({ at, text }) => ({ at, found: text })),
    ...projects.flatMap((project) => cellsOf(project, character)),
  ];
}

// `tables` groups the same indicators again.
function cellsOf({ tables: _, ...project }: Project, character: string): readonly Located[] {
  const { unit, code, name } = project;
  const subject = {
    ...(unit === undefined ? {} : { unit: unit.text }),
    ...(code === undefined ? {} : { code: code.text }),
    ...(name === undefined ? {} : { project: name.text }),
  };
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
