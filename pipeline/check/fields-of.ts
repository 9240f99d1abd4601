/** The values of a record under their canonical field names, for rules that treat fields alike. */
import type { Place } from "../diagnostics/index.ts";
import {
  type FieldName,
  fieldsOfIndicator,
  fieldsOfProject,
  type Indicator,
  indicatorFields,
  type Project,
  type Text,
} from "../records/index.ts";

type Field = readonly [FieldName, Text];

/** Every filled field of a project; its indicators' fields are not among them. */
export function* projectFieldsOf(project: Project): Iterable<Field> {
  for (const { field, values } of fieldsOfProject(project)) yield [field, values[0]];
}

/** Every filled field of an indicator. */
export function* indicatorFieldsOf(indicator: Indicator): Iterable<Field> {
  for (const { field, values } of fieldsOfIndicator(indicator)) yield [field, values[0]];
}

// Level labels come last: in exports made from merged cells they may be in a row above the indicator's own.
const ownRowFirst = [
  ...indicatorFields.filter((name) => !/^level[12]$/u.test(name)),
  "level2",
  "level1",
] as const;

/** A place in the indicator's own row. */
export function placeOfIndicator(indicator: Indicator, project: Project): Place {
  for (const name of ownRowFirst) {
    const text = indicator[name];
    if (text !== undefined) return text.at;
  }
  return Object.values(indicator.own)[0]?.at ?? project.at;
}
