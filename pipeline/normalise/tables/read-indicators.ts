/** Turns a grid's rows into indicators, one or two a row, with the labels of merged cells filled in. */
import { columnKey } from "../../diagnostics/index.ts";
import {
  type Amount,
  type FieldName,
  type Horizon,
  type Indicator,
  type IndicatorField,
  indicatorFields,
  rankOfLevel,
  type Text,
} from "../../records/index.ts";
import type { Context } from "../drafts/context.ts";
import { type DraftProject, subjectOfDraft } from "../drafts/draft.ts";
import { readMoney } from "../drafts/read-money.ts";
import { readTyped } from "../drafts/read-typed.ts";
import type { Reporting } from "../drafts/recorded.ts";
import { headerKey, horizonOf, namedHorizonOf } from "../headers/header-key.ts";
import { type FieldColumn, type Grid, identityColumns, textAt, unitAt } from "./grid.ts";

type Levels = { readonly level1?: Text; readonly level2?: Text };

/** Labels that merged cells leave blank: the levels, and a form's own columns before them. */
type Labels = { readonly levels: Levels; readonly own: Readonly<Record<string, Amount>> };

/** The columns of one horizon in a wide table, or all of them. */
type Side = {
  readonly horizon?: Horizon;
  readonly columns: readonly FieldColumn[];
  /** The names of a form's own columns that stand before level 3, from the left, behind that of its groups. */
  readonly ownLabels: readonly string[];
  /** Labels whose merged cells are known: what is blank of them is blank. */
  readonly whole: ReadonlySet<string>;
  /** Levels that no column is for. */
  readonly unnamed: ReadonlySet<number>;
};
type Fields = { [Name in IndicatorField]?: Text };
type Cells = {
  readonly fields: Fields;
  readonly own: Record<string, Amount>;
  /** Has something beyond labels, and beyond what both sides share. */
  proper: boolean;
  /** In the place of a name it has that of a level, which the rows below are of. */
  readonly isHeading?: true;
};

/**
 * What indicators are read by. What is made of their rows is kept between tries: what they note is recorded, and all else
 * is of the form.
 */
export type IndicatorContext = Reporting &
  Pick<Context, "groupBy" | "groupOrder" | "groupCalled" | "labelOf" | "prints" | "statedUnit">;

/** Reads the indicators of one row of a project; `fresh`: the row before it belongs to another. */
export type ReadIndicators = (row: number, fresh: boolean, draft: DraftProject) => Indicator[];

/** What is known of the horizon of an indicator: 长期目标1 is a name of one as well, for a form that groups by such. */
export type KnownHorizon = { readonly horizon?: Horizon | undefined; readonly name?: Text | undefined };

/** The reader remembers the labels above, so rows come in order. `given`: what is known of all of them. */
export function createIndicatorReader(
  grid: Grid,
  context: IndicatorContext,
  { horizon: given, name: givenName }: KnownHorizon = {},
): ReadIndicators {
  const group = context.groupBy?.slice("indicator.own.".length);
  const sides = sidesOf(grid, group);
  const horizonColumn = grid.columns.find(({ field }) => field === "indicator.horizon");
  const continues = rowContinues(grid);
  const isFollowed = rowIsFollowed(grid);
  const above = new Map<Side, Labels>();
  const unsaid = given ?? grid.named?.horizon ?? onlyHorizon(context);
  let current = unsaid;
  return (row, fresh, draft) => {
    if (fresh) current = unsaid;
    const said = horizonColumn && textAt(grid, row, { column: horizonColumn.index, report: context.report });
    const stated = said && readHorizon(said, context);
    const name = stated?.name ?? givenName;
    const read = sides.map((side) => {
      const own = readCells(grid, { row, side, draft }, context);
      const cells = (isFollowed(row) ? headingOf(own, side, context) : undefined) ?? own;
      if (group !== undefined && name !== undefined) cells.own[group] ??= name;
      return { side, cells };
    });
    // Where nothing else in the row says the horizon, the name of a goal that begins in it does.
    const goal =
      group === undefined ? undefined : read.find(({ cells }) => cells.own[group])?.cells.own[group];
    const named = goal && given === undefined ? horizonOfGoal(goal.text, context) : undefined;
    const untold = goal && horizonColumn === undefined ? unsaid : current;
    const next = stated?.horizon ?? (named !== undefined && context.prints(named) ? named : untold);
    if (fresh || next !== current) above.clear();
    current = next;
    const kept = read.filter(
      ({ side, cells }) => cells.proper || (side.horizon === undefined && hasLabel(cells)),
    );
    const labelled = kept.length > 0 ? kept : read.filter(({ cells }) => cells.fields.level2 !== undefined);
    const shown = labelled.filter(({ cells }) => cells.isHeading !== true);
    return read.flatMap(({ side, cells }) => {
      const merged = continues(row) || cells.fields.level1 === undefined;
      const labels = fillLabels(cells, above.get(side), { side, merged, group });
      above.set(side, labels);
      if (!shown.some((one) => one.side === side)) return [];
      const { levels, own } = labels;
      return [
        { ...cells.fields, ...levels, horizon: side.horizon ?? current, own: { ...cells.own, ...own } },
      ];
    });
  };
}

