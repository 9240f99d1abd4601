/** A department's records → the canonical JSON export that would give them again. */
import {
  type Budget,
  type Department,
  type Indicator,
  indicatorFields,
  moneyFields,
  type Project,
  projectTextFields,
  type Text,
} from "../records/index.ts";

export function exportJson({ name, year, projects }: Department): string {
  return JSON.stringify({ name: name.text, year: year?.text, projects: projects.map(exportProject) });
}

function exportProject(project: Project): unknown {
  const { annual, midTerm } = project.goals;
  return {
    ...textsOf(project, projectTextFields),
    budget: exportBudget(project.budget),
    midTermBudget: exportBudget(project.midTermBudget),
    own: Object.fromEntries(Object.entries(project.own).map(([name, { text }]) => [name, text])),
    goals: { annual: annual?.lines.map(({ text }) => text), midTerm: midTerm?.lines.map(({ text }) => text) },
    indicators: project.indicators.map((indicator: Indicator) => ({
      horizon: indicator.horizon,
      ...textsOf(indicator, indicatorFields),
    })),
  };
}

/** One unit for all of them: a unit in a cell is part of its text. */
function exportBudget(budget: Budget): unknown {
  const moneyUnit = moneyFields.map((name) => budget[name]?.unit).find((unit) => unit !== undefined);
  return { moneyUnit, ...textsOf(budget, moneyFields) };
}

function textsOf<Name extends string>(
  record: Partial<Record<Name, Text>>,
  names: readonly Name[],
): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const text = record[name];
      return text === undefined ? [] : [[name, text.text]];
    }),
  );
}
