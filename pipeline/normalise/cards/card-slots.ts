/** Labels of a form whose values are looked for (slots) → which of them a text belongs to, and the fields that they are in the end. */
import type { CellPlace } from "../../diagnostics/index.ts";
import { cellPlace } from "../../read/index.ts";
import { kindOf } from "../../records/index.ts";
import { parseMoney } from "../drafts/read-money.ts";
import { matchHeader, type ReadHeader, type Vocabulary } from "../headers/match-header.ts";
import { tickedIn } from "../headers/ticks.ts";
import { meaningBelow } from "../tables/join-headers.ts";
import { type CardLabel, isContinued, withoutContinued } from "./card-labels.ts";
import type { CardCell, CardLine } from "./card-lines.ts";

export type CardField = {
  /** The label as written, what is matched, and the label of the group that it is in. */
  readonly text: string;
  readonly meaning: string;
  readonly under?: string;
  readonly at: CellPlace;
  /** "" if the form was left blank there. */
  readonly value: string;
  readonly valueAt: CellPlace;
  /** The whole choice of which the value is what was ticked. */
  readonly written?: string;
};

export type Placed = { readonly line: CardLine; readonly cell: CardCell };

/** A label whose value is still looked for, or found. `label`: undefined if nobody knows what it means. */
export type Slot = Placed & {
  readonly label: CardLabel | undefined;
  readonly group: string | undefined;
  readonly values: (Placed & { readonly text: string })[];
  /** Its own cell is blank: nothing further is its value. */
  readonly isBlank: boolean;
  /** Another label follows at once: it may be a group's. */
  readonly leads: boolean;
};

/** Whose value a text is that stands in a line without labels, among the texts of its line. */
export function ownerOf(
  cell: CardCell,
  recent: readonly Slot[],
  texts: readonly CardCell[],
): Slot | undefined {
  const open = recent.filter(({ isBlank }) => !isBlank);
  const below = open.find(
    (slot) =>
      slot.values.length === 0 &&
      slot.cell.column === cell.column &&
      isAsWide(slot.cell, cell) &&
      suits(slot, cell),
  );
  const continuing = open.find(
    (slot) =>
      slot.values.at(-1)?.cell.column === cell.column &&
      slot.cell.column <= cell.column &&
      goesOn(slot) &&
      // What stands below the label is a label that nobody knows, and has the text beside it.
      !texts.some((other) => other !== cell && other.column === slot.cell.column),
  );
  const [first] = open;
  const besides =
    first !== undefined && first.values.length === 0 && first.cell.column < cell.column && suits(first, cell)
      ? first
      : undefined;
  return below ?? continuing ?? besides;
}

function isAsWide({ reach: one }: CardCell, { reach: other }: CardCell): boolean {
  return one === undefined || other === undefined || one.columns === other.columns;
}

/** A form's own fields are taken for what they are called, as no form is chosen yet. */
function suits({ label }: Slot, { text }: CardCell): boolean {
  const kind = label === undefined ? "text" : kindOf(label.field, {});
  if (kind === "money") return parseMoney(text).value !== undefined;
  return kind !== "share" || /^[-—]$|\d/u.test(text);
}

/** Goals, and a purpose, go on in the rows below. */
function goesOn({ label }: Slot): boolean {
  const kind = label === undefined ? "text" : kindOf(label.field, {});
  return kind === "lines" || kind === "text";
}

export function holdsMoney({ label }: Slot): boolean {
  return label !== undefined && kindOf(label.field, {}) === "money";
}

/** The fields of a card, in the order in which a list would have them. */
export function settledFields(slots: readonly Slot[], vocabulary: Vocabulary): readonly CardField[] {
  return inMoneyOrder(
    settle(slots).flatMap((slot) => fieldOf(slot, (header) => matchHeader(header, vocabulary))),
  );
}

/** Without the names of groups, and with what a label says on the next page joined to what it said before. */
function settle(slots: readonly Slot[]): readonly Slot[] {
  const settled: Slot[] = [];
  for (const slot of slots) {
    const { label, cell } = slot;
    const before = isContinued(cell.text)
      ? settled.find((one) => withoutContinued(one.cell.text) === withoutContinued(cell.text))
      : undefined;
    if (before === undefined) settled.push(slot);
    else if (goesOn(before)) before.values.push(...slot.values);
    if (before === undefined && label === undefined && slot.values.length === 0 && slot.leads) settled.pop();
  }
  const filled = (field: string) =>
    settled.some(({ label, values }) => label?.field === field && values.length > 0);
  return settled.filter(
    ({ label, values, leads, isBlank }) =>
      values.length > 0 || isBlank || !leads || label === undefined || !isGroup(label.field, slots, filled),
  );
}

/** 绩效目标 before 中期目标 and 年度目标 has no value of its own. */
function isGroup(field: string, slots: readonly Slot[], filled: (field: string) => boolean): boolean {
  const scope = field.replace(/\..*$/u, ".");
  const others = slots.filter(({ label, leads }) => !leads && label?.field.startsWith(scope));
  return filled(field) || (scope === "goals." && others.length > 0);
}

function fieldOf(slot: Slot, match: ReadHeader): readonly CardField[] {
  const { line, cell, label, group, values } = slot;
  const [first] = values;
  const text = withoutContinued(cell.text);
  const at = labelledPlace(squareOf(slot), text, cell.column);
  const after = cell.column + (cell.reach?.columns ?? 1);
  const value = first === undefined ? cellPlace(line.table, line.row.row, after) : squareOf(first);
  const valueAt = labelledPlace(value, text, cell.column);
  const under = group === cell.text ? undefined : group;
  const place = { text, at, valueAt };
  const said = values.map((one) => one.text).join(holdsMoney(slot) ? "" : "\n");
  if (label === undefined) return [{ ...place, meaning: text, value: said }];
  const meaning = under === undefined ? label.meaning : meaningBelow(under, label.meaning, match);
  const choice = kindOf(label.field, {}) === "text" ? tickedIn(said) : undefined;
  const chosen = choice === undefined ? { value: said } : { value: choice, written: said };
  const field: CardField = { ...place, meaning, under, ...chosen };
  if (label.range === undefined) return [field];
  return [field, { text: "中期目标起止", meaning: "中期目标起止", at, value: label.range, valueAt: at }];
}

/** 财政拨款 below 中期资金总额 belongs to it, although 年度资金总额 beside that comes first in reading. */
function inMoneyOrder(fields: readonly CardField[]): readonly CardField[] {
  const isTotal = ({ meaning }: CardField) => /总额|总计|合计/u.test(meaning);
  const columnOf = ({ at }: CardField) => at.column ?? 0;
  const totals = fields.filter(isTotal);
  const ownerOf = (field: CardField) =>
    isTotal(field) || totals.length < 2
      ? undefined
      : totals.find(
          (total) =>
            columnOf(total) === columnOf(field) && total.at.row < field.at.row && total.under === field.under,
        );
  const owned = new Map(
    totals.map((total) => [total, fields.filter((field) => ownerOf(field) === total)] as const),
  );
  const isOwned = new Set([...owned.values()].flat());
  return fields.flatMap((field) => (isOwned.has(field) ? [] : [field, ...(owned.get(field) ?? [])]));
}

/** A place with the label that it belongs to, whose column counts from 0. */
export function labelledPlace(at: CellPlace, header: string, column: number): CellPlace {
  return { ...at, header, labelColumn: column + 1 };
}

export function squareOf({ line, cell }: Placed): CellPlace {
  return cellPlace(line.table, line.row.row, cell.column);
}
