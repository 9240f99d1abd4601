/** A department as a golden that people can read: each value with its place on one line, groups by row number. */
import { formatPlace } from "../diagnostics/index.ts";
import type { Department, Indicator, IndicatorTables, Level1Group, Project } from "../records/index.ts";

/** Without the places of blanks, which show in the check's findings. */
export function describeDepartment({ source: _, ...department }: Department): string {
  const described = { ...department, projects: department.projects.map(describeProject) };
  return `${JSON.stringify(flatten(described), null, 2)}\n`;
}

function describeProject({ at, tables, ...project }: Project): unknown {
  return { at: formatPlace(at), ...project, tables: describeTables(tables, project.indicators) };
}

/** `产出指标 > 数量指标`: the numbers (from 0) of the rows below it; side by side as `midTerm|annual`. */
function describeTables(tables: IndicatorTables, indicators: readonly Indicator[]): unknown {
  const numbers = new Map(indicators.map((indicator, index) => [indicator, String(index)]));
  const number = (indicator: Indicator | undefined): string =>
    indicator === undefined ? "-" : (numbers.get(indicator) ?? "?");
  return {
    annual: describeGroups(tables.annual, number),
    midTerm: describeGroups(tables.midTerm, number),
    aligned: describeGroups(tables.aligned, (row) => `${number(row.midTerm)}|${number(row.annual)}`),
  };
}

function describeGroups<Row>(
  groups: readonly Level1Group<Row>[],
  describe: (row: Row) => string,
): Record<string, string> {
  return Object.fromEntries(
    groups.flatMap(({ outer, label, span, groups: inner }) =>
      inner.map((group) => [
        `${outer === undefined ? "" : `${outer} > `}${label} (${span}) > ${group.label} (${group.span})`,
        group.rows.map(describe).join(" "),
      ]),
    ),
  );
}

/** Every text becomes `text @ place`, an amount with its exact value before the place. */
function flatten(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(flatten);
  if (typeof value !== "object" || value === null) return value;
  if ("text" in value && "at" in value) return describeText(value as Described);
  // A part of a goal has its place in Part 1.
  if ("text" in value && "line" in value) return value.text;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, flatten(inner)]));
}

type Described = Department["name"] & { value?: string; unit?: string; unitFrom?: string };

function describeText({ text, at, raw, value, unit, unitFrom }: Described): string {
  const amount = value === undefined ? "" : ` = ${value} ${unit ?? "?"} (${unitFrom ?? "?"})`;
  const source = raw === undefined ? "" : ` ← ${JSON.stringify(raw)}`;
  return `${text}${amount} @ ${formatPlace(at)}${source}`;
}
