/** Fields of a form's own that are blank and follow from others by form.json → the same projects with them filled in, marked as derived. */
import { evaluate, type Formula, fieldsIn, parseFormula, type Subjects } from "../../formula/index.ts";
import {
  type Amount,
  type Department,
  type Exact,
  type FieldName,
  type FormSpec,
  fieldValue,
  isFieldName,
  kindOf,
  type Project,
  printedIndicators,
  roundExact,
  shiftDecimal,
} from "../../records/index.ts";
import type { Context } from "../drafts/context.ts";
import { groupIndicators } from "./group-indicators.ts";

type Computed = {
  readonly field: FieldName;
  /** As form.json names it. */
  readonly name: string;
  readonly label: string;
  readonly source: string;
  readonly formula: Formula;
};

/** Each field is one finding, however often it takes: of two that follow from each other either may be given. */
export function computeBlanks(department: Department, spec: FormSpec, context: Context): Department {
  const formulas = usedFirst(formulasOf(spec));
  const filled = new Map(formulas.map((computed): [Computed, Amount[]] => [computed, []]));
  const count = () => [...filled.values()].reduce((sum, { length }) => sum + length, 0);
  let current = department;
  for (let before = -1; before < count(); ) {
    before = count();
    for (const [computed, ofField] of filled) {
      const setting = { department: current, spec, filled: ofField, context };
      const projects = current.projects.map((project) => fillIn(project, computed, setting));
      current = { ...current, projects };
    }
  }
  for (const [{ label }, ofField] of filled) reportFilled(ofField, label, context);
  return count() === 0 ? department : current;
}

/** What a formula uses is filled in before it, wherever form.json has it. */
function usedFirst(formulas: readonly Computed[]): readonly Computed[] {
  const ordered = new Set<Computed>();
  const begun = new Set<Computed>();
  const add = (computed: Computed): void => {
    if (begun.has(computed)) return;
    begun.add(computed);
    const used = fieldsIn(computed.formula);
    for (const other of formulas) if (used.includes(other.field)) add(other);
    ordered.add(computed);
  };
  formulas.forEach(add);
  return [...ordered];
}

function formulasOf({ compute, fields }: FormSpec): readonly Computed[] {
  return Object.entries(compute).flatMap(([field, source]) => {
    const [, , name] = field.split(".");
    return isFieldName(field) && name !== undefined && source !== undefined
      ? [{ field, name, label: fields[field]?.label ?? name, source, formula: parseFormula(source) }]
      : [];
  });
}

type Setting = {
  readonly department: Department;
  readonly spec: FormSpec;
  /** What was filled in so far, which is added to. */
  readonly filled: Amount[];
  readonly context: Context;
};

function fillIn(
  project: Project,
  computed: Computed,
  { department, spec, filled, context }: Setting,
): Project {
  const { field, name } = computed;
  const derive = (subjects: Subjects) => {
    const value = fieldValue(field, subjects) === undefined ? derived(computed, subjects) : undefined;
    if (value !== undefined) filled.push(value);
    return value;
  };
  const ofProject = { spec, department, project, indicators: printedIndicators(project, spec) };
  if (field.startsWith("project.")) {
    const value = derive(ofProject);
    return value === undefined ? project : { ...project, own: { ...project.own, [name]: value } };
  }
  const before = filled.length;
  const indicators = project.indicators.map((indicator) => {
    const value = derive({ ...ofProject, indicator });
    return value === undefined ? indicator : { ...indicator, own: { ...indicator.own, [name]: value } };
  });
  if (filled.length === before) return project;
  return { ...project, indicators, tables: groupIndicators(indicators, spec, context).tables };
}

/** At the place of the first cell that it was computed from; what no cell says anything of cannot be derived. */
function derived({ field, label, source, formula }: Computed, subjects: Subjects): Amount | undefined {
  const { value, from } = evaluate(formula, subjects) ?? { value: "", from: [] };
  const [first] = from;
  if (first === undefined || typeof value === "string") return undefined;
  const written = asWritten(value, field, subjects.spec);
  return { ...written, at: first.at, derived: { label, formula: source, from } };
}

/** As a person would write it: rounded to the places of the field, or else to two. */
function asWritten(value: Exact, field: FieldName, { fields, money }: FormSpec): Omit<Amount, "at"> {
  const places = fields[field]?.places ?? 2;
  switch (kindOf(field, fields)) {
    case "share": {
      const share = roundExact(value, places + 2);
      return { text: `${shiftDecimal(share, 2)}%`, value: share };
    }
    case "money": {
      const amount = roundExact(value, money.print === "fixed" ? Math.max(places, money.places) : places);
      return { text: `${amount}${money.unit}`, value: amount, unit: money.unit, unitFrom: "cell" };
    }
    default: {
      const number = roundExact(value, places);
      return { text: number, value: number };
    }
  }
}

function reportFilled(filled: readonly Amount[], label: string, { report }: Context): void {
  const [first, ...others] = filled;
  if (first === undefined) return;
  const also = others.length > 0 ? others.map(({ at }) => at) : undefined;
  report({ code: "blank-computed", at: first.at, also, args: { label, count: filled.length } });
}
