/** Matches one header or JSON key to the field it names, by the shared spellings and a form's own. */
import {
  departmentKeys,
  type FieldKind,
  type FieldName,
  type FormSpec,
  fieldNames,
  type Horizon,
  indicatorFields,
  isFieldName,
  kindOf,
  listOfField,
  moneyFields,
  nearestName,
  perObject,
  projectTextFields,
  rowOf,
} from "../../records/index.ts";
import { headerKey, horizonAhead, keysOf, type StatedUnit } from "./header-key.ts";

export type HeaderMatch = {
  readonly field: FieldName;
  readonly kind: FieldKind;
  /** Of two spellings for one field the lower is read. */
  readonly rank: number;
  readonly horizon?: Horizon;
  readonly unit?: StatedUnit;
  /** Who says so: of several meanings those of the most trusted source count. */
  readonly trust: Trust;
  /** Of money whose label the form has for both horizons: the header does not say which is meant. */
  readonly sideUnsaid?: true;
};

/** Names that programs use, names that all forms share, the form's, the department's; the higher is trusted more. */
export const trusted = { bare: 0, canonical: 1, shared: 2, form: 3, department: 4 } as const;
type Trust = (typeof trusted)[keyof typeof trusted];

type Entry = {
  readonly field: FieldName;
  /** What the form that spells it has it hold. */
  readonly kind: FieldKind;
  readonly rank: number;
  readonly trust: Trust;
  /** Given by its full name, which says the horizon too. */
  readonly exact?: boolean;
  /** As people write it; absent for names that only programs use. */
  readonly spelling?: string;
};

/** By the key of a spelling, what it can mean: fields of different scopes, each by its most trusted source. */
export type Vocabulary = ReadonlyMap<string, readonly Entry[]>;

/** What a spelling can mean beside others: at most one field of each can be told by where a header stands. */
const scopes = ["project", "money", "goals", "indicator"] as const;
export type SpellingScope = (typeof scopes)[number];

/** A spelling of a field that only this department uses; it goes before all others, unless it says otherwise. */
export type OwnSpelling = {
  readonly rank?: number;
  readonly trust?: Trust;
  readonly field: FieldName;
  readonly kind: FieldKind;
  readonly spelling: string;
  readonly exact: boolean;
};

export function spellingScope({ field, kind }: Pick<Entry, "field" | "kind">): SpellingScope {
  if (field.startsWith("indicator.")) return "indicator";
  if (field.startsWith("goals.")) return "goals";
  return kind === "money" ? "money" : "project";
}

/** Shared spellings, canonical names, and the forms' own spellings, which come first. */
export function vocabularyOf(specs: readonly FormSpec[]): Vocabulary {
  return specs.reduce((vocabulary, spec) => extending(vocabulary)(spec), sharedVocabulary);
}

/** Canonical names without their scope; later scopes win, so that `unit` in a row is the project's. */
const bareNames = [
  ["budget", moneyFields],
  ["indicator", [...indicatorFields, "horizon"]],
  ["project", projectTextFields],
] as const;

const sharedVocabulary = makeSharedVocabulary();

function makeSharedVocabulary(): Vocabulary {
  const vocabulary = new Map<string, readonly Entry[]>();
  for (const [scope, names] of bareNames) {
    for (const name of names) {
      const field = `${scope}.${name}`;
      if (isFieldName(field))
        vocabulary.set(name.toLowerCase(), [{ ...sharedField(field), rank: 99, trust: trusted.bare }]);
    }
  }
  for (const field of fieldNames) {
    add(vocabulary, field.toLowerCase(), { ...sharedField(field), rank: 0, trust: trusted.canonical });
    addSpellings(vocabulary, { ...sharedField(field), trust: trusted.shared }, rowOf(field)?.spellings ?? []);
  }
  return vocabulary;
}

/** By what is extended and by which form: the forms are the same for every department, and each is tried by itself. */
const extending = perObject((vocabulary: Vocabulary) =>
  perObject((spec: FormSpec) => makeWithForm(vocabulary, spec)),
);

function makeWithForm(vocabulary: Vocabulary, spec: FormSpec): Vocabulary {
  const own = new Map(vocabulary);
  for (const { field, kind, label, aliases } of spelledFields(spec)) {
    add(own, field.toLowerCase(), { field, kind, rank: 0, trust: trusted.canonical });
    addSpellings(own, { field, kind, trust: trusted.form }, aliases);
    addSpellings(own, { field, kind, trust: trusted.form }, [label]);
  }
  return own;
}

/** The vocabulary with further spellings. */
export function withSpellings(vocabulary: Vocabulary, further: readonly OwnSpelling[]): Vocabulary {
  if (further.length === 0) return vocabulary;
  const all = new Map(vocabulary);
  for (const { spelling, rank = -1, trust = trusted.department, ...own } of further) {
    // What is only taken for a spelling here is near to no other header.
    const shown = trust === trusted.bare ? undefined : spelling;
    add(all, headerKey(spelling).key, { ...own, spelling: shown, rank, trust });
  }
  return all;
}

