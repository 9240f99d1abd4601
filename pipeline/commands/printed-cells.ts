/** Records → every value that a report may print, with its path, its field, its place and what it was made from; and blanks. */
import type { placeBlanks } from "../check/index.ts";
import { formatValue, moneyFormat, type PrintedFields, printedFigures } from "../compose/index.ts";
import type { Place } from "../diagnostics/index.ts";
import {
  type Amount,
  type Department,
  type FieldName,
  type FormSpec,
  isFieldName,
  kindOf,
  type Project,
  type Text,
  valuesOfProject,
  withParts,
} from "../records/index.ts";

export type PrintedCell = {
  /** As in the sources of what is printed; absent of a figure. */
  readonly path?: string;
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
  readonly parts?: readonly Amount[];
  /** Of a blank that the form's formula filled in: the formula, and all that it was computed from. */
  readonly derived?: { readonly formula: string; readonly from: readonly Amount[] } | undefined;
};

/** `places`: rounded half up to so many; absent where the form prints amounts as given. */
export type PrintedMoney = { readonly text: string; readonly unit?: string; readonly places?: number };

/** `isPrinted`: whether the page has a value, by its path; a form prints 指标值 alone, or joined with its sign and unit. */
export function* printedCells(
  project: Project,
  spec: PrintedFields,
  isPrinted: (path: string) => boolean,
): Generator<PrintedCell> {
  for (const { path, value } of valuesOfProject(project)) {
    const [, index, name] = /^indicators\.(\d+)\.(.+)$/u.exec(path) ?? [];
    const indicator = index === undefined ? undefined : project.indicators[Number(index)];
    if (index === undefined || name === undefined || indicator === undefined) {
      const field = path.replace(/^(goals\..+)\.\d+$/u, "$1");
      if (isFieldName(field)) yield { path, ...cell(field, value, spec) };
      continue;
    }
    const alone = isPrinted(`indicators.${index}.value`);
    if (indicator.printedValue !== undefined && name === (alone ? "printedValue" : "value")) continue;
    const field = `indicator.${name === "printedValue" ? "value" : name}`;
    const { operator, value: given, unit } = indicator;
    const parts = [operator, given, unit].filter((part) => part !== undefined);
    const joined = name === "printedValue" && parts.length > 1 ? parts : undefined;
    if (isFieldName(field))
      yield { path, ...cell(field, value, spec), parts: joined, indicator: Number(index) + 1 };
  }
}

/** What a report prints of the department itself: facts, Part 1, and the form's own fields and lists. */
export function* departmentCells(department: Department, spec: FormSpec): Generator<PrintedCell> {
  const { own = {}, lists = {}, overall, subGoals, safeguards, ...facts } = department;
  for (const fact of ["name", "year", "unitCode", "unitName", "title"] as const)
    yield* worded(`department.${fact}`, facts[fact], `department.${fact}`);
  yield* listed("department.overall", overall, "department.overall");
  for (const [index, { name, goals, takenFrom }] of subGoals.entries()) {
    // Those are the project's own goals.
    if (takenFrom !== undefined) continue;
    yield* worded("subGoal.name", name, `department.subGoals.${index}.name`);
    yield* listed("subGoal.goals", goals, `department.subGoals.${index}.goals`);
  }
  yield* listed("department.safeguards", safeguards, "department.safeguards");
  yield* figureCells(department, spec);
  for (const [name, value] of Object.entries(own)) {
    const path = `department.own.${name}` as const;
    yield { path, ...cell(path, value, spec) };
  }
  for (const [list, rows] of Object.entries(lists))
    for (const [index, row] of rows.entries())
      for (const [column, value] of Object.entries(row.values)) {
        const field = `${row.list}.${column}`;
        if (isFieldName(field))
          yield { path: `department.${list}.${index}.${column}`, ...cell(field, value, spec) };
      }
}

/** What all projects come to by the form's figures: a report prints them, or the roll-up of many departments. */
function* figureCells(department: Department, spec: FormSpec): Generator<PrintedCell> {
  for (const { name, printed, formula, from } of printedFigures(department, spec)) {
    // A count of none is made of no cell.
    const { at } = from[0] ?? department.name;
    yield { field: `figures.${name}`, printed, at, derived: { formula, from: withParts(from) } };
  }
}

function* worded(field: string, value: Text | undefined, path: string): Generator<PrintedCell> {
  if (value !== undefined) yield { path, field, printed: value.text, at: value.at, raw: value.raw };
}

function* listed(field: string, values: readonly Text[], path: string): Generator<PrintedCell> {
  for (const [index, value] of values.entries()) yield* worded(field, value, `${path}.${index}`);
}

function cell(field: FieldName, value: Amount, spec: PrintedFields): PrintedCell {
  const printed = formatValue(value, field, spec);
  const { text, at, raw, derived } = value;
  if (derived !== undefined)
    return { field, printed, at, derived: { ...derived, from: withParts(derived.from) } };
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
