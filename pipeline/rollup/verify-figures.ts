/** A roll-up's lists and its rendered summary → what they say otherwise than the departments' records, counted anew. */
import { composePart, type RenderedReport } from "../compose/index.ts";
import type { Rollup } from "../contracts/index.ts";
import { loadReadBack } from "../department/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import type { NewFile } from "../files/index.ts";
import { type Fault, type SaidPart, saidBy, verifyTables } from "../verify/index.ts";
import type { DepartmentsRead } from "./figures.ts";
import { type FiguresSaid, figuresSaid } from "./figures-said.ts";
import type { Recount } from "./recount.ts";

export type RolledFigures = {
  readonly figures: Rollup;
  /** Of each department; undefined of one that failed. */
  readonly recounts: readonly (Recount | undefined)[];
  /** Its documents are compared with it elsewhere. */
  readonly rendered: RenderedReport;
  /** `rollup.csv` and `rollup.xlsx`; others say nothing here. */
  readonly lists: readonly NewFile[];
};

export function recountsOf(read: DepartmentsRead): RolledFigures["recounts"] {
  return read.map(({ value }) => value?.recount);
}

export async function verifyFigures({
  figures,
  recounts,
  rendered,
  lists,
}: RolledFigures): Promise<readonly Diagnostic[]> {
  const { diagnosticOf } = await loadReadBack();
  const said = figuresSaid(figures, recounts);
  const inLists = lists.flatMap(({ name, bytes }) => {
    if (name.endsWith(".csv")) return verifyTables([said.csv], { name, format: "csv", bytes });
    return name.endsWith(".xlsx") ? verifyTables(said.sheets, { name, format: "xlsx", bytes }) : [];
  });
  const file = rendered.title;
  const printed = [...differencesPrinted(said, saidIn(rendered))].map((fault) => ({ ...fault, file }));
  return [...inLists, ...printed].map(diagnosticOf);
}

function saidIn({ sections, markup }: RenderedReport): SaidPart {
  const parts = sections.flatMap((section) => section.parts);
  return parts.flatMap((part) => saidBy(composePart(part, markup, () => undefined) ?? []));
}

type Table = Extract<SaidPart[number], { readonly kind: "table" }>;

/** Of a summary as ours is; tables of other names and headers are a template's own. */
function* differencesPrinted({ printed }: FiguresSaid, said: SaidPart): Generator<Fault> {
  let under = "";
  for (const block of said) {
    if (block.kind === "heading") under = block.text;
    if (block.kind !== "table") continue;
    const known = printed.get(block.caption.slice(block.caption.lastIndexOf("：") + 1));
    if (known !== undefined) yield* differencesInTable(block, known, under);
  }
}

function* differencesInTable(
  { caption, header, rows, cells }: Table,
  known: ReadonlyMap<string, readonly (string | undefined)[]>,
  under: string,
): Generator<Fault> {
  const textAt = new Map(
    cells.map(({ row, column, paragraphs }) => [`${row} ${column}`, paragraphs.join("")]),
  );
  for (const { row, column, paragraphs } of cells) {
    const values = row < header ? known.get(paragraphs.join("")) : undefined;
    if (values === undefined) continue;
    if (rows !== header + values.length) {
      const [expected, found] = [header + values.length, rows].map((count) => `${count} × *`);
      yield { kind: "grid", under, table: caption, expected: expected ?? "", found: found ?? "" };
      return;
    }
    for (const [index, expected] of values.entries()) {
      const at = header + index;
      const found = textAt.get(`${at} ${column}`);
      // Of one that failed a sentence stands across its row.
      if (found === undefined || saysNumber(expected, found)) continue;
      const place = { under, table: caption, row: at + 1, column: column + 1 };
      yield { kind: "cell", ...place, expected: expected ?? "", found };
    }
  }
}

/** With a mark behind it where something was not counted, or is contradicted. */
function saysNumber(expected: string | undefined, found: string): boolean {
  const number = found.replace(/[※△]+$/u, "");
  if (expected === undefined) return !/\d/u.test(number);
  return number === expected || (/^-?\d+(?:\.\d+)?$/u.test(number) && sameDecimal(number, expected));
}

function sameDecimal(one: string, other: string): boolean {
  const bare = (text: string) => text.replace(/(\.\d*?)0+$/u, "$1").replace(/\.$/u, "");
  return bare(one) === bare(other);
}
