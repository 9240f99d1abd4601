/** A figure that form.json gives of its departments in a roll-up → what it comes to, and of how many records it cannot be said. */
import {
  type Amount,
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
  type Project,
  perObject,
  perProject,
  printedIndicators,
  type RollupFigure,
} from "../records/index.ts";
import {
  alike,
  fault,
  fieldsIn,
  fieldsOutsideSums,
  isCounted,
  isOfProject,
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
  readonly of: Measure;
  /** Of a ratio. */
  readonly to?: Measure;
  /** Of which records it is added up. */
  readonly level: Level;
};

type Measure = { readonly formula: Formula; readonly quantity: Quantity };

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
  const measure = (formula: Formula): Measure => {
    const quantity = quantityOf(formula, { form, level });
    if (how !== "count" && !isCounted(quantity)) throw fault(formula, "number");
    // Added once for each record, it would count what is said once for all of them many times.
    if (fieldsOutsideSums(formula).length > 0 && levelOf([formula]) !== level) throw fault(formula, "sum");
    return { formula, quantity };
  };
  const measured = inKey("of", () => measure(of));
  const { quantity } = measured;
  if (to === undefined) return { how, unit: unitOf(how, quantity), of: measured, level };
  const divisor = inKey("to", () => measure(to));
  if (divisor.quantity === "money" && quantity !== "money") throw new FigureFault("to", fault(to, "number"));
  const unit = alike(quantity, divisor.quantity) ? "percent" : "money";
  return { how, unit, of: measured, to: divisor, level };
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

/** What is added up, and what it is divided by to be the figure: 1 for a sum. Money is counted in `unit`. */
export type FigureSums = {
  /** Undefined if no record says anything. */
  readonly sum: Exact | undefined;
  readonly over: Exact;
  /** Records of which it cannot be said, as something that it needs is unreadable, or is required and blank. */
  readonly uncounted: number;
  /** The cells that it is made of. */
  readonly from: readonly Amount[];
};

export function addUpFigure(
  figure: ParsedFigure,
  {
    spec,
    department,
    unit,
  }: { readonly spec: FormSpec; readonly department: Department; readonly unit: MoneyUnit },
): FigureSums {
  const { how, of, to } = figure;
  const counted = countedAt(figure, { spec, department });
  const added = counted.flatMap((one) => (typeof one === "string" ? [] : one));
  const gaps = counted.filter((one) => one === "missing");
  const rate = exact(convertMoney("1", { from: spec.money.unit, to: unit }));
  const total = ({ quantity }: Measure, values: readonly Exact[]) => {
    const sum = values.reduce(addExact, exact("0"));
    // A count of amounts is no money.
    return quantity === "money" && how !== "count" ? multiplyExact(sum, rate) : sum;
  };
  const values = added.map(({ value }) => value);
  const parts = added.map(({ over }) => over);
  return {
    sum: values.length === 0 && (how !== "count" || gaps.length > 0) ? undefined : total(of, values),
    over: to !== undefined ? total(to, parts) : exact(how === "mean" ? String(parts.length) : "1"),
    uncounted: gaps.length,
    from: added.flatMap(({ from }) => from),
  };
}

type Term = { readonly value: Exact; readonly over: Exact; readonly from: readonly Amount[] };

/** What a record adds; of one that adds nothing, whether it should. */
type Counted = Term | "missing" | "nothing";

/** Of each figure, what the records of a project came to that alone decides it: known as long as the project stays. */
const known = perObject((_: ParsedFigure) => perProject<readonly Counted[]>());

/** Of all records, in their order. */
function countedAt(
  figure: ParsedFigure,
  { spec, department }: Pick<Subjects, "spec" | "department">,
): readonly Counted[] {
  const count = (records: readonly Subjects[]) => records.map((subjects) => countedIn(figure, subjects));
  const { level, of, to } = figure;
  if (!isOfProject(level, to === undefined ? [of.formula] : [of.formula, to.formula]))
    return count(recordsAt(level, { spec, department }));
  const [kept, given] = [known(figure), [spec]];
  return department.projects.flatMap(
    (project) =>
      kept.find(project, given) ??
      kept.keep(project, given, count(recordsOf(project, level, { spec, department }))),
  );
}

function countedIn(figure: ParsedFigure, subjects: Subjects): Counted {
  return termOf(figure, subjects) ?? (isMissing(figure, subjects) ? "missing" : "nothing");
}

/** What a record adds; undefined if it says nothing, or only one of the two sides of a ratio. */
function termOf({ how, of, to }: ParsedFigure, subjects: Subjects): Term | undefined {
  const value = how === "count" ? countOf(of, subjects) : numberOf(of, subjects);
  const over = to === undefined ? { value: exact("1"), from: [] } : numberOf(to, subjects);
  return value && over && { value: value.value, over: over.value, from: [...value.from, ...over.from] };
}

function recordsAt(
  level: Level,
  { spec, department }: Pick<Subjects, "spec" | "department">,
): readonly Subjects[] {
  if (level === "department") return [{ spec, department }];
  const rows = rowsAt(level, department);
  if (rows !== undefined) return rows.map((row) => ({ spec, department, row }));
  return department.projects.flatMap((project) => recordsOf(project, level, { spec, department }));
}

function recordsOf(
  project: Project,
  level: Level,
  { spec, department }: Pick<Subjects, "spec" | "department">,
): readonly Subjects[] {
  const subjects = { spec, department, project, indicators: printedIndicators(project, spec) };
  if (level === "project") return [subjects];
  return subjects.indicators.map((indicator) => ({ ...subjects, indicator }));
}

type Measured = { readonly value: Exact; readonly from: readonly Amount[] };

function numberOf({ formula }: Measure, subjects: Subjects): Measured | undefined {
  const evaluated = evaluate(formula, subjects);
  if (evaluated === undefined || typeof evaluated.value === "string") return undefined;
  return { value: evaluated.value, from: evaluated.from };
}

/** 1 for what holds or is filled in, 0 for what is not; undefined where a blank leaves open whether it holds. */
function countOf({ formula, quantity }: Measure, subjects: Subjects): Measured | undefined {
  if (quantity !== "condition") {
    const evaluated = evaluate(formula, subjects);
    return { value: exact(evaluated === undefined ? "0" : "1"), from: evaluated?.from ?? [] };
  }
  const claim = testClaim(formula, subjects);
  if (claim.kind === "holds") return { value: exact("1"), from: claim.from };
  return claim.kind === "blank" ? undefined : { value: exact("0"), from: [] };
}

/** A blank that nobody asked for is no gap: it is as good as nothing. */
function isMissing({ of, to }: ParsedFigure, subjects: Subjects): boolean {
  const names = [of, to].flatMap((side) => (side === undefined ? [] : fieldsIn(side.formula)));
  return names.some((name) => {
    if (!isFieldName(name)) return subjects.department.budgetTotal !== undefined;
    return fieldValue(name, subjects) !== undefined || subjects.spec.fields[name]?.required === true;
  });
}