/**
 * Fills level-1 and level-2 labels that merged cells left blank, within one project and one side of its table.
 * Level 2 is filled only below the level 1 it belongs to: if level 1 changes, a blank level 2 is blank.
 * `whole`: levels that nothing was left out of.
 */
export function fillLevels(
  own: Levels,
  above: Levels | undefined,
  whole: ReadonlySet<string> = new Set(),
): Levels {
  const level1 = own.level1 ?? (whole.has("level1") ? undefined : above?.level1);
  const same = level1 !== undefined && level1.text === above?.level1?.text;
  const inherits = same || (level1 === undefined && above?.level1 === undefined);
  const level2 = own.level2 ?? (inherits && !whole.has("level2") ? above?.level2 : undefined);
  return { level1, level2 };
}

/**
 * Fills what merged cells left blank. Own labels are filled from the left: below a label that changes, nothing to the
 * right of it is inherited, the levels included.
 */
function fillLabels(
  { fields, own }: Cells,
  above: Labels | undefined,
  {
    side,
    merged,
    group,
  }: { readonly side: Side; readonly merged: boolean; readonly group: string | undefined },
): Labels {
  const { ownLabels, whole } = side;
  const filled: Record<string, Amount> = {};
  let changed = false;
  for (const name of ownLabels) {
    const given = own[name];
    // What an export leaves blank of a form's groups is the group above, even if it repeats the levels.
    const fills = (merged || name === group) && !changed && !whole.has(`own.${name}`);
    const inherited = fills ? above?.own[name] : undefined;
    changed ||= given !== undefined && given.text !== above?.own[name]?.text;
    const label = given ?? inherited;
    if (label !== undefined) filled[name] = label;
  }
  return { levels: fillLevels(fields, changed ? undefined : above?.levels, whole), own: filled };
}

/** Whether a row leaves blank which project it is of, as merged cells do. */
function rowContinues(grid: Grid): (row: number) => boolean {
  const identity = identityColumns(grid);
  return (row) => identity.length > 0 && identity.every(({ index }) => grid.source(row, index).trim() === "");
}

/** Whether the next row names an indicator of the same project. */
function rowIsFollowed(grid: Grid): (row: number) => boolean {
  const identity = identityColumns(grid);
  const names = grid.columns.filter(({ field }) => field === "indicator.level3");
  return (row) =>
    row + 1 < grid.rowCount &&
    names.some(({ index }) => grid.source(row + 1, index).trim() !== "") &&
    identity.every(({ index }) => {
      const next = grid.source(row + 1, index).trim();
      return next === "" || next === grid.source(row, index).trim();
    });
}

/**
 * 一、产出指标 or （一）数量指标 in the place of a name and nothing beside it, in a table without a column for it: the level
 * of the rows below.
 */
function headingOf({ fields, own }: Cells, { unnamed }: Side, context: IndicatorContext): Cells | undefined {
  const { level3, ...others } = fields;
  if (level3 === undefined || unnamed.size === 0 || Object.keys(own).length > 0) return undefined;
  const label = headerKey(level3.text).bare;
  const rank = /指标$/u.test(label) ? rankOfLevel(label) : undefined;
  if (rank === undefined || !unnamed.has(rank)) return undefined;
  if (Object.keys(others).some((name) => name !== "level1")) return undefined;
  const { at } = level3;
  context.reportOnce(`level rows ${columnKey(at)}`, () => ({
    code: "level-rows-read",
    at,
    found: level3.text,
    args: { level: rank === 1 ? "一级指标" : "二级指标" },
  }));
  const text: Text = label === level3.text ? level3 : { text: label, at, raw: level3.raw ?? level3.text };
  return { fields: { ...others, [`level${rank}`]: text }, own, proper: false, isHeading: true };
}

