/** A project → everything a report can print of it, each cell with its field, its place and what it was made from. */
import type { Place } from "../diagnostics/index.ts";
import {
  type Amount,
  type Budget,
  type Indicator,
  indicatorFields,
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
  readonly printed: string;
  readonly at: Place;
  /** The source's own text, where normalising changed it. */
  readonly raw?: string;
  /** The exact amount, and where its unit was said. */
  readonly amount?: Pick<Amount, "value" | "unit" | "unitFrom">;
  /** What a value was put together from: operator, value, unit. */
  readonly parts?: readonly Text[];
};

export function* printedCells(project: Project): Generator<PrintedCell> {
  for (const name of projectTextFields) yield* cell(`project.${name}`, project[name]);
  yield* amounts("budget", project.budget);
  yield* amounts("midTermBudget", project.midTermBudget);
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

function* amounts(part: string, { own, ...budget }: Budget): Generator<PrintedCell> {
  for (const name of moneyFields) yield* amount(`${part}.${name}`, budget[name]);
  for (const [name, source] of Object.entries(own)) yield* amount(`${part}.own.${name}`, source);
}

function* amount(field: string, source: Amount | undefined): Generator<PrintedCell> {
  for (const printed of cell(field, source)) {
    const { value, unit, unitFrom } = source ?? {};
    yield {
      ...printed,
      amount: { ...(value && { value }), ...(unit && { unit }), ...(unitFrom && { unitFrom }) },
    };
  }
}

function* cell(field: string, text: Text | undefined): Generator<PrintedCell> {
  if (text === undefined) return;
  yield { field, printed: text.text, at: text.at, ...(text.raw !== undefined && { raw: text.raw }) };
}