/** Spellings of a form that mean two of its fields, or lists, which no place of a header or key tells apart. */
export function ambiguousSpellings(
  spec: FormSpec,
): readonly { readonly spelling: string; readonly fields: readonly [string, string] }[] {
  const seen = new Map<string, string>();
  for (const [name, key] of Object.entries(departmentKeys))
    seen.set(`department ${key}`, `department.${name}`);
  const headers = spelledFields(spec).map(({ field, kind, label, aliases }) => ({
    field,
    scope: spellingScope({ field, kind }),
    // A label is printed. It is a spelling that must mean one field only if nothing else spells the field.
    spellings: aliases.length > 0 ? aliases : [label],
  }));
  return [...headers, ...spelledOfDepartment(spec)].flatMap(({ field, scope, spellings }) =>
    [...new Set(keysOf(spellings))].flatMap((plain) => {
      const first = seen.get(`${scope} ${plain}`);
      seen.set(`${scope} ${plain}`, first ?? field);
      if (first === undefined || annualOf(first) === annualOf(field)) return [];
      const spelling = spellings.find((one) => headerKey(one).key === plain) ?? plain;
      return [{ spelling, fields: [first, field] as const }];
    }),
  );
}

/** What department.json calls by label or alias: fields of the form's own, its lists, and in each list its columns. */
function spelledOfDepartment({ fields, lists }: FormSpec) {
  const own = Object.entries(fields).flatMap(([field, spelled]) => {
    const scope = listOfField(field) ?? (field.startsWith("department.") ? "department" : undefined);
    if (scope === undefined || spelled === undefined) return [];
    return [{ field, scope, spellings: [spelled.label, ...spelled.aliases] }];
  });
  const named = Object.entries(lists).map(([list, { label, aliases }]) => ({
    ...{ field: `lists.${list}`, scope: "department" },
    spellings: [label, ...aliases],
  }));
  return [...own, ...named];
}

/** Every spelling that a person may have meant. */
export const spellingsOf = perObject((vocabulary: Vocabulary): readonly string[] =>
  [...vocabulary.values()].flatMap((entries) => entries.flatMap(({ spelling }) => spelling ?? [])),
);

/** A spelling that means this field and no other. */
export function spellingOf(field: FieldName, vocabulary: Vocabulary): string | undefined {
  for (const [, entries] of vocabulary) {
    const [entry, ...others] = entries;
    if (entry?.field === field && others.length === 0 && entry.spelling !== undefined) return entry.spelling;
  }
  return undefined;
}

/** The spelling that an unknown header was probably meant to be, or "". */
export function nearestHeader(header: string, vocabulary: Vocabulary): string {
  if (header.length < 3 || vocabulary.has(headerKey(header).key)) return "";
  // 当年安排/中央资金 is what a form calls 中央资金当年安排.
  const [above = "", below = "", ...deeper] = header.split("/");
  const turned = `${below.trim()}${headerKey(above).bare}`;
  if (below !== "" && deeper.length === 0 && vocabulary.has(headerKey(turned).key)) return turned;
  // Headers share most of their characters (项目编码, 项目名称), so half of them is no likeness.
  return nearestName(header, spellingsOf(vocabulary), Math.max(1, Math.floor(header.length / 3)));
}

/** The same spellings for the inside of an indicator, where `unit` is the unit of measure. */
export const indicatorVocabulary = perObject((vocabulary: Vocabulary): Vocabulary => {
  const own = indicatorFields.map((name): [string, readonly Entry[]] => [
    name.toLowerCase(),
    [{ ...sharedField(`indicator.${name}`), rank: 99, trust: trusted.bare }],
  ]);
  return new Map<string, readonly Entry[]>([...vocabulary, ...own]);
});

function spelledFields({ fields: own }: FormSpec) {
  return Object.entries(own).flatMap(([field, spelled]) =>
    isFieldName(field) &&
    !field.startsWith("department.") &&
    listOfField(field) === undefined &&
    spelled !== undefined
      ? [{ field, kind: kindOf(field, own), ...spelled }]
      : [],
  );
}

/** What a field that all forms share holds is the same in each of them. */
function sharedField(field: FieldName): Pick<Entry, "field" | "kind"> {
  return { field, kind: kindOf(field, {}) };
}

function addSpellings(
  vocabulary: Map<string, readonly Entry[]>,
  of: Pick<Entry, "field" | "kind" | "trust">,
  spellings: readonly string[],
): void {
  for (const [rank, spelling] of spellings.entries())
    add(vocabulary, headerKey(spelling).key, { ...of, rank, spelling });
}

/** Of one scope a more trusted source replaces a less trusted one; equally trusted ones are kept beside each other. */
function add(vocabulary: Map<string, readonly Entry[]>, key: string, entry: Entry): void {
  const entries = vocabulary.get(key) ?? [];
  const rivals = entries.filter((one) => spellingScope(one) === spellingScope(entry));
  const most = Math.max(-1, ...rivals.map(({ trust }) => trust));
  if (most > entry.trust || rivals.some(({ field, trust }) => field === entry.field && trust === entry.trust))
    return;
  const others = entries.filter((one) => !rivals.includes(one) || one.trust === entry.trust);
  vocabulary.set(key, [...others, entry]);
}

