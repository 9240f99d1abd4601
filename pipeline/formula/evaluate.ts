/** A formula and a record → what it comes to, with the cells that it is made of; blank if one of them is. */
import {
  type Amount,
  addExact,
  compareExact,
  convertMoney,
  type Department,
  divideExact,
  type Exact,
  exact,
  type FieldName,
  type FormSpec,
  fieldValue,
  groupNames,
  type Indicator,
  isFieldName,
  kindOf,
  type ListRow,
  multiplyExact,
  negateExact,
  type Project,
  parseDecimal,
  perObject,
  roundExact,
} from "../records/index.ts";
import { fieldsIn, type Level, levelOf, reaches } from "./check-types.ts";
import {
  type Comparator,
  type FieldFormula,
  type Formula,
  type FunctionName,
  isCondition,
} from "./formula.ts";

/** What a formula is about. `indicators`: those of the project that its sums add up. */
export type Subjects = {
  readonly spec: FormSpec;
  readonly department: Department;
  readonly project?: Project;
  readonly indicator?: Indicator;
  readonly indicators?: readonly Indicator[];
  readonly row?: ListRow;
};

/** `from`: the cells in the order of the formula. */
export type FormulaValue = { readonly value: Exact | string; readonly from: readonly Amount[] };

/** What a claim comes to. A side of a claim that compares nothing, as `required` does, is absent. */
export type ClaimOutcome =
  | { readonly kind: "holds"; readonly from: readonly Amount[] }
  | { readonly kind: "blank" }
  | {
      readonly kind: "fails";
      readonly left?: Side;
      readonly right?: Side;
      readonly from: readonly Amount[];
      /** Of a required field. */
      readonly lacking?: FieldName;
    };
export type Side = FormulaValue & { readonly formula: Formula };

/** Undefined if a cell that it needs is blank or unreadable, or a divisor is 0. */
export function evaluate(formula: Formula, subjects: Subjects): FormulaValue | undefined {
  switch (formula.kind) {
    case "number": {
      const { value, unit } = formula;
      const { unit: formUnit } = subjects.spec.money;
      return { value: exact(unit ? convertMoney(value, { from: unit, to: formUnit }) : value), from: [] };
    }
    case "text":
      return { value: formula.text, from: [] };
    case "field":
      return evaluateField(formula.name, subjects);
    case "negative":
      return withValues([evaluate(formula.operand, subjects)], ([one]) => one && negateExact(one));
    case "call":
      return evaluateCall(formula, subjects);
    case "arithmetic":
      return evaluateArithmetic(formula, subjects);
    default:
      return undefined;
  }
}

/** `within`: by how much the sides of a comparison may differ. */
export function testClaim(formula: Formula, subjects: Subjects, within: Exact = exact("0")): ClaimOutcome {
  switch (formula.kind) {
    case "comparison": {
      const left = evaluate(formula.left, subjects);
      const right = evaluate(formula.right, subjects);
      if (left === undefined || right === undefined) return { kind: "blank" };
      const from = [...left.from, ...right.from];
      const called = naming(formula, subjects.spec);
      if (compare(formula.operator, { left: called(left.value), right: called(right.value), within }))
        return { kind: "holds", from };
      const sides = {
        left: { ...left, formula: formula.left },
        right: { ...right, formula: formula.right },
      };
      return { kind: "fails", ...sides, from };
    }
    case "logic": {
      const left = testClaim(formula.left, subjects, within);
      const right = testClaim(formula.right, subjects, within);
      const decisive = formula.operator === "and" ? "fails" : "holds";
      const either = (kind: ClaimOutcome["kind"]) => [left, right].find((one) => one.kind === kind);
      return either(decisive) ?? either("blank") ?? right;
    }
    case "given":
    case "required": {
      const field = formula.operand.name;
      const value = cellOf(field, subjects);
      if (value !== undefined) return { kind: "holds", from: [value] };
      return { kind: "fails", from: [], lacking: isFieldName(field) ? field : undefined };
    }
    case "blank": {
      const value = cellOf(formula.operand.name, subjects);
      return value === undefined ? { kind: "holds", from: [] } : { kind: "fails", from: [value] };
    }
    default:
      return { kind: "blank" };
  }
}

