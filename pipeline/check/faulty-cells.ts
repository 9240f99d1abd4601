/** Every text that a form prints with the field that it fills, each cell once → the cells that hold what none should. */
import {
  type Department,
  type FieldKind,
  type FieldName,
  type FilledField,
  type FormSpec,
  fieldsOfIndicator,
  fieldsOfProject,
  kindOf,
  type Project,
  perText,
  type Text,
} from "../records/index.ts";
import { impossibleDate, impossibleDay } from "./calendar.ts";
import { foldWidth } from "./comparable.ts";
import { type Damage, damageIn } from "./damage.ts";
import type { IndicatorBlock } from "./indicator-blocks.ts";
import { departmentTexts } from "./printed-texts.ts";

export type FaultyCell = {
  readonly text: Text;
  readonly project?: Project;
  readonly damage: Damage | undefined;
  /** A date that no calendar has. */
  readonly noDate: string | undefined;
};

/** What a cell is for; nothing is known of it in department.json. */
type Purpose = { readonly field?: FieldName; readonly kind?: FieldKind };

/** What department.json says in cells that hold what none should. */
export function faultyFacts(department: Department): readonly FaultyCell[] {
  return departmentTexts(department).flatMap((text) => faultyCell({ text }, {}));
}

/** A department has hundreds of thousands of cells, and only these are kept for the rules that look at cells. */
export function faultyCellReader(
  spec: FormSpec,
): (project: Project, blocks: readonly IndicatorBlock[]) => readonly FaultyCell[] {
  const kindPrinted = perText((field: FieldName) => {
    // Sign and unit are printed with the value.
    const printedIn =
      field === "indicator.operator" || field === "indicator.unit" ? "indicator.value" : field;
    return spec.fields[printedIn] === undefined ? undefined : kindOf(field, spec.fields);
  });
  return (project, blocks) => {
    const faulty: FaultyCell[] = [];
    const lookAt = ({ field, values }: FilledField): void => {
      const kind = kindPrinted(field);
      if (kind === undefined) return;
      for (const text of values) faulty.push(...faultyCell({ text, project }, { field, kind }));
    };
    for (const filled of fieldsOfProject(project)) lookAt(filled);
    // The level names of merged cells are one text in all the rows below them.
    const seen = new Set<Text>();
    for (const { indicators } of blocks) {
      for (const indicator of indicators) {
        for (const filled of fieldsOfIndicator(indicator)) {
          const [text] = filled.values;
          if (seen.has(text)) continue;
          seen.add(text);
          lookAt(filled);
        }
      }
    }
    return faulty;
  };
}

function faultyCell(cell: Pick<FaultyCell, "text" | "project">, purpose: Purpose): readonly FaultyCell[] {
  const [damage, noDate] = [damageOf(cell.text, purpose), noDateIn(cell.text, purpose)];
  return damage === undefined && noDate === undefined ? none : [{ ...cell, damage, noDate }];
}

const none: readonly FaultyCell[] = [];

/** Operators and money are checked when they are read, shares and weights by rules of their own. */
function damageOf({ text }: Text, { field, kind }: Purpose): Damage | undefined {
  const isNumber = kind === "money" || kind === "share";
  if (isNumber || field === "indicator.operator" || field === "indicator.weight") return undefined;
  return damageIn(text, { field, kind });
}

function noDateIn({ text }: Text, { field, kind }: Purpose): string | undefined {
  if (kind === "money") return undefined;
  const isForDates =
    field === "indicator.value" || field === "project.period" || field === "project.midTermRange";
  return isForDates ? impossibleDate(foldWidth(text).replace(/\s+/gu, "")) : impossibleDay(text);
}
