/** A field's full name and the record that it is of → what is written there. */
import type { Department, ListRow } from "./department.ts";
import type { FieldName } from "./field-name.ts";
import {
  type IndicatorField,
  indicatorFields,
  type MoneyField,
  moneyFields,
  type ProjectTextField,
  projectTextFields,
} from "./fields.ts";
import type { Indicator, Project } from "./project.ts";
import type { Amount, Text } from "./value.ts";

export type FieldHolder = {
  readonly department: Department;
  readonly project?: Project | undefined;
  readonly indicator?: Indicator | undefined;
  readonly row?: ListRow | undefined;
};

/** Undefined if it is blank, or the holder has no record of that kind; of a goal its first line. */
export function fieldValue(field: FieldName, holder: FieldHolder): Amount | undefined {
  const { department, project, indicator, row } = holder;
  const [scope = "", ...rest] = field.split(".");
  const [name = "", own] = rest;
  switch (scope) {
    case "department":
      return own === undefined ? undefined : department.own?.[own];
    case "project":
      return own === undefined ? project && textIn(project, projectTextFields, name) : project?.own[own];
    case "budget":
    case "midTermBudget":
      return own === undefined ? moneyIn(project?.[scope], name) : project?.[scope].own[own];
    case "goals": {
      const shared = name === "annual" ? project?.goals.annual : project?.goals.midTerm;
      return (own === undefined ? shared : project?.goals.own?.[own])?.lines[0];
    }
    case "indicator":
      return own === undefined ? indicator && textIn(indicator, indicatorFields, name) : indicator?.own[own];
  }
  return row?.list === scope ? row.values[name] : undefined;
}

function textIn<Name extends ProjectTextField | IndicatorField>(
  record: { readonly [One in Name]?: Text },
  names: readonly Name[],
  wanted: string,
): Text | undefined {
  const name = names.find((one) => one === wanted);
  return name && record[name];
}

function moneyIn(
  budget: { readonly [One in MoneyField]?: Amount } | undefined,
  wanted: string,
): Amount | undefined {
  const name = moneyFields.find((one) => one === wanted);
  return name && budget?.[name];
}
