/** Lists that several units filled in, without a column for the unit → the unit of each, as the line above it or its sheet says. */
import type { Report } from "../../diagnostics/index.ts";
import { tablePlace } from "../../read/index.ts";
import type { Text } from "../../records/index.ts";
import { matchHeader, type Vocabulary } from "../headers/match-header.ts";
import type { HeadedTable } from "./find-header-row.ts";
import { agency } from "./row-words.ts";
import { readTitleLines } from "./title-lines.ts";

type Tools = { readonly vocabulary: Vocabulary; readonly report: Report };
type Said = { readonly text: Text; readonly isSheet: boolean };

/**
 * None unless each list has a unit, and they differ: what all lists say alike is the department. A unit that is only the
 * name of a sheet is told.
 */
export function unitsOfTables(
  tables: readonly HeadedTable[],
  { vocabulary, report }: Tools,
): ReadonlyMap<HeadedTable, Text> {
  const namesUnits = ({ headers }: HeadedTable) =>
    headers.some(({ meaning }) => {
      const field = matchHeader(meaning, vocabulary)?.field;
      return field === "project.unit" || field === "project.department";
    });
  const said = tables.map((table) => ({ table, unit: namesUnits(table) ? undefined : unitOf(table) }));
  const units = said.flatMap(({ table, unit }) => (unit === undefined ? [] : [{ table, ...unit }]));
  const isEach = units.length === tables.length;
  if (!isEach || new Set(units.map(({ text }) => text.text)).size < 2) return new Map();
  for (const { text, isSheet } of units)
    if (isSheet)
      report({
        code: "table-name-used",
        at: text.at,
        found: text.text,
        args: { name: text.text, field: "预算单位" },
      });
  return new Map(units.map(({ table, text }) => [table, text]));
}

function unitOf({ table, above }: HeadedTable): Said | undefined {
  const [unit, ...others] = readTitleLines([{ table, above }]).units;
  if (unit !== undefined) return others.length === 0 ? { text: unit, isSheet: false } : undefined;
  const name = table.sheet?.trim() ?? "";
  const isAgency = name.length >= 4 && agency.test(name);
  return isAgency ? { text: { text: name, at: tablePlace(table) }, isSheet: true } : undefined;
}