/** A group of indicators has each of its spellings: where 本年 is asked for, 年度目标 may be written. */
function naming(
  { left, right }: Extract<Formula, { kind: "comparison" }>,
  spec: FormSpec,
): (value: Exact | string) => Exact | string {
  const isOfGroup = [left, right].some((side) => side.kind === "field" && side.name === spec.groupBy);
  if (!isOfGroup) return (value) => value;
  const called = groupsOf(spec);
  return (value) => (typeof value === "string" ? (called(value)?.name ?? value) : value);
}

const groupsOf = perObject(({ groupOrder }: FormSpec) => groupNames(groupOrder));

/** The one name that is no field is that of the total which department.json states. */
function cellOf(name: string, subjects: Subjects): Amount | undefined {
  return isFieldName(name) ? fieldValue(name, subjects) : subjects.department.budgetTotal;
}

/** What a field says: in the record itself, or in each of those below if it is of their level. */
export function cellsOf(field: FieldFormula, subjects: Subjects): readonly Amount[] {
  return recordsWith(field, subjects).flatMap((record) => cellOf(field.name, record) ?? []);
}

/** The same as values, with undefined for each record in which it is blank or unreadable. */
export function readingsOf(name: string, subjects: Subjects): readonly (FormulaValue | undefined)[] {
  const field = { kind: "field", name, at: 0 } as const;
  return recordsWith(field, subjects).map((record) => evaluateField(name, record));
}

/** What is blank in the record is not taken from the records beside it. */
function recordsWith(field: FieldFormula, subjects: Subjects): readonly Subjects[] {
  return reaches(levelAt(subjects), levelOf([field])) ? [subjects] : recordsBelow(field, subjects);
}

function levelAt({ row, indicator, project }: Subjects): Level {
  if (row !== undefined) return `list ${row.list}`;
  return indicator !== undefined ? "indicator" : project !== undefined ? "project" : "department";
}

function evaluateField(name: string, subjects: Subjects): FormulaValue | undefined {
  const cell = cellOf(name, subjects);
  return cell && readCell(cell, name, subjects.spec);
}

/** Undefined if it cannot be read as what its field holds. */
function readCell(cell: Amount, name: string, spec: FormSpec): FormulaValue | undefined {
  const kind = isFieldName(name) ? kindOf(name, spec.fields) : "money";
  const from = [cell];
  switch (kind) {
    case "money": {
      const { value, unit } = cell;
      if (value === undefined || unit === undefined) return undefined;
      return { value: exact(convertMoney(value, { from: unit, to: spec.money.unit })), from };
    }
    case "number":
    case "share":
    case "date":
    case "year": {
      // Only a form's own fields were read as numbers; those of all forms are texts: 10, 10分, 2026年.
      const value = cell.value ?? parseDecimal(cell.text.replace(/\s*(?:[%％分]|年度?)$/u, ""));
      return value === undefined ? undefined : { value: exact(value), from };
    }
    default:
      return { value: cell.text, from };
  }
}

function evaluateCall(
  { name, args, where }: Extract<Formula, { kind: "call" }>,
  subjects: Subjects,
): FormulaValue | undefined {
  if (name === "min" || name === "max") {
    const better = name === "min" ? -1 : 1;
    return withValues(
      args.map((one) => evaluate(one, subjects)),
      (values) => values.reduce((best, one) => (compareExact(one, best) === better ? one : best)),
    );
  }
  const [first] = args;
  const below = recordsBelow(first, subjects);
  const chosen = where === undefined ? { records: below, from: [] } : holding(where, below);
  if (chosen === undefined) return undefined;
  const { records, from } = chosen;
  // That none of them is meant is known, and comes to nothing; that there are none says nothing.
  const none = name === "sum" && records.length === 0 && below.length > 0;
  const value = none ? { value: exact("0"), from: [] } : aggregate(name, first, records);
  return value && { value: value.value, from: [...value.from, ...from] };
}

function aggregate(
  name: FunctionName,
  formula: Formula,
  records: readonly Subjects[],
): FormulaValue | undefined {
  if (isCondition(formula)) {
    const held = holding(formula, records);
    return held && { value: exact(String(held.records.length)), from: held.from };
  }
  const values = records.map((record) => evaluate(formula, record));
  if (name === "sum") return withValues(values, (all) => all.reduce(addExact, exact("0")));
  const filled = values.flatMap((one) => one ?? []);
  const count = name === "distinct" ? new Set(filled.map(sameness)).size : filled.length;
  return { value: exact(String(count)), from: filled.flatMap(({ from }) => from) };
}

