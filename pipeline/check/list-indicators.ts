/** Indicators in a list of the department's own (部门绩效指标) → a department that has them as its one project's, for rules. */
import {
  type Department,
  type FormSpec,
  type Indicator,
  indicatorFields,
  type ListRow,
  operatorSign,
  type Project,
  type Text,
} from "../records/index.ts";

/** One for each list that has names and values of indicators. Nothing else is known of the project that stands for it. */
export function listsAsProjects(
  department: Department,
  { horizons, lists, fields }: FormSpec,
): readonly Department[] {
  const [horizon = "annual"] = horizons;
  return Object.keys(lists).flatMap((list) => {
    const isOfIndicators = `${list}.level3` in fields && `${list}.value` in fields;
    // A list may be called `constructor`.
    const rows = Object.entries(department.lists ?? {}).find(([name]) => name === list)?.[1] ?? [];
    const [first] = rows;
    if (!isOfIndicators || first === undefined) return [];
    const project: Project = {
      ...{ key: list, at: first.at, own: {} },
      ...{ budget: { own: {} }, midTermBudget: { own: {} }, goals: {} },
      indicators: rows.map((row) => indicatorOf(row, horizon)),
      tables: { annual: [], midTerm: [], aligned: [] },
    };
    return [{ ...department, projects: [project] }];
  });
}

function indicatorOf({ values }: ListRow, horizon: Indicator["horizon"]): Indicator {
  const known = indicatorFields.flatMap((name) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? [] : [[name, value] as const];
  });
  const texts: Partial<Record<(typeof indicatorFields)[number], Text>> = Object.fromEntries(known);
  return { ...texts, horizon, own: {}, printedValue: printedOf(texts) };
}

/** A list may have the sign and the unit in columns of their own, and prints them beside each other. */
function printedOf({
  operator,
  value,
  unit,
}: Pick<Indicator, "operator" | "value" | "unit">): Text | undefined {
  if (value === undefined || (operator === undefined && unit === undefined)) return value;
  const sign = operatorSign(operator?.text ?? "") ?? "";
  return { at: value.at, text: `${sign}${value.text}${unit?.text ?? ""}` };
}
