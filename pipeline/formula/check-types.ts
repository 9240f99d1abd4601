/** A formula and the fields of its form → what each part is (money, number, date, text), or the first part that is wrong. */
import type { FormulaExpectation } from "../diagnostics/index.ts";
import {
  compareDecimals,
  convertMoney,
  type Decimal,
  type FieldKind,
  type FormSpec,
  isFieldName,
  kindOf,
  listOfField,
  nearestFieldName,
} from "../records/index.ts";
import {
  type CheckFormula,
  type FieldFormula,
  type Formula,
  FormulaFault,
  isAggregate,
  operandsOf,
} from "./formula.ts";
import { canFail, decisionOn, type Slack, sameness } from "./outcomes.ts";

/** `condition`: holds or does not. A share is a number that is shown in per cent. */
export type Quantity = "money" | "number" | "share" | "date" | "text" | "condition";

/** Of which records a formula is about: one is made of each of them. */
export type Level = "department" | "project" | "indicator" | `list ${string}`;

export type CheckedFormula<Of> = {
  readonly formula: Of;
  readonly level: Level;
  /** Whether it adds up a project's indicators: then it is about those of one horizon. */
  readonly addsIndicators: boolean;
};

type Fields = Pick<FormSpec, "fields">;

/** What a check that fits its form is about. */
export function scopeOfCheck(formula: CheckFormula): CheckedFormula<CheckFormula> {
  const parts = formula.where === undefined ? [formula.that] : [formula.where, formula.that];
  return { formula, level: levelOf(parts), addsIndicators: parts.some(addsIndicators) };
}

/**
 * `within`: by how much the sides of the claim may differ, money in the form's unit.
 * @throws FormulaFault
 */
export function checkTypes(
  formula: CheckFormula,
  form: Pick<FormSpec, "fields" | "money">,
  within?: Decimal,
): CheckedFormula<CheckFormula> {
  const { where, that } = formula;
  const scope = scopeOfCheck(formula);
  const setting = { form, level: scope.level };
  if (where !== undefined) checkCondition(where, setting);
  const slack = within === undefined ? undefined : slackOf(within, form);
  if (quantityOf(that, { ...setting, slack }) !== "condition") throw fault(that, "comparison");
  if (where !== undefined && !canFail({ formula: that, slack }, { formula: where }))
    throw fault(that, "may-fail-there");
  return scope;
}

function slackOf(within: Decimal, { money }: Pick<FormSpec, "money">): Slack {
  return { number: within, money: convertMoney(within, { from: money.unit, to: "元" }) };
}

/** What follows `where`: a condition of each record; to require something would be a claim. */
function checkCondition(formula: Formula, setting: Setting): void {
  if (quantityOf(formula, setting) !== "condition" || formula.kind === "required")
    throw fault(formula, "comparison");
}

/** @throws FormulaFault */
export function checkExpression(formula: Formula, form: Fields): CheckedFormula<Formula> {
  const level = levelOf([formula]);
  if (quantityOf(formula, { form, level }) === "condition") throw fault(formula, "value");
  return { formula, level, addsIndicators: addsIndicators(formula) };
}

type Setting = { readonly form: Fields; readonly level: Level; readonly slack?: Slack | undefined };

/** @throws FormulaFault if a part of it does not fit. */
export function quantityOf(formula: Formula, setting: Setting): Quantity {
  switch (formula.kind) {
    case "number":
      return formula.unit === undefined ? "number" : "money";
    case "text":
      return "text";
    case "field":
      return quantityOfField(formula, setting);
    case "negative":
      return counted(formula.operand, setting);
    case "given":
    case "blank":
    case "required":
      quantityOfField(formula.operand, setting);
      return "condition";
    case "call":
      return quantityOfCall(formula, setting);
    case "arithmetic":
      return quantityOfArithmetic(formula, setting);
    case "comparison": {
      const left = quantityOf(formula.left, setting);
      const right = quantityOf(formula.right, setting);
      const ordered = formula.operator !== "=" && formula.operator !== "!=";
      if (left === "condition") throw fault(formula.left, "value");
      const nought = isCounted(left) && isCounted(right) && hasNought(formula);
      if (!alike(left, right) && !nought) throw fault(formula.right, expectedLike(left));
      if (ordered && left === "text") throw fault(formula.left, "number");
      checkPercent([formula.left, left], [formula.right, right]);
      if (fieldsIn(formula).length === 0) throw fault(formula, "field-somewhere");
      return undecided(formula, setting);
    }
    case "logic":
      for (const side of [formula.left, formula.right])
        if (quantityOf(side, setting) !== "condition") throw fault(side, "comparison");
      return undecided(formula, setting);
  }
}

