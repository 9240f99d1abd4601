/** How much text the tables of a document have → the widths of their columns, equal in all tables of a kind. */
import type { TableExtent, TableKind, TableSetting, Theme } from "../model/index.ts";
import { keyOfKind, resolveWidths } from "../resolve/index.ts";
import { countCutWords, estimateRows } from "./estimate-pages.ts";

/** Width that goes from one column to another at a time, pt: a character of 五号. Less changes no line. */
const step = 10.5;
/** Shares of the tables' height that a step, and all of them together, must save: less is decided by a single edit. */
const leastGain = { step: 0.01, all: 0.03 };

/** What a word or a number that is cut costs, in height of rows, pt: four lines, and more the less of it its line holds. */
const cutWord = { each: 60, lackingPoint: 4 };

type Widths = TableKind["columns"];
type Look = { readonly theme: Theme; readonly width: number };

export function settleWidths(tables: readonly TableExtent[], look: Look): TableSetting["widths"] {
  const kinds = new Map<string, { readonly kind: TableKind; readonly tables: TableExtent[] }>();
  for (const table of tables) {
    if (table.columns.ranges === undefined) continue;
    const key = keyOfKind(table.columns);
    const known = kinds.get(key);
    if (known === undefined) kinds.set(key, { kind: table.columns, tables: [table] });
    else known.tables.push(table);
  }
  return [...kinds.values()].flatMap(({ kind, tables: own }) => {
    const columns = narrowed(kind, own, look);
    return columns === kind.columns ? [] : [{ kind, columns }];
  });
}

/** Step by step, each time the one that saves most. */
function narrowed(kind: TableKind, tables: readonly TableExtent[], { theme, width }: Look): Widths {
  const priceOf = (columns: Widths) => {
    const widths = resolveWidths(columns, width);
    let [height, faults] = [0, 0];
    for (const table of tables) {
      for (const row of estimateRows(table, widths, theme)) height += row.text + row.padding;
      const { words, lacking } = countCutWords(table, widths, theme);
      faults += words * cutWord.each + lacking * cutWord.lackingPoint;
    }
    return { columns, height, price: height + faults };
  };
  const shares = (step * kind.columns.reduce((sum, column) => sum + column, 0)) / width;
  const designed = priceOf(kind.columns);
  let best = designed;
  for (;;) {
    const tried = movesFrom(best.columns, kind, shares).map(priceOf);
    const next = tried.reduce((one, other) => (other.price < one.price ? other : one), best);
    // Of the height alone: numbers that no column could hold must not hide what else is to be gained.
    if (next.price > best.price - designed.height * leastGain.step) break;
    best = next;
  }
  return best.price > designed.price - designed.height * leastGain.all ? kind.columns : best.columns;
}

/** Columns that are designed alike stay alike. */
function movesFrom(columns: Widths, kind: TableKind, shares: number): readonly Widths[] {
  const alike = groupsOf(kind);
  return alike.flatMap((from) =>
    alike.flatMap((to) => {
      if (from === to) return [];
      const moved = shares * Math.max(from.length, to.length);
      const [first, ...others] = columns.map((column, index) => {
        if (from.includes(index)) return column - moved / from.length;
        return to.includes(index) ? column + moved / to.length : column;
      });
      const next = first === undefined ? columns : ([first, ...others] as const);
      return withinRanges(next, kind) ? [next] : [];
    }),
  );
}

function groupsOf({ columns, ranges = [] }: TableKind): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  for (const [index, column] of columns.entries()) {
    const key = JSON.stringify([column, ranges[index]]);
    groups.set(key, [...(groups.get(key) ?? []), index]);
  }
  return [...groups.values()];
}

function withinRanges(columns: Widths, { ranges = [] }: TableKind): boolean {
  return columns.every((column, index) => {
    const { least = column, most = column } = ranges[index] ?? {};
    return column >= least - tolerance && column <= most + tolerance;
  });
}

const tolerance = 1e-6;
