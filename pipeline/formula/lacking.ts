/** A check that could be made of no record → the fields that it needs, and that are blank wherever it needs them. */
import { type FieldName, isFieldName } from "../records/index.ts";
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
  // How many are filled in can be said of blanks, too.
  const operands = operandsOf(formula);
  const counts = formula.kind === "call" && (formula.name === "count" || formula.name === "distinct");
  return (counts ? operands.filter(isCondition) : operands).flatMap(neededBy);
}
