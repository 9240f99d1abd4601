/**
 * What a printed value is called, whatever file it came from: its path in its project (`budget.total`,
 * `goals.annual.0`, `indicators.4.level3`) or in the department (`department.overall.1`). Items of lists count from 0.
 */
import type { Department } from "./department.ts";
import { fieldsOfIndicator, fieldsOfProject, type Project } from "./project.ts";
import type { Amount, Text } from "./value.ts";

export type ValueAtPath = { readonly path: string; readonly value: Amount };

/** Every value that a project has, with its path; of an indicator also 指标值 as it is printed. */
export function* valuesOfProject(project: Project): Generator<ValueAtPath> {
  for (const { field, values } of fieldsOfProject(project)) {
    if (field.startsWith("goals.")) yield* listed(field, values);
    else yield { path: field, value: values[0] };
  }
  for (const [index, indicator] of project.indicators.entries()) {
    for (const { field, values } of fieldsOfIndicator(indicator))
      yield { path: `indicators.${index}${field.slice("indicator".length)}`, value: values[0] };
    if (indicator.printedValue !== undefined)
      yield { path: `indicators.${index}.printedValue`, value: indicator.printedValue };
  }
}

/** The department's own facts and its Part 1. */
export function* valuesOfDepartment(department: Department): Generator<ValueAtPath> {
  for (const fact of ["name", "year", "unitCode", "unitName"] as const) {
    const value = department[fact];
    if (value !== undefined) yield { path: `department.${fact}`, value };
  }
  for (const [name, value] of Object.entries(department.own ?? {}))
    yield { path: `department.own.${name}`, value };
  for (const [list, rows] of Object.entries(department.lists ?? {}))
    for (const [index, { values }] of rows.entries())
      for (const [column, value] of Object.entries(values))
        yield { path: `department.${list}.${index}.${column}`, value };
  yield* listed("department.overall", department.overall);
  for (const [index, { name, goals }] of department.subGoals.entries()) {
    if (name !== undefined) yield { path: `department.subGoals.${index}.name`, value: name };
    yield* listed(`department.subGoals.${index}.goals`, goals);
  }
  yield* listed("department.safeguards", department.safeguards);
}

function* listed(path: string, values: readonly Text[]): Generator<ValueAtPath> {
  for (const [index, value] of values.entries()) yield { path: `${path}.${index}`, value };
}