/** A condition is none that comes out the same whatever the cells say. */
function undecided(
  formula: Extract<Formula, { kind: "comparison" | "logic" }>,
  { slack }: Setting,
): "condition" {
  if (isSame(formula.left, formula.right)) throw fault(formula.right, "other-side");
  const decision = decisionOn({ formula, slack });
  if (decision !== "either") throw fault(formula, decision === "always" ? "may-fail" : "may-hold");
  return "condition";
}

const quantities: Readonly<Record<FieldKind, Quantity>> = {
  money: "money",
  number: "number",
  year: "number",
  share: "share",
  date: "date",
  text: "text",
  lines: "text",
  word: "text",
  code: "text",
  setting: "text",
};

function quantityOfField(formula: FieldFormula, { form: { fields }, level }: Setting): Quantity {
  const { name, at } = formula;
  if (name === stated) return "money";
  if (!isFieldName(name) || fields[name] === undefined) {
    const called = Object.entries(fields).find(([, one]) => one?.label === name);
    const nearest = called?.[0] ?? nearestFieldName(name, [...Object.keys(fields), stated]);
    throw new FormulaFault({ at, found: name, expected: "field-of-form", nearest });
  }
  if (!reaches(level, levelOfField(name))) throw fault(formula, "sum");
  return quantities[kindOf(name, fields)];
}

/** What department.json states as the sum of all projects, which is no field of a form's table. */
const stated = "department.budgetTotal";

function quantityOfCall(formula: Extract<Formula, { kind: "call" }>, setting: Setting): Quantity {
  const { name, args, where } = formula;
  const [first, ...others] = args;
  if (name === "min" || name === "max") {
    if (others.length === 0) throw fault(formula, "more-arguments");
    const quantity = counted(first, setting);
    for (const [index, other] of others.entries()) {
      const another = counted(other, setting);
      if (!alike(quantity, another)) throw fault(other, expectedLike(quantity));
      checkPercent([first, quantity], [other, another]);
      if (args.slice(0, index + 1).some((one) => isSame(one, other))) throw fault(other, "other-value");
    }
    return quantity;
  }
  const [second] = others;
  if (second !== undefined) throw fault(second, "one-argument");
  const inside = levelOf([first]);
  if (reaches(setting.level, inside)) throw fault(first, "deeper");
  const below = { form: setting.form, level: inside };
  if (where !== undefined) checkCondition(where, below);
  if (name === "sum") return counted(first, below);
  // What is counted may be a condition: how many records hold it.
  const isClaim =
    first.kind === "required" || (name === "distinct" && quantityOf(first, below) === "condition");
  if (isClaim) throw fault(first, "value");
  quantityOf(first, below);
  return "number";
}

function quantityOfArithmetic(formula: Extract<Formula, { kind: "arithmetic" }>, setting: Setting): Quantity {
  const { operator, left: leftPart, right: rightPart } = formula;
  const left = counted(leftPart, setting);
  const right = counted(rightPart, setting);
  const money = [left, right].filter((one) => one === "money").length;
  if (operator !== "+" && operator !== "*" && isSame(leftPart, rightPart))
    throw fault(rightPart, "other-side");
  if (operator === "*" && money === 2) throw fault(rightPart, "number");
  if (operator === "*") return money === 1 ? "money" : "number";
  if (operator === "/") {
    if (right === "money" && left !== "money") throw fault(rightPart, "number");
    if (isNought(rightPart)) throw fault(rightPart, "not-nought");
    return money === 1 ? "money" : "number";
  }
  if (!alike(left, right) && !hasNought(formula)) throw fault(rightPart, expectedLike(left));
  checkPercent([leftPart, left], [rightPart, right]);
  return isNought(leftPart) ? right : left;
}

function isSame(one: Formula, other: Formula): boolean {
  return sameness(one) === sameness(other);
}

/** Nothing is as much as no money. */
function hasNought({ left, right }: { readonly left: Formula; readonly right: Formula }): boolean {
  return isNought(left) || isNought(right);
}

