/** Indicators in a list of the department's own (部门绩效指标) → a department that has them as its one project's, for rules. */
import {
  type Department,
  type FormSpec,
  type Indicator,
  indicatorFields,
  joinValue,
  type ListRow,
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
    if (!(`${list}.level3` in fields && `${list}.value` in fields)) return [];
    const rows = department.lists?.[list] ?? [];
    const [first] = rows;
    if (first === undefined) return [];
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
    const value = values[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const texts: Partial<Record<(typeof indicatorFields)[number], Text>> = Object.fromEntries(known);
  // A list may have the sign and the unit in columns of their own; without a value they are none.
  const printedValue = texts.value && joinValue(texts);
  return { ...texts, horizon, own: {}, printedValue };
}