function sidesOf({ columns, merged }: Grid, group: string | undefined): Side[] {
  const side = (own: readonly FieldColumn[]) => ({
    columns: own,
    ownLabels: ownLabelsOf(own, group),
    whole: new Set(own.filter(({ index }) => merged?.has(index)).map(({ field }) => labelOf(field))),
    unnamed: new Set([1, 2].filter((rank) => !own.some(({ field }) => field === `indicator.level${rank}`))),
  });
  const indicators = columns.filter(
    ({ field }) => field.startsWith("indicator.") && field !== "indicator.horizon",
  );
  if (indicators.every(({ side }) => side === undefined)) return [side(indicators)];
  return (["midTerm", "annual"] as const).map((horizon) => {
    const ofSide = indicators.filter((column) => column.side === undefined || column.side === horizon);
    return { horizon, ...side(ofSide) };
  });
}

function ownLabelsOf(columns: readonly FieldColumn[], group: string | undefined): string[] {
  const level3 = columns.find(({ field }) => field === "indicator.level3")?.index ?? -1;
  const own = columns.filter(
    ({ field, kind, index }) => kind === "text" && field.startsWith("indicator.own.") && index < level3,
  );
  const names = own
    .toSorted((left, right) => left.index - right.index)
    .map(({ field }) => field.slice("indicator.own.".length));
  return group === undefined ? names : [group, ...names.filter((name) => name !== group)];
}

function labelOf(field: FieldName): string {
  return field.slice("indicator.".length);
}

function readCells(
  grid: Grid,
  { row, side, draft }: { row: number; side: Side; draft: DraftProject },
  context: IndicatorContext,
): Cells {
  const cells: Cells = { fields: {}, own: {}, proper: false };
  for (const column of side.columns) {
    const text = textAt(grid, row, { column: column.index, report: context.report });
    if (text === undefined) continue;
    const name = labelOf(column.field);
    if (isIndicatorField(name)) cells.fields[name] = text;
    else cells.own[name.slice("own.".length)] = readOwn(grid, { row, column, text, draft }, context);
    const label = name === "level1" || name === "level2";
    if (!label && (side.horizon === undefined || column.side !== undefined)) cells.proper = true;
  }
  if (cells.proper && grid.named?.level1 !== undefined) cells.fields.level1 ??= grid.named.level1;
  return cells;
}

/** A form's own field, read as its type. */
function readOwn(
  grid: Grid,
  { row, column, text, draft }: { row: number; column: FieldColumn; text: Text; draft: DraftProject },
  context: IndicatorContext,
): Amount {
  const { kind, field, header } = column;
  if (kind === "text") return text;
  const label = context.labelOf(field) ?? header.trim();
  if (kind !== "money") return readTyped(text, { kind, label, subject: subjectOfDraft(draft) }, context);
  const source = { text, unit: unitAt(grid, row, column) };
  return readMoney(source, { draft, above: undefined, departmentUnit: context.statedUnit?.unit }, context);
}

/**
 * 年度; or 长期目标1, or a name that the form gives, of a form that groups by such names, whichever horizons it prints. Of
 * another form what tells it from the others is not printed: reported.
 */
export function readHorizon(text: Text, context: IndicatorContext): KnownHorizon {
  const { report, groupBy, groupOrder, groupCalled, prints } = context;
  const horizon = horizonOf(text.text);
  const isNamed = groupBy !== undefined && groupCalled(text.text) !== undefined;
  if (horizon !== undefined && !isNamed) return { horizon };
  const named = groupBy === undefined ? undefined : horizonOfGoal(text.text, context);
  if (named !== undefined || isNamed)
    return { horizon: named !== undefined && prints(named) ? named : onlyHorizon(context), name: text };
  const where = { at: text.at, found: text.text };
  if (groupOrder.length > 0) report({ code: "group-unknown", ...where, args: { names: groupOrder } });
  else report({ code: "horizon-unknown", ...where, args: { value: text.text } });
  return { horizon: onlyHorizon(context) };
}

/** Of which horizon a goal is by its name, or by what the form says of that. */
function horizonOfGoal(name: string, { groupCalled }: IndicatorContext): Horizon | undefined {
  return groupCalled(name)?.horizon ?? horizonOf(name) ?? namedHorizonOf(name);
}

/** What is not said: annual, if the form prints that. */
function onlyHorizon({ prints }: IndicatorContext): Horizon {
  return prints("annual") ? "annual" : "midTerm";
}

function hasLabel({ fields }: Cells): boolean {
  return fields.level1 !== undefined || fields.level2 !== undefined;
}

function isIndicatorField(name: string): name is IndicatorField {
  return (indicatorFields as readonly string[]).includes(name);
}
