/** The figures that a form gives of a department: those of `rollup`, and how many projects have each grade of `closing`. */
import {
  type Amount,
  type Department,
  divideExact,
  type FormSpec,
  type MoneyUnit,
  type Project,
  perObject,
  printedIndicators,
  type RollupFigure,
  roundExact,
} from "../records/index.ts";
import { testClaim } from "./evaluate.ts";
import { addUpFigure, type FigureUnit, parseFigure } from "./figure.ts";
import { parseFormula } from "./parse-formula.ts";

export type Grade = {
  /** Of the figure that counts its projects: `grades.0`, `grades.1`, … */
  readonly name: string;
  readonly label: string;
  /** The least that it takes, and what is too much for it; the lowest has no least, the best nothing above. */
  readonly from: number | undefined;
  readonly below: number | undefined;
};

/** From the best down. */
export function gradesOf({ closing }: Pick<FormSpec, "closing">): readonly Grade[] {
  if (closing?.grades === undefined) return [];
  const { bounds, below: lowest } = closing.grades;
  const sorted = Object.entries(bounds).toSorted(([, one], [, other]) => other - one);
  const all = [...sorted, [lowest, undefined] as const];
  return all.map(([label, from], index) => ({
    name: `grades.${index}`,
    label,
    from,
    below: all[index - 1]?.[1],
  }));
}

/** How many projects have a grade: a figure like those that a form writes. */
export function gradeFigure({ label, from, below }: Grade, spec: FormSpec): RollupFigure | undefined {
  if (spec.closing?.grades === undefined) return undefined;
  const { of, label: together } = spec.closing.grades;
  const claims = [
    ...(from === undefined ? [] : [`(${of}) >= ${written(from)}`]),
    ...(below === undefined ? [] : [`(${of}) < ${written(below)}`]),
  ];
  return { label: `${together}：${label}`, how: "count", of: claims.join(" and "), places: 0 };
}

/** As the grammar has numbers: no power of ten. */
function written(bound: number): string {
  return bound.toLocaleString("en", { useGrouping: false, maximumFractionDigits: 20 });
}

export type NamedFigure = {
  readonly name: string;
  readonly figure: RollupFigure;
};

export function figuresOfForm(spec: FormSpec): readonly NamedFigure[] {
  const grades = gradesOf(spec).flatMap((grade) => {
    const figure = gradeFigure(grade, spec);
    return figure === undefined ? [] : [{ name: grade.name, figure }];
  });
  return [...Object.entries(spec.rollup).map(([name, figure]) => ({ name, figure })), ...grades];
}

/** The same, read; of a form whose formulas fit it. @throws FigureFault */
export const parsedFigures = perObject((spec: FormSpec) =>
  figuresOfForm(spec).map((one) => ({ ...one, parsed: parseFigure(one.figure, spec) })),
);

export type FigureOfDepartment = NamedFigure & {
  readonly unit: FigureUnit;
  /** Exact to `places` of the figure; undefined if no record says anything. Money is in the unit asked for. */
  readonly value: string | undefined;
  /** Records of which it cannot be said. */
  readonly uncounted: number;
  /** The cells that it is made of. */
  readonly from: readonly Amount[];
};

/** What a form's figures come to in one department. */
export function figuresOfDepartment(
  department: Department,
  spec: FormSpec,
  moneyUnit: MoneyUnit,
): readonly FigureOfDepartment[] {
  return parsedFigures(spec).map(({ name, figure, parsed }) => {
    const { sum, over, uncounted, from } = addUpFigure(parsed, { spec, department, unit: moneyUnit });
    const exactly = sum && divideExact(sum, over);
    const places = figure.how === "count" ? 0 : figure.places;
    const value = exactly && roundExact(exactly, parsed.unit === "percent" ? places + 2 : places);
    return { name, figure, unit: parsed.unit, value, uncounted, from };
  });
}

/** The projects that the form lists behind all of them. */
export function projectsListed(department: Department, spec: FormSpec): readonly Project[] {
  const condition = spec.closing?.listed;
  if (condition === undefined) return [];
  const formula = parseFormula(condition);
  return department.projects.filter((project) => {
    const subjects = { spec, department, project, indicators: printedIndicators(project, spec) };
    return testClaim(formula, subjects).kind === "holds";
  });
}
