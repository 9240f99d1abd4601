/** A project → every cell that a report prints of it, with its field, its place and what it was made from; and its blanks. */
import type { placeBlanks } from "../check/index.ts";
import { bareYear, formatMoney } from "../compose/index.ts";
import type { Place } from "../diagnostics/index.ts";
import {
  type Amount,
  type Budget,
  type Indicator,
  indicatorFields,
  isFieldName,
  type MoneyFormat,
  moneyFields,
  type Project,
  projectTextFields,
  scheduleFields,
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
};

/** `places`: rounded half up to so many; absent where the form prints amounts as given. */
export type PrintedMoney = { readonly text: string; readonly unit?: string; readonly places?: number };

export function* printedCells(project: Project, money: MoneyFormat): Generator<PrintedCell> {
  for (const name of projectTextFields)
    for (const text of cell(`project.${name}`, project[name]))
      yield name === "year" ? { ...text, printed: bareYear(text.printed) } : text;
  yield* amounts("budget", project.budget, money);
  yield* amounts("midTermBudget", project.midTermBudget, money);
  for (const name of scheduleFields) yield* cell(`schedule.${name}`, project.schedule[name]);
  for (const horizon of ["midTerm", "annual"] as const)
    for (const line of project.goals[horizon]?.lines ?? []) yield* cell(`goals.${horizon}`, line);
  for (const [name, text] of Object.entries(project.own)) yield* cell(`project.own.${name}`, text);
  for (const [index, indicator] of project.indicators.entries())
    for (const printed of indicatorCells(indicator)) yield { ...printed, indicator: index + 1 };
}

function* indicatorCells(indicator: Indicator): Generator<PrintedCell> {
  const parts = [indicator.operator, indicator.value, indicator.unit].filter((part) => part !== undefined);
  for (const name of indicatorFields) {
    const joined = name === "value" && parts.length > 1;
    if (!joined)
      yield* cell(`indicator.${name}`, name === "value" ? indicator.printedValue : indicator[name]);
    else if (indicator.printedValue !== undefined)
      for (const whole of cell("indicator.value", indicator.printedValue)) yield { ...whole, parts };
  }
  for (const [name, text] of Object.entries(indicator.own)) yield* cell(`indicator.own.${name}`, text);
}

function* amounts(part: string, { own, ...budget }: Budget, money: MoneyFormat): Generator<PrintedCell> {
  const named = [
    ...moneyFields.map((name) => [name, budget[name]] as const),
    ...Object.entries(own).map(([name, source]) => [`own.${name}`, source] as const),
  ];
  for (const [name, source] of named)
    if (source !== undefined) yield amount(`${part}.${name}`, source, money);
}

function amount(field: string, source: Amount, money: MoneyFormat): PrintedCell {
  const { text, at, raw, value, unit, unitFrom } = source;
  const printed = formatMoney(source, money);
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

function* cell(field: string, text: Text | undefined): Generator<PrintedCell> {
  if (text === undefined) return;
  yield { field, printed: text.text, at: text.at, raw: text.raw };
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
