/** A department → what its projects come to by the form's own figures and grades. */
import { type FigureOfDepartment, figuresOfDepartment, gradesOf, projectsListed } from "../formula/index.ts";
import {
  type Department,
  divideExact,
  exact,
  type FormSpec,
  percentOf,
  type RollupFigure,
  roundExact,
} from "../records/index.ts";
import type { Fields, Printing } from "./printing.ts";
import { type ProjectView, projectShape } from "./project-view.ts";
import { list, number, optional, record, text, texts, type ViewOf } from "./shape.ts";

/** By the names that form.json gives to its figures. */
export function figuresShape({ rollup = {} }: Fields) {
  return texts(Object.keys(rollup));
}
type FiguresView = ViewOf<ReturnType<typeof figuresShape>>;

/** Blank where nothing says anything. Money is in the form's unit, which the template names. */
export function figuresView(department: Department, { spec }: Printing): FiguresView {
  const figures = figuresOfDepartment(department, spec, spec.money.unit);
  const printed = figures.map((figure) => [figure.name, printFigure(figure)] as const);
  return Object.fromEntries(printed);
}

function printFigure({ value, unit, figure }: FigureOfDepartment): string {
  if (value === undefined) return "";
  return unit === "percent" ? percentOf(value, figure.places) : value;
}

/** What a form calls each of its figures, and what it prints of it. */
export function printedFigures(department: Department, spec: FormSpec) {
  if (department.projects.length === 0) return [];
  return figuresOfDepartment(department, spec, spec.money.unit).map((figure) => ({
    name: figure.name,
    label: figure.figure.label,
    printed: printFigure(figure),
    formula: formulaOf(figure.figure),
    from: figure.from,
  }));
}

function formulaOf(figure: RollupFigure): string {
  return figure.how === "ratio" ? `sum(${figure.of}) / sum(${figure.to})` : `${figure.how}(${figure.of})`;
}

export function closingShape(spec: Fields) {
  return optional({
    grades: list(
      record({
        name: text,
        /** The bounds, as form.json has them; blank if there is none. */
        from: text,
        below: text,
        /** Projects. */
        count: text,
        /** Of all projects, in per cent. */
        share: text,
      }),
    ),
    /** Projects without a grade, as what they are graded by is blank or unreadable. */
    ungraded: number,
    /** Those that form.json asks for, with what project.hbs may name. */
    listed: list(projectShape(spec)),
  });
}
type ClosingView = ViewOf<ReturnType<typeof closingShape>>;

/** `projects`: the views of all of them. */
export function closingView(
  department: Department,
  { spec }: Printing,
  { figures, projects }: { readonly figures: FiguresView; readonly projects: readonly ProjectView[] },
): ClosingView {
  const all = exact(String(projects.length));
  const grades = gradesOf(spec).map(({ name, label, from, below }) => {
    // Blank where no project can be graded: all of them are told as ungraded.
    const count = figures[name] || "0";
    const share = divideExact(exact(count), all);
    return {
      name: label,
      from: from === undefined ? "" : String(from),
      below: below === undefined ? "" : String(below),
      count,
      share: share === undefined ? "" : percentOf(roundExact(share, 4), 2),
    };
  });
  const graded = grades.reduce((sum, { count }) => sum + Number(count), 0);
  const listed = new Set(projectsListed(department, spec));
  return {
    grades,
    ungraded: grades.length === 0 ? 0 : projects.length - graded,
    listed: projects.filter((_, index) => {
      const project = department.projects[index];
      return project !== undefined && listed.has(project);
    }),
  };
}
