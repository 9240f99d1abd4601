/** A project while its rows are being gathered: what was found for each field, and its indicators so far. */
import type { Place, Subject } from "../../diagnostics/index.ts";
import {
  type FieldName,
  type Horizon,
  type Indicator,
  isMangledCode,
  rowOf,
  type Text,
  withoutSelectors,
} from "../../records/index.ts";
import type { StatedUnit } from "../headers/header-key.ts";
import type { Context } from "./context.ts";

export type Value = {
  readonly text: Text;
  /** Where the source has a list: its items, each with its own place. */
  readonly lines?: readonly Text[];
  /** The unit of money that the header, the row or the file states. */
  readonly unit?: { readonly unit: StatedUnit; readonly from: "cell" | "header" | "file" };
};

export type DraftProject = {
  readonly at: Place;
  readonly values: Map<FieldName, Value>;
  readonly indicators: Indicator[];
  /** Of a record that states one goal and whose it is: a mid-term goal is none of the year. */
  readonly goalOf?: Horizon;
  /** Rows at which a level 1 comes back below merged cells that name the project. */
  readonly comesBack: Text[];
  /** Fields whose cells are known to differ, each with the texts that were reported. */
  readonly differing: Set<string>;
  /** Where the very same record stands again. */
  readonly copies?: readonly Place[];
};

export type Identity = { readonly code: string; readonly name: string; readonly unit: string };

export function createDraft(at: Place): DraftProject {
  return { at, values: new Map(), indicators: [], comesBack: [], differing: new Set() };
}

/** A project with what is said once for all of its list; its own values go before it. */
export function withShared(draft: DraftProject, shared: ReadonlyMap<FieldName, Value>): DraftProject {
  return shared.size === 0 ? draft : { ...draft, values: new Map([...shared, ...draft.values]) };
}

/** Records of one project that each state the goal of a horizon, as one. */
export function withGoalsJoined(drafts: readonly DraftProject[], context: Context): readonly DraftProject[] {
  if (drafts.every(({ goalOf }) => goalOf === undefined)) return drafts;
  const first = new Map<string, DraftProject>();
  return drafts.filter((draft) => {
    const key = keyOf(identityOf(draft));
    const other = draft.goalOf === undefined || key === "" ? undefined : first.get(key);
    if (other === undefined) first.set(key, draft);
    else for (const [field, value] of draft.values) mergeValue(other, { field, value }, context);
    return other === undefined;
  });
}

export function identityOf({ values }: DraftProject): Identity {
  const text = (field: FieldName): string => values.get(field)?.text.text ?? "";
  return identity({ code: text("project.code"), name: text("project.name"), unit: text("project.unit") });
}

/** Equal for codes that are written alike but for the case and width of their letters. */
export function foldedCode(code: string): string {
  return code.normalize("NFKC").toUpperCase();
}

/**
 * A code that Excel has mangled may stand for many projects: it identifies none that has a name. In which forms the
 * characters of a name are to be drawn tells no projects apart.
 */
export function identity({ code, name, unit }: Identity): Identity {
  const isCode = name === "" || !isMangledCode(code);
  return { code: isCode ? code : "", name: withoutSelectors(name), unit: withoutSelectors(unit) };
}

/** The place of an indicator's own row; level labels may be further up if cells were merged. */
export function ownPlace({ level3, value, level2, level1 }: Indicator): Place | undefined {
  return (level3 ?? value ?? level2 ?? level1)?.at;
}

/** What there is for some names, by name; a name for which there is nothing has no entry. */
export function filled<Name extends string, Item>(
  names: readonly Name[],
  itemOf: (name: Name) => Item | undefined,
): Readonly<Record<string, Item>> {
  const entries = names.flatMap((name) => {
    const item = itemOf(name);
    return item === undefined ? [] : [[name, item] as const];
  });
  return Object.fromEntries(entries);
}

/** What was found for a form's own fields of a scope, by the names that the form gives them. */
export function ownValues({ values }: DraftProject, scope: string): readonly (readonly [string, Value])[] {
  const prefix = `${scope}.own.`;
  return [...values].flatMap(([field, value]) =>
    field.startsWith(prefix) ? [[field.slice(prefix.length), value] as const] : [],
  );
}

/** The code, or else unit and name; "" if a project has neither. */
export function keyOf({ code, name, unit }: Identity): string {
  if (code !== "") return code;
  return unit === "" ? name : `${unit} / ${name}`;
}

/** Adds what a further row says of the project: a blank is filled, a cell that differs is reported with both places. */
export function mergeValue(
  draft: DraftProject,
  further: { field: FieldName; value: Value },
  context: Context,
): void {
  const { field, value } = further;
  const first = draft.values.get(field);
  if (first === undefined) draft.values.set(field, value);
  if (first === undefined || first.text.text === value.text.text) return;
  if (withoutSelectors(first.text.text) === withoutSelectors(value.text.text)) return;
  reportDifference(draft, { field, value, first }, context);
}

/** In rows of one table, a cell that was blank in the project's first row differs from a later one that is not. */
export function fillValue(
  draft: DraftProject,
  further: { field: FieldName; value: Value },
  context: Context,
): void {
  const { field, value } = further;
  if (!draft.values.has(field)) {
    draft.values.set(field, value);
    reportDifference(draft, { field, value }, context);
  } else mergeValue(draft, further, context);
}

export function subjectOfDraft(draft: DraftProject): Subject {
  const { code, name, unit } = identityOf(draft);
  return {
    unit: unit || undefined,
    code: code || undefined,
    project: name || undefined,
  };
}

function reportDifference(
  draft: DraftProject,
  { field, value, first }: { field: FieldName; value: Value; first?: Value },
  context: Context,
): void {
  const key = `${field} ${value.text.text}`;
  if (draft.differing.has(key)) return;
  draft.differing.add(key);
  context.report({
    code: "project-cells-differ",
    at: value.text.at,
    also: [first?.text.at ?? draft.at],
    subject: subjectOfDraft(draft),
    found: value.text.text,
    args: { field: nameOf(field, value), first: first?.text.text ?? "" },
  });
}

function nameOf(field: FieldName, { text: { at } }: Value): string {
  if (at.kind === "cell" && at.header !== undefined) return at.header.replace(/\s+/gu, "");
  return rowOf(field)?.spellings[0] ?? field;
}