function isNought(formula: Formula): boolean {
  return formula.kind === "number" && formula.unit === undefined && /^[0.]+$/u.test(formula.value);
}

type Measured = readonly [Formula, Quantity];

/** What stands beside a share, to be compared with it or added to it, is in per cent, too. */
function checkPercent([one, quantity]: Measured, [other, otherQuantity]: Measured): void {
  const bare = quantity === "share" ? other : otherQuantity === "share" ? one : undefined;
  const number = bare && numberWithoutPercent(bare);
  if (number !== undefined) throw fault(number, "share");
}

/** Whoever writes 80 or 5 beside a share means 80% or 5%; who means five times the whole can write 500%. */
function numberWithoutPercent(formula: Formula): Formula | undefined {
  if (formula.kind === "call" && (formula.name === "min" || formula.name === "max"))
    return formula.args.map(numberWithoutPercent).find((one) => one !== undefined);
  if (formula.kind === "negative") return numberWithoutPercent(formula.operand) && formula;
  const isBare = formula.kind === "number" && !formula.inPercent && compareDecimals(formula.value, "1") > 0;
  return isBare ? formula : undefined;
}

/** Of what can be added up: a date only says what is before what. */
function counted(formula: Formula, setting: Setting): Quantity {
  const quantity = quantityOf(formula, setting);
  if (!isCounted(quantity)) throw fault(formula, "number");
  return quantity;
}

export function isCounted(quantity: Quantity): boolean {
  return quantity === "money" || quantity === "number" || quantity === "share";
}

export function alike(one: Quantity, other: Quantity): boolean {
  const plain = (quantity: Quantity) => (quantity === "share" ? "number" : quantity);
  return plain(one) === plain(other);
}

function expectedLike(quantity: Quantity): FormulaExpectation {
  return quantity === "share" ? "number" : quantity === "condition" ? "comparison" : quantity;
}

/** A formula is not what is expected where it stands. */
export function fault(formula: Formula, expected: FormulaExpectation): FormulaFault {
  return new FormulaFault({ at: formula.at, found: wordOf(formula), expected });
}

function wordOf(formula: Formula): string {
  switch (formula.kind) {
    case "field":
    case "call":
      return formula.name;
    case "number":
      return `${formula.value}${formula.unit ?? ""}`;
    case "text":
      return formula.text;
    case "given":
    case "blank":
    case "required":
      return formula.kind;
    case "negative":
      return `-${wordOf(formula.operand)}`;
    default:
      return formula.operator;
  }
}

/** The deepest level of the fields that are outside of sums. */
export function levelOf(formulas: readonly Formula[]): Level {
  const levels = formulas.flatMap(fieldsOutsideSums).map(levelOfField);
  return levels.reduce((deepest, one) => (reaches(deepest, one) ? deepest : one), "department");
}

function levelOfField(name: string): Level {
  if (name.startsWith("indicator.")) return "indicator";
  const list = listOfField(name);
  if (list !== undefined) return `list ${list}`;
  return name.startsWith("department.") ? "department" : "project";
}

/** Whether a record of a level is, or is in, just one record of another. */
export function reaches(from: Level, to: Level): boolean {
  return from === to || to === "department" || (from === "indicator" && to === "project");
}

export function fieldsOutsideSums(formula: Formula): readonly string[] {
  if (formula.kind === "field") return [formula.name];
  return formula.kind === "call" && isAggregate(formula.name)
    ? []
    : operandsOf(formula).flatMap(fieldsOutsideSums);
}

/** Whether a project alone decides what is made of it, or of each of its indicators: no department is asked, and no list. */
export function isOfProject(level: Level, formulas: readonly Formula[]): boolean {
  const levels = [level, ...formulas.flatMap(fieldsIn).map(levelOfField)];
  return levels.every((one) => one === "project" || one === "indicator");
}

/** Every field that a formula names, in its order. */
export function fieldsIn(formula: Formula): readonly string[] {
  return namedIn(formula).map(({ name }) => name);
}

/** The same with the place of each. */
export function namedIn(formula: Formula): readonly FieldFormula[] {
  return formula.kind === "field" ? [formula] : operandsOf(formula).flatMap(namedIn);
}

function addsIndicators(formula: Formula): boolean {
  if (formula.kind === "call" && isAggregate(formula.name)) return levelOf(formula.args) === "indicator";
  return operandsOf(formula).some(addsIndicators);
}
