/** A figure that form.json gives of its departments in a roll-up → what it comes to, and of how many records it cannot be said. */
import {
  addExact,
  convertMoney,
  type Department,
  type Exact,
  exact,
  type FormSpec,
  fieldValue,
  isFieldName,
  type MoneyUnit,
  multiplyExact,
  type RollupFigure,
} from "../records/index.ts";
import {
  alike,
  fieldsIn,
  fieldsOutsideSums,
  isCounted,
  type Level,
  levelOf,
  type Quantity,
  quantityOf,
} from "./check-types.ts";
import { evaluate, rowsAt, type Subjects, testClaim } from "./evaluate.ts";
import { type Formula, FormulaFault } from "./formula.ts";
import { parseFormula } from "./parse-formula.ts";

/** What a figure is shown as; a percentage is a number, 0.95 for 95%. */
export type FigureUnit = "money" | "number" | "percent";

export type ParsedFigure = {
  readonly how: RollupFigure["how"];
  readonly unit: FigureUnit;
  readonly of: Formula;
  /** Of a ratio. */
  readonly to?: Formula;
  /** Of which records it is added up. */
  readonly level: Level;
};

/** What is wrong with one of the two formulas of a figure. */
export class FigureFault extends Error {
  readonly key: "of" | "to";
  readonly fault: FormulaFault;

  constructor(key: "of" | "to", fault: FormulaFault) {
    super(fault.message);
    this.key = key;
    this.fault = fault;
  }
}

/** @throws FigureFault */
export function parseFigure(figure: RollupFigure, form: FormSpec): ParsedFigure {
  const { how } = figure;
  const of = inKey("of", () => parseFormula(figure.of));
  const to = figure.how === "ratio" ? inKey("to", () => parseFormula(figure.to)) : undefined;
  const level = levelOf(to === undefined ? [of] : [of, to]);
  const measure = (formula: Formula) => {
    const quantity = quantityOf(formula, { form, level });
    if (how !== "count" && !isCounted(quantity)) throw faultAt(formula, "number");
    // Added once for each record, it would count what is said once for all of them many times.
    if (fieldsOutsideSums(formula).length > 0 && levelOf([formula]) !== level) throw faultAt(formula, "sum");
    return quantity;
  };
  const quantity = inKey("of", () => measure(of));
  if (to === undefined) return { how, unit: unitOf(how, quantity), of, level };
  const divisor = inKey("to", () => measure(to));
  if (divisor === "money" && quantity !== "money") inKey("to", () => raise(faultAt(to, "number")));
  return { how, unit: alike(quantity, divisor) ? "percent" : "money", of, to, level };
}

function unitOf(how: RollupFigure["how"], quantity: Quantity): FigureUnit {
  if (how === "count") return "number";
  return quantity === "money" ? "money" : quantity === "share" ? "percent" : "number";
}

function inKey<Value>(key: "of" | "to", read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    throw error instanceof FormulaFault ? new FigureFault(key, error) : error;
  }
}

function raise(fault: FormulaFault): never {
  throw fault;
}

function faultAt(formula: Formula, expected: "number" | "sum"): FormulaFault {
  return new FormulaFault({ at: formula.at, found: formula.kind === "field" ? formula.name : "", expected });
}

/** What is added up, and what it is divided by to be the figure: 1 for a sum. Money is counted in `unit`. */
export type FigureSums = {
  /** Undefined if no record says anything. */
  readonly sum: Exact | undefined;
  readonly over: Exact;
  /** Records of which it cannot be said, as something that it needs is unreadable, or is required and blank. */
  readonly uncounted: number;
};

export function addUpFigure(
  figure: ParsedFigure,
  {
    spec,
    department,
    unit,
  }: { readonly spec: FormSpec; readonly department: Department; readonly unit: MoneyUnit },
): FigureSums {
  const { how, of, to, level } = figure;
  const records = recordsAt(level, { spec, department });
  const terms = records.map((subjects) => termOf(figure, subjects));
  const added = terms.flatMap((term) => term ?? []);
  const gaps = records.filter((subjects, index) => terms[index] === undefined && isMissing(figure, subjects));
  const rate = exact(convertMoney("1", { from: spec.money.unit, to: unit }));
  const total = (values: readonly Exact[], formula: Formula) => {
    const sum = values.reduce(addExact, exact("0"));
    return quantityOf(formula, { form: spec, level }) === "money" ? multiplyExact(sum, rate) : sum;
  };
  const parts = added.map(({ over }) => over);
  return {
    sum:
      added.length === 0 && how !== "count"
        ? undefined
        : total(
            added.map(({ value }) => value),
            of,
          ),
    over: to !== undefined ? total(parts, to) : how === "mean" ? exact(String(added.length)) : exact("1"),
    uncounted: gaps.length,
  };
}

type Term = { readonly value: Exact; readonly over: Exact };

/** What a record adds; undefined if it says nothing, or only one of the two sides of a ratio. */
function termOf({ how, of, to, level }: ParsedFigure, subjects: Subjects): Term | undefined {
  const value = how === "count" ? countOf(of, { subjects, level }) : numberOf(of, subjects);
  const over = to === undefined ? exact("1") : numberOf(to, subjects);
  return value && over && { value, over };
}

function recordsAt(
  level: Level,
  { spec, department }: Pick<Subjects, "spec" | "department">,
): readonly Subjects[] {
  if (level === "department") return [{ spec, department }];
  const rows = rowsAt(level, department);
  if (rows !== undefined) return rows.map((row) => ({ spec, department, row }));
  const projects = department.projects.map((project) => ({
    ...{ spec, department, project },
    indicators: project.indicators.filter(({ horizon }) => spec.horizons.includes(horizon)),
  }));
  if (level === "project") return projects;
  return projects.flatMap((subjects) => subjects.indicators.map((indicator) => ({ ...subjects, indicator })));
}

function numberOf(formula: Formula, subjects: Subjects): Exact | undefined {
  const value = evaluate(formula, subjects)?.value;
  return typeof value === "string" ? undefined : value;
}

/** 1 for what holds or is filled in, 0 for what is not: a blank is counted nowhere, and is missing nowhere. */
function countOf(
  formula: Formula,
  { subjects, level }: { readonly subjects: Subjects; readonly level: Level },
): Exact {
  const isCondition = quantityOf(formula, { form: subjects.spec, level }) === "condition";
  const isThere = isCondition
    ? testClaim(formula, subjects).kind === "holds"
    : evaluate(formula, subjects) !== undefined;
  return exact(isThere ? "1" : "0");
}

/** A blank that nobody asked for is no gap: it is as good as nothing. */
function isMissing({ of, to }: ParsedFigure, subjects: Subjects): boolean {
  const names = [of, ...(to === undefined ? [] : [to])].flatMap(fieldsIn);
  return names.some((name) => {
    if (!isFieldName(name)) return subjects.department.budgetTotal !== undefined;
    return fieldValue(name, subjects) !== undefined || subjects.spec.fields[name]?.required === true;
  });
}
