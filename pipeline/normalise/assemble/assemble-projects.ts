/** Drafts → the projects that are printed, in printing order: money, goals, values, and grouped indicators. */
import {
  type Amount,
  type FieldName,
  type FormSpec,
  type Goal,
  groupBy,
  type MoneyUnit,
  type Project,
  projectTextFields,
  type Text,
} from "../../records/index.ts";
import type { Context } from "../drafts/context.ts";
import {
  type DraftProject,
  filled,
  identityOf,
  keyOf,
  ownPlace,
  ownValues,
  subjectOfDraft,
} from "../drafts/draft.ts";
import { readGoal } from "../drafts/read-goal.ts";
import { inheritedUnit, readBudget, readMoney } from "../drafts/read-money.ts";
import { readTyped } from "../drafts/read-typed.ts";
import { groupIndicators } from "./group-indicators.ts";
import { keepAssembled } from "./keep-assembled.ts";
import { withPrintedValue } from "./printed-value.ts";

type FormOfProjects = {
  readonly spec: FormSpec;
  /** The unit of money that the department states. */
  readonly departmentUnit: MoneyUnit | undefined;
};

export type AssembleProjects = (
  drafts: readonly DraftProject[],
  form: FormOfProjects,
  context: Context,
) => Project[];

/** Of a draft that says what it said before is made the very same project, and the same is said of it. */
export function openAssembler(): AssembleProjects {
  const kept = keepAssembled();
  return (drafts, form, context) => {
    const given = [form.spec, form.departmentUnit, context.statedUnit === undefined];
    const seen = new Map<string, number>();
    const projects = drafts.map((draft) => {
      const own = keyOf(identityOf(draft));
      const count = (seen.get(own) ?? 0) + 1;
      seen.set(own, count);
      // Rows of one key that were kept apart (two whole objects of one code) are two tables, told apart by the number.
      const key = count === 1 ? own : `${own}#${count}`;
      const { made: project, tell } = kept.assemble(key, draft, given, (reporting) =>
        assembleProject(draft, { ...form, key }, { ...context, ...reporting }),
      );
      tell(context);
      return project;
    });
    kept.settle();
    return orderProjects(projects, form.spec.order);
  };
}

/** One department, of which nothing is kept. */
export const assembleProjects: AssembleProjects = (drafts, form, context) =>
  openAssembler()(drafts, form, context);

function assembleProject(
  draft: DraftProject,
  { key, spec, departmentUnit }: FormOfProjects & { readonly key: string },
  context: Context,
): Project {
  const textOf = (field: FieldName): Text | undefined => draft.values.get(field)?.text;
  const goalOf = (field: FieldName): Goal | undefined => {
    const value = draft.values.get(field);
    return value && readGoal(value);
  };
  const ownGoals = ownValues(draft, "goals").map(([name, value]) => [name, readGoal(value)] as const);
  const subject = subjectOfDraft(draft);
  const indicators = draft.indicators.map((one) => withPrintedValue(one, { spec, subject }, context));
  const { tables, regrouped } = groupIndicators(indicators, spec, context);
  const [back, ...further] = draft.comesBack;
  if (back !== undefined) {
    const also = further.map(({ at }) => at);
    context.report({
      code: "levels-come-back",
      at: back.at,
      also: also.length > 0 ? also : undefined,
      subject: subjectOfDraft(draft),
      found: back.text,
      args: { level1: back.text },
    });
  }
  for (const { horizon, first } of back === undefined ? regrouped : []) {
    const at = ownPlace(first) ?? draft.at;
    context.report({
      code: "indicator-groups-regrouped",
      at,
      subject,
      args: { horizon },
    });
  }
  return {
    key,
    at: draft.at,
    ...filled(projectTextFields, (name) => textOf(`project.${name}`)),
    budget: readBudget(draft, { part: "budget", departmentUnit }, context),
    midTermBudget: readBudget(draft, { part: "midTermBudget", departmentUnit }, context),
    goals: {
      annual: goalOf("goals.annual"),
      midTerm: goalOf("goals.midTerm"),
      own: ownGoals.length === 0 ? undefined : Object.fromEntries(ownGoals),
    },
    indicators,
    tables,
    own: readOwn(draft, { spec, departmentUnit }, context),
  };
}

/** The form's own fields of a project, each read as its type. */
function readOwn(
  draft: DraftProject,
  { spec, departmentUnit }: FormOfProjects,
  context: Context,
): Readonly<Record<string, Amount>> {
  const above = inheritedUnit(draft.values.get("budget.total"));
  const subject = subjectOfDraft(draft);
  const read = ownValues(draft, "project").map(([name, value]) => {
    const field: FieldName = `project.own.${name}`;
    const kind = context.kindOf(field);
    const label = spec.fields[field]?.label ?? name;
    return [
      name,
      kind === "money"
        ? readMoney(value, { draft, above, departmentUnit }, context)
        : readTyped(value.text, { kind, label, subject }, context),
    ] as const;
  });
  return Object.fromEntries(read);
}

/** As the form asks; see `order` of form.json. */
function orderProjects(projects: readonly Project[], order: FormSpec["order"]): Project[] {
  const ordered = inOrder(projects, order);
  if (order === "given") return ordered;
  const byUnit = groupBy(ordered, ({ unit, unitCode }) => unit?.text ?? unitCode?.text ?? "");
  // Numbers that restart in each unit give the units no order, but each unit's projects.
  return [...byUnit.values()].flatMap((group) => inOrder(group, order));
}

function inOrder(projects: readonly Project[], order: FormSpec["order"]): Project[] {
  return order === "code" ? byCode(projects) : bySerialNumber(projects);
}

function byCode(projects: readonly Project[]): Project[] {
  const coded = projects.filter(({ code }) => code !== undefined);
  const others = projects.filter(({ code }) => code === undefined);
  return [...coded.sort((left, right) => compare(left.code?.text ?? "", right.code?.text ?? "")), ...others];
}

function bySerialNumber(projects: readonly Project[]): Project[] {
  const numbers = projects.map(serialNumber);
  const distinct = new Set(numbers).size === projects.length && !numbers.includes(undefined);
  if (!distinct) return [...projects];
  return [...projects].sort((left, right) => (serialNumber(left) ?? 0) - (serialNumber(right) ?? 0));
}

function serialNumber({ order }: Project): number | undefined {
  return order !== undefined && /^\d{1,9}$/u.test(order.text) ? Number(order.text) : undefined;
}

/** By code unit: a collation would depend on the machine. */
function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
