/** A check that could be made of no record → the fields that it needs, and that are blank wherever it needs them. */
import { type FieldName, isFieldName } from "../records/index.ts";
import { fieldsIn } from "./check-types.ts";
import { readingsOf, type Subjects } from "./evaluate.ts";
import { type CheckFormula, type Formula, isCondition, operandsOf } from "./formula.ts";

/** Those that nothing is filled in for, if there are any; else those of which each record lacks one. */
export function lackingIn({ where, that }: CheckFormula, records: readonly Subjects[]): readonly FieldName[] {
  const parts = where === undefined ? [that] : [where, that];
  const needed = [...new Set(parts.flatMap(neededBy))].filter(isFieldName);
  const read = needed.map((field) => ({ field, readings: records.map((one) => readingsOf(field, one)) }));
  // What there are no records of is blank in none.
  const told = read.filter(({ readings }) => readings.flat().length > 0);
  const blank = told.filter(({ readings }) => readings.flat().every((one) => one === undefined));
  const lacking =
    blank.length > 0
      ? blank
      : told.filter(({ readings }) => readings.every((one) => one.includes(undefined)));
  return lacking.map(({ field }) => field);
}

/** The fields without which a formula comes to nothing: those that have no other value, and are not asked after. */
export function neededBy(formula: Formula): readonly string[] {
  if (formula.kind === "field") return [formula.name];
  if (formula.kind === "given" || formula.kind === "blank" || formula.kind === "required") return [];
  if (formula.kind === "arithmetic" && formula.operator === "else") {
    const other = neededBy(formula.right);
    return other.length === 0 ? [] : [...neededBy(formula.left), ...other];
  }
  const operands = operandsOf(formula);
  if (formula.kind !== "call") return operands.flatMap(neededBy);
  // How many are filled in can be said of blanks, too.
  const counts = formula.name === "count" || formula.name === "distinct";
  const needed = (counts ? operands.filter(isCondition) : operands).flatMap(neededBy);
  const given = formula.where === undefined ? [] : givenWhere(formula.where);
  return needed.filter((field) => !given.includes(field));
}

/** The fields that are given in each record for which a condition holds. */
function givenWhere(condition: Formula): readonly string[] {
  if (condition.kind === "given") return [condition.operand.name];
  const isBoth = condition.kind === "logic" && condition.operator === "and";
  return isBoth ? [...givenWhere(condition.left), ...givenWhere(condition.right)] : [];
}

/** The fields without which a formula comes to something else: it has a value whether they are blank or not. */
export function optionalIn(formula: Formula): readonly string[] {
  const needed = neededBy(formula);
  return fieldsIn(formula).filter((field) => !needed.includes(field));
}