/** What a header means, by some vocabulary. */
export type ReadHeader = (header: string) => HeaderMatch | undefined;

/** What a header means if its place does not matter. */
export function matchHeader(header: string, vocabulary: Vocabulary): HeaderMatch | undefined {
  return matchesOf(header, vocabulary)[0];
}

/** The same for a column of a sheet. */
export function fieldCalled(
  header: string,
  vocabulary: Vocabulary,
): { readonly field: FieldName | undefined; readonly kind: FieldKind | undefined } {
  const match = matchHeader(header, vocabulary);
  return { field: match?.field, kind: match?.kind };
}

/** Everything that a header can mean, by its most trusted source first; at most one match for a horizon's pair of fields. */
export function matchesOf(header: string, vocabulary: Vocabulary): readonly HeaderMatch[] {
  const { key, bare, doubtful, unit, horizon } = headerKey(header);
  const joined = isJoinedName(key, vocabulary) ? vocabulary.get("项目名称") : undefined;
  for (const [spelled, entries] of [
    [key, vocabulary.get(key)],
    [key, joined?.map((entry) => ({ ...entry, rank: 80 }))],
    [bare, vocabulary.get(bare)?.map((entry) => ({ ...entry, rank: entry.rank + 40 }))],
  ] as const) {
    const ahead = horizonAhead(spelled);
    const side = horizon ?? (ahead?.rest === "" ? undefined : ahead?.horizon);
    const rest = ahead && ahead.rest !== "" ? vocabulary.get(headerKey(ahead.rest).key) : undefined;
    // 年度项目名称 is no name, but 年度预算数 is money.
    const sided = entries ?? rest?.filter(({ field }) => !field.startsWith("project."));
    const matches = matchesAt(sided ?? [], { unit, horizon: side });
    const sure = doubtful && spelled !== key ? matches.filter(({ kind }) => kind !== "money") : matches;
    if (sure.length > 0) return sure;
  }
  return [];
}

/** 单位名称、项目名称 and 单位（项目）名称: a column of names, with rows of units among those of the projects. */
function isJoinedName(key: string, vocabulary: Vocabulary): boolean {
  const [, before = "", inside, after = ""] = /^([^()]*)\(([^()]+)\)([^()]*)$/u.exec(key) ?? [];
  const parts =
    inside === undefined || after === ""
      ? key.split(/[()、,/\\|及和与或]/u)
      : [`${before}${after}`, `${inside}${after}`];
  const fieldsOf = parts.map((part) => vocabulary.get(part)?.[0]?.field);
  const [first] = fieldsOf;
  const isUnit =
    first === "project.unit" ||
    first === "project.department" ||
    /^(?:部门|[科处股]室)$/u.test(parts[0] ?? "");
  return isUnit && fieldsOf.length > 1 && fieldsOf.includes("project.name");
}

/** Money and goals have a field for each horizon; indicators keep the horizon beside theirs. */
function matchesAt(
  entries: readonly Entry[],
  { unit, horizon }: { readonly unit: StatedUnit | undefined; readonly horizon: Horizon | undefined },
): readonly HeaderMatch[] {
  const sorted = [...entries].sort(
    (left, right) => right.trust - left.trust || scopeOrder(left) - scopeOrder(right),
  );
  const matches = new Map<FieldName, HeaderMatch>();
  for (const { field, kind, rank, trust, exact } of sorted) {
    const annual = annualField(field);
    const said = sorted.filter((other) => other.trust === trust && annualField(other.field) === annual);
    const mayBeAnnual = said.some((other) => other.field === annual);
    if (horizon === "annual" && !mayBeAnnual) continue;
    const meant = horizon === "midTerm" || !mayBeAnnual ? midTermField(annual) : annual;
    const side = horizon ?? (exact ? (meant === annual ? "annual" : "midTerm") : undefined);
    const sideUnsaid = side === undefined && said.length > 1 ? true : undefined;
    if (!matches.has(meant))
      matches.set(meant, { field: meant, kind, rank, trust, unit, horizon: side, sideUnsaid });
  }
  return [...matches.values()];
}

/** So that the order of a form's fields does not matter. */
function scopeOrder(entry: Entry): number {
  return scopes.indexOf(spellingScope(entry));
}

/** Whether a field says which project something is of. */
export function isIdentity(field: string | undefined): boolean {
  return field === "project.code" || field === "project.name";
}

/** The mid-term counterpart of an annual field of money or goals. */
export function midTermField(field: FieldName): FieldName {
  if (field === "goals.annual") return "goals.midTerm";
  const counterpart = field.replace(/^budget\./u, "midTermBudget.");
  return isFieldName(counterpart) ? counterpart : field;
}

function annualOf(field: string): string {
  return isFieldName(field) ? annualField(field) : field;
}

function annualField(field: FieldName): FieldName {
  if (field === "goals.midTerm") return "goals.annual";
  const counterpart = field.replace(/^midTermBudget\./u, "budget.");
  return isFieldName(counterpart) ? counterpart : field;
}
