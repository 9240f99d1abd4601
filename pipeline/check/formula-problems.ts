/** The formulas of a form.json, and the sentences that name fields → what is wrong with them, before any record is there. */
import { type FormulaExpectation, settableCodes } from "../diagnostics/index.ts";
import {
  checkExpression,
  checkTypes,
  FigureFault,
  type Formula,
  FormulaFault,
  fieldsIn,
  gradeFigure,
  gradesOf,
  isCounted,
  namedIn,
  neededBy,
  optionalIn,
  parseCheck,
  parseFigure,
  parseFormula,
  quantityOf,
  scopeOfCheck,
} from "../formula/index.ts";
import {
  type FormCheck,
  type FormSpec,
  formulasOfCheck,
  groupBy,
  isFieldName,
  kindOf,
  listOfField,
  nearestFieldName,
  nearestName,
  type RollupFigure,
} from "../records/index.ts";
import { sentenceHole, sentenceWords, toleranceOf } from "./form-checks.ts";
import { ruleCodes } from "./rules.ts";

/** What is wrong with a formula, in its form.json: the keys that lead to it, and where in its text. */
export type FormulaProblem = {
  readonly path: readonly (string | number)[];
  /** It is about the last key itself, and not about the text behind it. */
  readonly of?: "key";
  readonly at: number;
  readonly found: string;
  readonly expected: FormulaExpectation;
  readonly nearest: string;
};

/** Everything wrong with the formulas of a form; its checks are only run if there is nothing. */
export function formulaProblems(spec: FormSpec): readonly FormulaProblem[] {
  const checks = Object.entries(spec.checks).flatMap(([name, check]) => [
    ...nameProblems(name),
    ...formulasOfCheck(check).flatMap((claim, index) =>
      problemsOf(["checks", name, "that", ...(typeof check.that === "string" ? [] : [index])], () =>
        checkTypes(parseCheck(claim), spec, toleranceOf(check)),
      ),
    ),
    ...(["says", "todo"] as const).flatMap((key) => holeProblems(["checks", name, key], check[key], spec)),
  ]);
  const computed = Object.entries(spec.compute).flatMap(([field, formula]) =>
    formula === undefined
      ? []
      : [
          ...fieldProblems(field, spec),
          ...problemsOf(["compute", field], () => checkComputed(field, formula, spec)),
        ],
  );
  const figures = Object.entries(spec.rollup).flatMap(([name, figure]) => figureProblems(name, figure, spec));
  return [
    ...checks,
    ...computed,
    ...(computed.length > 0 ? [] : circleProblems(spec)),
    ...figures,
    ...closingProblems(spec),
    ...groupProblems(spec),
    ...listProblems(spec),
  ];
}

/** `rules` sets a rule by its name, and readers of a list of findings know it by that. */
function nameProblems(name: string): readonly FormulaProblem[] {
  if (!takenNames.has(name)) return [];
  return [{ path: ["checks", name], of: "key", at: 0, found: name, expected: "own-name", nearest: "" }];
}

const takenNames: ReadonlySet<string> = new Set<string>([...ruleCodes, ...settableCodes]);

/** Projects are graded by a number of each, and listed by a condition of each. */
function closingProblems(spec: FormSpec): readonly FormulaProblem[] {
  const { grades, listed } = spec.closing ?? {};
  const asked = [
    ...(grades === undefined ? [] : [{ path: ["closing", "grades", "of"], source: grades.of, holds: false }]),
    ...(listed === undefined ? [] : [{ path: ["closing", "listed"], source: listed, holds: true }]),
  ];
  const problems = asked.flatMap(({ path, source, holds }) =>
    problemsOf(path, () => {
      const formula = parseFormula(source);
      const level = "project";
      const quantity = quantityOf(formula, { form: spec, level });
      // Bounds of grades are plain numbers.
      if (holds ? quantity === "condition" : isCounted(quantity) && quantity !== "money") return;
      throw new FormulaFault({ at: 0, found: source, expected: holds ? "comparison" : "number" });
    }),
  );
  return problems.length > 0 ? problems : gradeProblems(spec);
}

/** A grade that no project can have: its bound is that of another one, or out of reach. */
function gradeProblems(spec: FormSpec): readonly FormulaProblem[] {
  return gradesOf(spec).flatMap((grade): readonly FormulaProblem[] => {
    const figure = gradeFigure(grade, spec);
    const problem = figure && figureProblem(figure, spec);
    if (problem === undefined) return [];
    const { expected, nearest } = problem.fault;
    const about = { at: 0, found: grade.label, expected, nearest };
    const path = ["closing", "grades"];
    return grade.from === undefined
      ? [{ path: [...path, "below"], ...about }]
      : [{ path: [...path, "bounds", grade.label], of: "key", ...about }];
  });
}

