/** A project → every cell that a report prints of it, with its field, its place and what it was made from; and its blanks. */
import type { placeBlanks } from "../check/index.ts";
import { formatValue, moneyFormat, type PrintedFields, printedFigures } from "../compose/index.ts";
import type { Place } from "../diagnostics/index.ts";
import {
  type Amount,
  type Department,
  type FieldName,
  type FilledField,
  type FormSpec,
  fieldsOfIndicator,
  fieldsOfProject,
  isFieldName,
  kindOf,
  type Project,
  type Text,
} from "../records/index.ts";

export type PrintedCell = {
  readonly field: string;
  /** Of an indicator, its number in the export's order. */
  readonly indicator?: number;
  /** As the page has it. */
  readonly printed: string;
  readonly at: Place;
  /** The source's own text, where normalising changed it. */
  readonly raw?: string | undefined;
  /** The exact amount, where its unit was said, and what it became where the page prints another number or unit. */
  readonly amount?: Pick<Amount, "text" | "value" | "unit" | "unitFrom"> & {
    readonly becomes?: PrintedMoney | undefined;
  };
  /** What a value was put together from: operator, value, unit. */
  readonly parts?: readonly Text[];
  /** Of a blank that the form's formula filled in: the formula, and the cells that it was computed from. */
  readonly derived?: { readonly formula: string; readonly from: readonly Text[] } | undefined;
};

/** `places`: rounded half up to so many; absent where the form prints amounts as given. */
export type PrintedMoney = { readonly text: string; readonly unit?: string; readonly places?: number };

export function* printedCells(project: Project, spec: PrintedFields): Generator<PrintedCell> {
  yield* cellsIn(fieldsOfProject(project), spec);
  for (const [index, indicator] of project.indicators.entries()) {
    const { operator, value, unit, printedValue } = indicator;
    const parts = [operator, value, unit].filter((part) => part !== undefined);
    for (const cell of cellsIn(fieldsOfIndicator({ ...indicator, value: printedValue }), spec)) {
      const isJoined = cell.field === "indicator.value" && parts.length > 1;
      yield { ...cell, parts: isJoined ? parts : undefined, indicator: index + 1 };
    }
  }
}

/** What a report prints of the department itself: facts, Part 1, and the form's own fields and lists. */
export function* departmentCells(department: Department, spec: FormSpec): Generator<PrintedCell> {
  const { own = {}, lists = {}, overall, subGoals, safeguards, ...facts } = department;
  for (const fact of ["name", "year", "unitCode", "unitName", "title"] as const)
    yield* worded(`department.${fact}`, [facts[fact]]);
  yield* worded("department.overall", overall);
  for (const { name, goals, takenFrom } of subGoals) {
    // Those are the project's own goals.
    if (takenFrom !== undefined) continue;
    yield* worded("subGoal.name", [name]);
    yield* worded("subGoal.goals", goals);
  }
  yield* worded("department.safeguards", safeguards);
  yield* figureCells(department, spec);
  for (const [name, value] of Object.entries(own)) yield cell(`department.own.${name}`, value, spec);
  for (const row of Object.values(lists).flat())
    for (const [column, value] of Object.entries(row.values)) {
      const field = `${row.list}.${column}`;
      if (isFieldName(field)) yield cell(field, value, spec);
    }
}

/** What all projects come to by the form's figures, where the report prints it. */
function* figureCells(department: Department, spec: FormSpec): Generator<PrintedCell> {
  for (const { name, printed, formula, from } of printedFigures(department, spec)) {
    // A count of none is made of no cell.
    const { at } = from[0] ?? department.name;
    yield { field: `figures.${name}`, printed, at, derived: { formula, from } };
  }
}

function* worded(field: string, values: readonly (Text | undefined)[]): Generator<PrintedCell> {
  for (const value of values)
    if (value !== undefined) yield { field, printed: value.text, at: value.at, raw: value.raw };
}

function* cellsIn(fields: Iterable<FilledField>, spec: PrintedFields): Generator<PrintedCell> {
  for (const { field, values } of fields) for (const value of values) yield cell(field, value, spec);
}

function cell(field: FieldName, value: Amount, spec: PrintedFields): PrintedCell {
  const printed = formatValue(value, field, spec);
  const { text, at, raw, derived } = value;
  if (derived !== undefined) return { field, printed, at, derived };
  if (kindOf(field, spec.fields) === "money") return amount(field, { value, printed }, spec);
  // A number or a share that the form rounds is printed otherwise than it is given.
  const given = value.value !== undefined && printed !== text ? text : raw;
  return { field, printed, at, raw: given };
}

function amount(
  field: FieldName,
  { value: source, printed }: { readonly value: Amount; readonly printed: string },
  spec: PrintedFields,
): PrintedCell {
  const { text, at, raw, value, unit, unitFrom } = source;
  const money = moneyFormat(field, spec);
  const becomes: PrintedMoney =
    money.print === "fixed"
      ? { text: printed, unit: money.unit, places: money.places }
      : // The unit is part of what an as-given amount prints.
        { text: printed };
  return {
    field,
    printed,
    at,
    raw,
    amount: {
      text,
      value,
      unit,
      unitFrom,
      becomes: printed === text || value === undefined ? undefined : becomes,
    },
  };
}

/** Blank in the project itself, or in one of its indicators. */
export type BlankCell = Pick<PrintedCell, "field" | "indicator"> & { readonly at?: Place };

type Known = {
  /** What the project does print. */
  readonly cells: readonly PrintedCell[];
  /** The place of a blank, found from a place beside it. */
  readonly blankAt: ReturnType<typeof placeBlanks>;
};

export function blankCells(field: string, project: Project, { cells, blankAt }: Known): readonly BlankCell[] {
  const filled = cells.filter((cell) => cell.field === field);
  const place = (near: Place | undefined) =>
    near === undefined || !isFieldName(field) ? {} : { at: blankAt(near, field) };
  if (!field.startsWith("indicator.")) return filled.length > 0 ? [] : [{ field, ...place(project.at) }];
  return project.indicators.flatMap((_, index) => {
    const indicator = index + 1;
    if (filled.some((cell) => cell.indicator === indicator)) return [];
    return [{ field, indicator, ...place(cells.find((cell) => cell.indicator === indicator)?.at) }];
  });
}
