/** What the parts of this stage share while one department is normalised. */
import { columnKey, type Diagnostic, type Place, type Report } from "../../diagnostics/index.ts";
import {
  type BlankPlace,
  type FieldKind,
  type FieldName,
  type FormSpec,
  groupNames,
  type Horizon,
  kindOf,
  type NamedGroup,
} from "../../records/index.ts";
import type { DepartmentUnit } from "../facts/department-facts.ts";
import { type Mapping, readMapping } from "../facts/department-mapping.ts";
import type { LeftOut, Sieve } from "../headers/left-out.ts";
import { indicatorVocabulary, type Vocabulary } from "../headers/match-header.ts";
import { type Column, isPrinted } from "../headers/printed-fields.ts";
import type { KeptRows } from "./kept-rows.ts";

export type Context = Sieve & {
  readonly vocabulary: Vocabulary;
  /** For the keys of one indicator. */
  readonly indicatorVocabulary: Vocabulary;
  readonly report: Report;
  /** What a field holds; of those that a form names itself what this form says. */
  readonly kindOf: (field: FieldName) => FieldKind;
  /** What the form calls a field; undefined if it does not list it. */
  readonly labelOf: (field: FieldName) => string | undefined;
  /** The field by which the form groups indicators outside of level 1. */
  readonly groupBy: string | undefined;
  /** Whether the form prints indicators of a horizon. */
  readonly prints: (horizon: Horizon) => boolean;
  /** The names that form.json gives those groups; none if it leaves them open. */
  readonly groupOrder: readonly string[];
  /** Which of them a text is. */
  readonly groupCalled: (text: string) => NamedGroup | undefined;
  /** The unit of money that department.json states, which goes before a line that the file has for all its amounts. */
  readonly statedUnit: DepartmentUnit | undefined;
  /** Keeps the place of a blank of a field, for findings that ask to fill it. */
  readonly noteBlank: (blank: BlankPlace) => void;
  /** Lists a column that is filled if the form does not print it. */
  readonly noteUse: (column: Column & { readonly at: Place; readonly header: string }) => void;
  /** Whether a place is in a column that was listed as not printed. */
  readonly isUnprinted: (at: Place) => boolean;
  /** Those noted so far. */
  readonly blanks: readonly BlankPlace[];
  /** Whether department.json keeps a row as a project, whatever it looks like. */
  readonly keeps: (row: { readonly file: string; readonly row: number; readonly name: string }) => boolean;
  /** What the codes of a column mean. */
  readonly meaningsOf: Mapping["meaningsOf"];
  /** The records that were left out so far. */
  readonly leftOut: readonly LeftOut[];
  /** Undefined before one is chosen. */
  readonly form: FormSpec | undefined;
  /** What was made of rows before, if it is a process that stays. */
  readonly keptRows: KeptRows | undefined;
};

type Settings = Pick<Context, "keeps" | "statedUnit" | "form"> & {
  readonly mapping: Mapping;
  readonly keptRows: KeptRows | undefined;
};

/** Without a form, all is taken to be printed. */
export function createContext(
  vocabulary: Vocabulary,
  report: Report,
  {
    keeps = () => false,
    mapping = readMapping(undefined, vocabulary),
    statedUnit,
    form,
    keptRows,
  }: Partial<Settings> = {},
): Context {
  const told = new Set<string>();
  const reportOnce = (key: string, diagnose: () => Diagnostic): void => {
    if (told.has(key)) return;
    told.add(key);
    report(diagnose());
  };
  const blanks: BlankPlace[] = [];
  const unprinted = new Set<string>();
  const leftOut: LeftOut[] = [];
  return {
    vocabulary,
    indicatorVocabulary: indicatorVocabulary(vocabulary),
    report,
    kindOf: (field) => kindOf(field, form?.fields ?? {}),
    labelOf: (field) => form?.fields[field]?.label,
    groupBy: form?.groupBy,
    groupOrder: form?.groupBy === undefined ? [] : form.groupOrder.map(({ name }) => name),
    groupCalled: groupNames(form?.groupOrder ?? []),
    prints: (horizon) => form?.horizons.includes(horizon) ?? true,
    statedUnit,
    reportOnce,
    noteBlank: (blank) => void blanks.push(blank),
    keeps,
    mayOmit: mapping.mayOmit,
    omits: mapping.omits,
    meant: mapping.meant,
    meaningsOf: mapping.meaningsOf,
    noteLeftOut: (record) => void leftOut.push(record),
    leftOut,
    noteUse: ({ at, header, ...column }) => {
      const key = columnKey(at);
      if (form === undefined || key === undefined || isPrinted(column, form)) return;
      unprinted.add(key);
      reportOnce(`unprinted ${key}`, () => ({ code: "column-not-printed", at, args: { header } }));
    },
    isUnprinted: (at) => unprinted.has(columnKey(at) ?? ""),
    blanks,
    form,
    keptRows,
  };
}

/** The same, but what is found is not reported. */
export function quiet(context: Context): Context {
  return { ...context, report: () => {}, reportOnce: () => {} };
}