/** Every field that a formula of the form names, or a sentence of its checks; of formulas that are sound. */
export function fieldsInFormulas({ checks, compute, rollup, closing }: FormSpec): readonly string[] {
  const claims = Object.values(checks).flatMap(formulasOfCheck).map(parseCheck);
  const holes = Object.values(checks).flatMap(({ says, todo }) => [says, todo].flatMap(holesIn));
  const figures = Object.values(rollup).flatMap((figure) =>
    figure.how === "ratio" ? [figure.of, figure.to] : [figure.of],
  );
  const behind = [closing?.grades?.of, closing?.listed].flatMap((one) => one ?? []);
  const computed = Object.values(compute).flatMap((one) => one ?? []);
  const formulas = [...holes, ...computed, ...figures, ...behind].map(parseFormula);
  return [...claims.flatMap(({ where, that }) => (where ? [where, that] : [that])), ...formulas].flatMap(
    fieldsIn,
  );
}

/** Paths of claims about nothing but indicators, those of all projects together: mostly each project's were meant. */
export function claimsOnAllIndicators(spec: FormSpec): readonly FormulaProblem["path"][] {
  return Object.entries(spec.checks).flatMap(([name, check]) =>
    formulasOfCheck(check).flatMap((claim, index) => {
      const { level, formula } = scopeOfCheck(parseCheck(claim));
      const { where, that } = formula;
      const named = [...(where === undefined ? [] : fieldsIn(where)), ...fieldsIn(that)];
      const isOfAll = level === "department" && named.every((field) => field.startsWith("indicator."));
      return isOfAll ? [["checks", name, "that", ...(typeof check.that === "string" ? [] : [index])]] : [];
    }),
  );
}

function holesIn(sentence: FormCheck["says"]): readonly string[] {
  const texts = typeof sentence === "string" ? [sentence] : [sentence.zh, sentence.en];
  return texts
    .flatMap((text) => [...text.matchAll(sentenceHole)].map(([, hole = ""]) => hole))
    .filter((hole) => !sentenceWords.includes(hole));
}

function figureProblems(name: string, figure: RollupFigure, spec: FormSpec): readonly FormulaProblem[] {
  const problem = figureProblem(figure, spec);
  if (problem === undefined) return [];
  const { at, found, expected, nearest } = problem.fault;
  return [{ path: ["rollup", name, problem.key], at, found, expected, nearest }];
}

function figureProblem(figure: RollupFigure, spec: FormSpec): FigureFault | undefined {
  try {
    parseFigure(figure, spec);
    return undefined;
  } catch (error) {
    if (error instanceof FigureFault) return error;
    throw error;
  }
}

/** Only a form's own numbers, percentages and amounts can be computed. */
function fieldProblems(field: string, { fields }: FormSpec): readonly FormulaProblem[] {
  const computable = Object.keys(fields).filter((name) => {
    const isOwn = /^(?:project|indicator)\.own\./u.test(name) && isFieldName(name);
    return isOwn && ["number", "share", "money"].includes(kindOf(name, fields));
  });
  if (computable.includes(field)) return [];
  const nearest = nearestFieldName(field, computable);
  return [{ path: ["compute", field], of: "key", at: 0, found: field, expected: "own-number", nearest }];
}

/** Money is computed of money, and a project's field of what is the project's. */
function checkComputed(field: string, source: string, spec: FormSpec): void {
  if (!isFieldName(field)) return;
  const formula = parseFormula(source);
  const { level } = checkExpression(formula, spec);
  if (neededBy(formula).includes(field)) throw faultAt(field, formula, "not-itself");
  const isMoney = kindOf(field, spec.fields) === "money";
  const fits =
    (level !== "indicator" || field.startsWith("indicator.")) &&
    (quantityOf(formula, { form: spec, level }) === "money") === isMoney;
  if (fits) return;
  const expected = isMoney ? "money" : level === "indicator" ? "sum" : "number";
  throw new FormulaFault({ at: 0, found: source, expected });
}

function faultAt(field: string, formula: Formula, expected: FormulaExpectation): FormulaFault {
  const { at = 0 } = namedIn(formula).find(({ name }) => name === field) ?? {};
  return new FormulaFault({ at, found: field, expected });
}

