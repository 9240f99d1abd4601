/** A department's records and form → what the report's paragraphs and cells say, by the values that each of them prints. */
import { composePart, projectInList, type RenderedReport, renderReport } from "../compose/index.ts";
import type { Records } from "../department/index.ts";
import type { Block, Inline } from "../model/index.ts";

/**
 * The texts of all that prints a value, in the report's order: `project` is its ordinal, absent of the department's own
 * values; `path` as in the sources of blocks. None if it is not printed.
 */
export type PageCells = (project: number | undefined, path: string) => readonly string[];

/** Of the parts that print one of these projects, or what is the department's own; without cover and contents. */
export function pageCells(records: Records, only: ReadonlySet<number>): PageCells {
  const rendered = renderReport({ ...records, draft: false, day: "", bare: true, only }, () => {});
  const texts = new Map<string, string[]>();
  const note = (within: string, text: string, below: number | undefined) => {
    const { project, path } = ownerOf(within, below);
    const key = keyOf(project, path);
    const known = texts.get(key);
    if (known === undefined) texts.set(key, [text]);
    else if (!known.includes(text)) known.push(text);
  };
  for (const { blocks, project } of rendered === undefined ? [] : partsOf(rendered))
    for (const { text, sources } of blocks.flatMap(printedIn))
      for (const source of sources) note(source, text, project);
  return (project, path) => texts.get(keyOf(project, path)) ?? [];
}

type Composed = { readonly blocks: readonly Block[]; readonly project: number | undefined };

function* partsOf({ sections, markup }: RenderedReport): Generator<Composed> {
  for (const { lead, projects } of sections.flatMap(({ parts }) => parts)) {
    yield { blocks: lead, project: undefined };
    for (const project of projects) {
      const blocks = composePart({ lead: [], projects: [project] }, markup, () => {}) ?? [];
      yield { blocks, project: project.ordinal };
    }
  }
}

type Printed = { readonly text: string; readonly sources: readonly string[] };

function printedIn(block: Block): readonly Printed[] {
  if (block.kind === "contents") return [];
  if (block.kind !== "table") return [{ text: textOf(block.content), sources: block.sources }];
  return [...block.header, ...block.body].flatMap(({ cells }) =>
    cells.map(({ paragraphs, sources }) => ({ text: paragraphs.map(textOf).join("\n"), sources })),
  );
}

function textOf(content: readonly Inline[]): string {
  return content.map((inline) => (inline.kind === "text" ? inline.text : "\n")).join("");
}

function ownerOf(source: string, below: number | undefined) {
  if (source.startsWith("department.")) return { project: undefined, path: source };
  return projectInList(source) ?? { project: below, path: source };
}

function keyOf(project: number | undefined, path: string): string {
  return `${project ?? ""} ${path}`;
}
