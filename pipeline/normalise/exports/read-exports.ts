/** The exports of a department → what they hold, with headers matched by some form's spellings. */
import type { ObjectNode } from "../../read/index.ts";
import { fieldsOfIndicator } from "../../records/index.ts";
import { cardGrid, headersOfCard } from "../cards/card-grid.ts";
import type { Card } from "../cards/read-cards.ts";
import { type Context, createContext, quiet } from "../drafts/context.ts";
import { type DraftProject, identityOf, keyOf, withGoalsJoined, withShared } from "../drafts/draft.ts";
import { addColumnValue, addObjects, type ColumnValues } from "../facts/department-mapping.ts";
import { objectsThatStay, reportLeftOut } from "../headers/left-out.ts";
import type { Vocabulary } from "../headers/match-header.ts";
import type { FieldColumn, Header } from "../tables/grid.ts";
import { listGrid } from "../tables/list-grid.ts";
import { matchColumns } from "../tables/match-columns.ts";
import { sortDrafts } from "../tables/sort-drafts.ts";
import { spreadColumns } from "../tables/spread-columns.ts";
import { headersOf, tableGrid } from "../tables/table-grid.ts";
import { unitsOfTables } from "../tables/units-of-tables.ts";
import { distinctObjects } from "../trees/distinct-objects.ts";
import { sharedValues, treeProject } from "../trees/tree-projects.ts";
import type { Exports } from "./find-exports.ts";
import type { FileContent } from "./join-files.ts";

/** How many projects of a list are looked at to learn which fields it has. */
const sample = 50;

/** Everything the exports hold, with headers matched by one form's spellings. */
export function readExports(
  { tables, cards, trees }: Exports,
  context: ReturnType<typeof createContext>,
): FileContent {
  const lists = trees.flatMap(({ file, parts }) =>
    parts.lists.map(({ kind, objects, shared }) => ({
      ...{ file, kind, objects: objectsThatStay(objects, context) },
      shared: sharedValues(shared, context),
    })),
  );
  const rows = lists.flatMap(({ file, kind, objects, shared }) =>
    kind === "rows" ? [{ ...listGrid(file, objects, { ...context, kind }), shared }] : [],
  );
  const nested = lists.flatMap(({ file, kind, objects, shared }) => {
    if (kind !== "projects") return [];
    const { distinct, copiesOf } = distinctObjects(objects);
    const all = distinct.flatMap((object) => {
      const draft = treeProject(file, object, context);
      const copies = copiesOf(object).map(({ at }) => at);
      // Of records that do not say which project they are of, none is another's copy.
      return keyOf(identityOf(draft)) === ""
        ? [draft, ...copies.map((at) => ({ ...draft, at }))]
        : { ...draft, copies };
    });
    const drafts = withGoalsJoined(all, context);
    guardList(file, { objects: distinct, drafts }, context);
    const sorted = sortDrafts(file, drafts, context);
    return [{ ...sorted, drafts: sorted.drafts.map((draft) => withShared(draft, shared)) }];
  });
  const units = unitsOfTables(tables, context);
  const grids = [
    ...tables.map((table) => tableGrid(table, context, units.get(table))),
    ...cards.flatMap((card) => cardGrid(card, context) ?? []),
    ...rows,
  ];
  reportLeftOut(context.leftOut, context.report);
  return {
    grids,
    nested: nested.map(({ drafts }) => drafts),
    totals: [...grids, ...nested].flatMap(({ totals }) => totals ?? []),
  };
}

/** Objects that say of one project again and again what is known may hold its indicators under unknown keys. */
function guardList(
  file: string,
  { objects, drafts }: { objects: readonly ObjectNode[]; drafts: readonly DraftProject[] },
  context: Context,
): void {
  const repeats = drafts.some((draft, index) => {
    const above = drafts[index - 1];
    const same = above !== undefined && keyOf(identityOf(above)) === keyOf(identityOf(draft));
    return same && draft.indicators.length === 0;
  });
  if (!repeats) return;
  const partly = createContext(context.vocabulary, (diagnostic) => {
    if (diagnostic.code === "indicator-columns-unknown") context.report(diagnostic);
  });
  listGrid(file, objects, { ...partly, kind: "rows" });
}

/** Every header and key of the exports, with what is below it. */
export function columnValues({ tables, cards, trees }: Exports): ColumnValues {
  const contents = new Map<string, Set<string>>();
  for (const { headers, body } of tables) {
    for (const [index, { text }] of headers.entries()) {
      addColumnValue(text, "", contents);
      for (const { cells } of body) addColumnValue(text, (cells[index] ?? "").trim(), contents);
    }
  }
  for (const { fields, columns, rows } of cards) {
    for (const { text, value } of fields) {
      addColumnValue(text, "", contents);
      addColumnValue(text, value, contents);
    }
    for (const [index, { text }] of columns.entries()) {
      addColumnValue(text, "", contents);
      for (const { cells } of rows) addColumnValue(text, (cells[index] ?? "").trim(), contents);
    }
  }
  for (const { objects } of trees.flatMap(({ parts }) => parts.lists)) addObjects(objects, contents);
  return contents;
}

/** The headers of cards, once for all that are laid out alike: a department has one form, and it may have thousands of cards. */
function layoutsOf(cards: readonly Card[]): readonly (readonly Header[])[] {
  const layouts = new Map(
    cards.map((card) => {
      const headers = headersOfCard(card);
      return [headers.map(({ meaning, under = "" }) => `${under}\t${meaning}`).join("\n"), headers] as const;
    }),
  );
  return [...layouts.values()];
}

/** The fields that the exports have, by one form's spellings. */
export function fieldsOfExports({ tables, cards, trees }: Exports, vocabulary: Vocabulary): Set<string> {
  const context = quiet(createContext(vocabulary, () => {}));
  const rowContext = { ...context, kind: "rows" } as const;
  const fields = new Set<string>();
  const addColumns = (columns: readonly FieldColumn[]): void => {
    for (const { field } of columns) fields.add(field);
    if (columns.some(({ side }) => side !== undefined)) fields.add("indicator.horizon");
  };
  const addFields = ({ values, indicators }: DraftProject): void => {
    for (const field of values.keys()) fields.add(field);
    for (const indicator of indicators) {
      for (const { field } of fieldsOfIndicator(indicator)) fields.add(field);
      if (indicator.horizon === "midTerm") fields.add("indicator.horizon");
    }
  };
  for (const headers of [...tables.map(headersOf), ...layoutsOf(cards)])
    addColumns(
      matchColumns({ headers: spreadColumns(headers, vocabulary).headers, values: () => [] }, rowContext)
        .columns,
    );
  for (const { file, parts } of trees) {
    for (const { kind, objects } of parts.lists) {
      const some = objects.slice(0, sample);
      if (kind === "rows") addColumns(listGrid(file, some, rowContext).columns);
      else for (const object of some) addFields(treeProject(file, object, context));
    }
  }
  return fields;
}