/** Two fields that follow from each other, one of them even where the other is blank: what is filled in first would decide. */
function circleProblems({ compute }: FormSpec): readonly FormulaProblem[] {
  const formulas = Object.entries(compute).flatMap(([field, source]) =>
    source === undefined ? [] : [{ field, formula: parseFormula(source) }],
  );
  const uses = new Map(formulas.map(({ field, formula }) => [field, fieldsIn(formula)]));
  return formulas.flatMap(({ field, formula }) => {
    const circle = optionalIn(formula).find((used) => used !== field && leadsTo(field, used, uses));
    return problemsOf(["compute", field], () => {
      if (circle !== undefined) throw faultAt(circle, formula, "not-in-circle");
    });
  });
}

/** Whether a field is computed from another one, be it through others. */
function leadsTo(wanted: string, from: string, uses: ReadonlyMap<string, readonly string[]>): boolean {
  const reached = new Set([from]);
  for (const field of reached) for (const used of uses.get(field) ?? []) reached.add(used);
  return reached.has(wanted);
}

/** A field of a list is of one that is declared, a list has columns, and its groups are some of them. */
function listProblems({ lists, fields }: FormSpec): readonly FormulaProblem[] {
  const named = Object.keys(fields);
  // A wrong name is told once, at the first of its columns.
  const undeclared = groupBy(named, (field) => {
    const list = listOfField(field);
    return list === undefined || Object.hasOwn(lists, list) ? undefined : list;
  });
  const strays = [...undeclared].map(([list, [field = ""]]): FormulaProblem => {
    const nearest = nearestName(list, [...Object.keys(lists), ...listScopes]);
    return { path: ["fields", field], of: "key", at: 0, found: field, expected: "list-of-form", nearest };
  });
  const meant = new Set(strays.map(({ nearest }) => nearest));
  const wrong = Object.entries(lists).flatMap(([list, { groups }]): readonly FormulaProblem[] => {
    const columns = named.filter((field) => listOfField(field) === list);
    const empty: FormulaProblem = {
      path: ["lists", list],
      of: "key",
      at: 0,
      found: list,
      expected: "columns",
      nearest: "",
    };
    const groupless = groups.filter((column) => !columns.includes(`${list}.${column}`));
    return [
      ...(columns.length === 0 && !meant.has(list) ? [empty] : []),
      ...groupless.map((column): FormulaProblem => {
        const known = columns.map((field) => field.slice(list.length + 1));
        return {
          path: ["lists", list, "groups", groups.indexOf(column)],
          at: 0,
          found: column,
          expected: "column",
          nearest: nearestName(column, known),
        };
      }),
    ];
  });
  return [...strays, ...wrong];
}

/** What a field's name may have begun with instead. */
const listScopes = ["project", "budget", "midTermBudget", "goals", "indicator", "department"];

/** Indicators can only be grouped by a text that the form lists. */
function groupProblems({ groupBy: field, fields }: FormSpec): readonly FormulaProblem[] {
  if (field === undefined) return [];
  const isListed = isFieldName(field) && fields[field] !== undefined;
  const expected = isListed ? "text" : "field-of-form";
  if (isListed && kindOf(field, fields) === "text") return [];
  const nearest = isListed ? "" : nearestFieldName(field, Object.keys(fields));
  return [{ path: ["groupBy"], at: 0, found: field, expected, nearest }];
}

function problemsOf(path: FormulaProblem["path"], read: () => unknown): readonly FormulaProblem[] {
  try {
    read();
    return [];
  } catch (error) {
    if (!(error instanceof FormulaFault)) throw error;
    const { at, found, expected, nearest } = error;
    return [{ path, at, found, expected, nearest }];
  }
}

function holeProblems(
  path: FormulaProblem["path"],
  sentence: FormCheck["says"],
  form: Pick<FormSpec, "fields">,
): readonly FormulaProblem[] {
  if (typeof sentence !== "string")
    return (["zh", "en"] as const).flatMap((language) =>
      holeProblems([...path, language], sentence[language], form),
    );
  return [...sentence.matchAll(sentenceHole)].flatMap(({ index, 1: name = "" }) => {
    if (sentenceWords.includes(name)) return [];
    const isWord = /^[\w.]*$/u.test(name);
    const problems = problemsOf(path, () => checkExpression(parseFormula(name), form));
    return problems.map((problem) => ({
      ...problem,
      at: index + 1 + problem.at,
      expected: isWord ? ("hole" as const) : problem.expected,
    }));
  });
}