type Held = { readonly records: readonly Subjects[]; readonly from: readonly Amount[] };

/** Those for which a condition holds, and the cells that say so; undefined if of one of them it cannot be said. */
function holding(condition: Formula, records: readonly Subjects[]): Held | undefined {
  const outcomes = records.map((record) => testClaim(condition, record));
  if (outcomes.some(({ kind }) => kind === "blank")) return undefined;
  return {
    records: records.filter((_, index) => outcomes[index]?.kind === "holds"),
    from: outcomes.flatMap((one) => (one.kind === "holds" ? one.from : [])),
  };
}

/** Equal for equal values: 0.5 and 50%, 1万元 and 10000元. */
function sameness({ value }: FormulaValue): string {
  return typeof value === "string" ? value : roundExact(value, 20);
}

/** The rows of the department's list that a level is about; undefined if it is about none. */
export function rowsAt(level: Level, { lists = {} }: Department): readonly ListRow[] | undefined {
  return level.startsWith("list ") ? (lists[level.slice("list ".length)] ?? []) : undefined;
}

/** The records that a sum adds up: a project's indicators, or all projects, or the indicators of all of them. */
function recordsBelow(formula: Formula, subjects: Subjects): readonly Subjects[] {
  const { department, project, indicators } = subjects;
  const level = levelOf([formula]);
  const rows = rowsAt(level, department);
  if (rows !== undefined) return rows.map((row) => ({ ...subjects, row }));
  const projects = project === undefined ? department.projects : [project];
  if (level === "project") return projects.map((one) => ({ ...subjects, project: one }));
  return projects.flatMap((one) =>
    (indicators ?? one.indicators).map((indicator) => ({ ...subjects, project: one, indicator })),
  );
}

function evaluateArithmetic(
  { operator, left: leftPart, right: rightPart }: Extract<Formula, { kind: "arithmetic" }>,
  subjects: Subjects,
): FormulaValue | undefined {
  const left = evaluate(leftPart, subjects);
  if (operator === "else")
    return left ?? (isUnreadable(leftPart, subjects) ? undefined : evaluate(rightPart, subjects));
  return withValues([left, evaluate(rightPart, subjects)], ([one, other]) => {
    if (one === undefined || other === undefined) return undefined;
    if (operator === "*") return multiplyExact(one, other);
    if (operator === "/") return divideExact(one, other);
    return addExact(one, operator === "-" ? negateExact(other) : other);
  });
}

/** Whether a cell of a formula says something that cannot be read, and so is not blank. */
function isUnreadable(formula: Formula, subjects: Subjects): boolean {
  return fieldsIn(formula).some((name) =>
    cellsOf({ kind: "field", name, at: formula.at }, subjects).some(
      (cell) => readCell(cell, name, subjects.spec) === undefined,
    ),
  );
}

/** What is made of several values; undefined if one of them is. */
function withValues(
  values: readonly (FormulaValue | undefined)[],
  make: (numbers: readonly Exact[]) => Exact | undefined,
): FormulaValue | undefined {
  if (values.length === 0) return undefined;
  const numbers = values.flatMap((one) =>
    one === undefined || typeof one.value === "string" ? [] : [one.value],
  );
  const value = numbers.length < values.length ? undefined : make(numbers);
  return value && { value, from: values.flatMap((one) => one?.from ?? []) };
}

function compare(
  operator: Comparator,
  {
    left,
    right,
    within,
  }: { readonly left: Exact | string; readonly right: Exact | string; readonly within: Exact },
): boolean {
  if (typeof left === "string" || typeof right === "string") return (left === right) === (operator === "=");
  const isBelow = compareExact(addExact(left, within), right) < 0;
  const isAbove = compareExact(left, addExact(right, within)) > 0;
  switch (operator) {
    case "=":
      return !isBelow && !isAbove;
    case "!=":
      return isBelow || isAbove;
    case "<=":
      return !isAbove;
    case ">=":
      return !isBelow;
    case "<":
      return compareExact(left, right) < 0;
    case ">":
      return compareExact(left, right) > 0;
  }
}
