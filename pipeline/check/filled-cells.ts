/** Every text that a form prints with the field that it fills, each cell once, for rules that look at cells of all kinds. */
import {
  type Department,
  type FieldKind,
  type FieldName,
  type FormSpec,
  fieldsOfIndicator,
  fieldsOfProject,
  kindOf,
  type Project,
  perText,
  type Text,
} from "../records/index.ts";
import { type Damage, damageIn } from "./damage.ts";
import type { IndicatorBlock } from "./indicator-blocks.ts";
import { departmentTexts } from "./printed-texts.ts";

export type FilledCell = {
  readonly text: Text;
  /** Absent in department.json. */
  readonly field?: FieldName;
  readonly kind?: FieldKind;
  readonly project?: Project;
  readonly damage: Damage | undefined;
};

export function filledCells(
  department: Department,
  spec: FormSpec,
  blocks: readonly IndicatorBlock[],
): readonly FilledCell[] {
  const kindPrinted = perText((field: FieldName) => {
    // Sign and unit are printed with the value.
    const printedIn =
      field === "indicator.operator" || field === "indicator.unit" ? "indicator.value" : field;
    return spec.fields[printedIn] === undefined ? undefined : kindOf(field, spec.fields);
  });
  const cells: FilledCell[] = departmentTexts(department).map((text) => ({
    text,
    damage: damageIn(text.text),
  }));
  const add = (project: Project, fields: ReturnType<typeof fieldsOfProject>): void => {
    for (const { field, values } of fields) {
      const kind = kindPrinted(field);
      if (kind === undefined) continue;
      for (const text of values) {
        cells.push({ text, field, kind, project, damage: damageOf(text, { field, kind }) });
      }
    }
  };
  for (const project of department.projects) add(project, fieldsOfProject(project));
  // The level names of merged cells are one text in all the rows below them.
  const seen = new Set<Text>();
  for (const { project, indicators } of blocks) {
    for (const indicator of indicators) {
      const fields = fieldsOfIndicator(indicator).filter(({ values }) => !seen.has(values[0]));
      for (const { values } of fields) seen.add(values[0]);
      add(project, fields);
    }
  }
  return cells;
}

/** Operators and money are checked when they are read, shares and weights by rules of their own. */
function damageOf(
  { text }: Text,
  { field, kind }: { readonly field: FieldName; readonly kind: FieldKind },
): Damage | undefined {
  const isNumber = kind === "money" || kind === "share";
  if (isNumber || field === "indicator.operator" || field === "indicator.weight") return undefined;
  return damageIn(text, { field, kind });
}
