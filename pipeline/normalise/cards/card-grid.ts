/** A card → a grid as of a list in which its project has some rows: labels and headers of indicators are the columns. */
import type { Report } from "../../diagnostics/index.ts";
import { rowPlace, tablePlace } from "../../read/index.ts";
import type { Context } from "../drafts/context.ts";
import { decides, stays } from "../headers/left-out.ts";
import { fieldCalled, matchHeader } from "../headers/match-header.ts";
import type { HeadedTable } from "../tables/find-header-row.ts";
import { type Grid, type Header, withMeanings } from "../tables/grid.ts";
import { matchColumns } from "../tables/match-columns.ts";
import type { Sheet } from "../tables/sheet.ts";
import { projectGrid, sortRows } from "../tables/sort-rows.ts";
import { spreadColumns } from "../tables/spread-columns.ts";
import { compareUnitLines } from "../tables/unit-lines.ts";
import type { Card } from "./read-cards.ts";

/** The labels, then the headers of the indicators. */
export function headersOfCard({ fields, columns }: Card): readonly Header[] {
  return [...fields, ...columns].map(({ text, meaning, under, at }, index) => ({
    index,
    text,
    meaning,
    under,
    at,
  }));
}

/** The lines above it, as of a list; a heading with a number has the name of a project. */
export function titlesOf({ titles }: Card): readonly Pick<HeadedTable, "table" | "above">[] {
  const unnumbered = titles.filter(({ cells }) => !/^\d+[.．、]/u.test(cells[0]?.text ?? ""));
  return unnumbered.map(({ table, row }) => ({ table, above: [row] }));
}

/** Undefined if its project is left out. */
export function cardGrid(card: Card, context: Context): Grid | undefined {
  const { table, fields, columns, unread, unit } = card;
  const tell = once(context);
  for (const { table: from, row, cells } of card.notes) {
    const [cell] = cells;
    tell({ code: "row-skipped", at: rowPlace(from, row.row), found: cell?.text, args: { reason: "note" } });
  }
  const [stray, ...also] = unread;
  if (stray !== undefined)
    context.report({
      code: "card-cell-unread",
      at: stray,
      also: also.length > 0 ? also : undefined,
      args: {},
    });
  const name = fields.find(
    ({ meaning }) => matchHeader(meaning, context.vocabulary)?.field === "project.name",
  );
  const at = (name ?? fields[0])?.valueAt ?? tablePlace(table);
  const deciding = fields.filter(({ text }) => decides(text, context));
  const said = deciding.map(({ text, value, valueAt }) => ({ header: text, text: value, at: valueAt }));
  if (!stays(said, { at, tools: context })) return undefined;
  if (columns.length === 0)
    context.report({ code: "card-without-indicators", at, args: { labels: fields.map(({ text }) => text) } });
  // What the labels say is a row of its own, above the indicators.
  const rows = [undefined, ...card.rows];
  const cells = rows.map((row) => [
    ...fields.map(({ value }) => (row === undefined ? value : "")),
    ...(row?.cells ?? columns.map(() => "")),
  ]);
  const source = (row: number, column: number): string => cells[row]?.[column] ?? "";
  const isLabel = (column: number) => column < fields.length;
  const places: Pick<Grid, "place" | "rowPlace"> = {
    place: (row, column) =>
      (isLabel(column) ? fields[column]?.valueAt : rows[row]?.places[column - fields.length]) ?? at,
    rowPlace: (row) => rows[row]?.at ?? at,
  };
  const headers = headersOfCard(card);
  const spread = spreadColumns(headers, context.vocabulary);
  const sheet: Sheet = {
    columns: headers.map(({ meaning, index }) => ({
      header: meaning,
      ...(spread.columnOf(index) ?? fieldCalled(meaning, context.vocabulary)),
    })),
    rows: cells,
    repeats: () => undefined,
    isKept: (row) => row === 0,
  };
  const verdicts = sortRows(sheet, places, tell);
  const kept = cells.flatMap((_, row) => (verdicts[row]?.kind === "project" ? [row] : []));
  const matched = matchColumns(
    {
      headers: spread.headers,
      values: (column) => spread.sources(column).flatMap((from) => kept.map((row) => source(row, from))),
    },
    { ...context, kind: "rows" },
  );
  for (const { field, index } of matched.columns)
    for (const column of spread.sources(index)) {
      const place = isLabel(column) ? fields[column]?.valueAt : columns[column - fields.length]?.at;
      if (place !== undefined) context.noteBlank({ field, at: place });
    }
  compareUnitLines(table, { columns: matched.columns, headers }, context);
  const merged = new Set(columns.flatMap(({ isMerged }, index) => (isMerged ? [fields.length + index] : [])));
  const all: Grid = {
    at: tablePlace(table),
    ...matched,
    unit,
    merged,
    rowCount: cells.length,
    source,
    ...places,
  };
  const written = (row: number, column: number) => (row === 0 ? fields[column]?.written : undefined);
  const project = projectGrid({ ...all, written }, { sheet, verdicts, kept }, context);
  return withMeanings(spread.spread(project, context.report));
}

/** What stands below the indicators is the same in all forms: signatures, and how to fill them in. */
function once({ report, reportOnce }: Context): Report {
  return (finding) => {
    if (finding.code === "row-skipped")
      reportOnce(`card ${finding.args.reason} ${finding.found ?? ""}`, () => finding);
    else report(finding);
  };
}
