/** Formulas of form.json: what they say, whether they fit a form's fields, and what they come to. Knows no rules. */
export {
  type CheckedFormula,
  checkExpression,
  checkTypes,
  fieldsIn,
  isCounted,
  isOfProject,
  type Level,
  namedIn,
  type Quantity,
  quantityOf,
  scopeOfCheck,
} from "./check-types.ts";
export {
  type ClaimOutcome,
  cellsOf,
  evaluate,
  rowsAt,
  type Side,
  type Subjects,
  testClaim,
} from "./evaluate.ts";
export {
  addUpFigure,
  FigureFault,
  parseFigure,
} from "./figure.ts";
export {
  type FigureOfDepartment,
  figuresOfDepartment,
  figuresOfForm,
  type Grade,
  gradeFigure,
  gradesOf,
  parsedFigures,
  projectsListed,
} from "./form-figures.ts";
export { type CheckFormula, type Formula, FormulaFault } from "./formula.ts";
export { lackingIn, neededBy, optionalIn } from "./lacking.ts";
export { parseCheck, parseFormula } from "./parse-formula.ts";
