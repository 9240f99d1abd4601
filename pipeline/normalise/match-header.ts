/** Matches one header or JSON key to the field it names, by the shared spellings and a form's own. */
import {
  type FieldName,
  type FormSpec,
  fieldNames,
  fields,
  type Horizon,
  indicatorFields,
  isFieldName,
  moneyFields,
  nearestName,
  projectTextFields,
  scheduleFields,
} from "../records/index.ts";
import { headerKey, type StatedUnit } from "./header-key.ts";

export type HeaderMatch = {
  readonly field: FieldName;
  /** Of two spellings for one field the lower is read. */
  readonly rank: number;
  readonly horizon?: Horizon;
  readonly unit?: StatedUnit;
};

type Entry = {
  readonly field: FieldName;
  readonly rank: number;
  /** As people write it; absent for names that only programs use. */
  readonly spelling?: string;
};
export type Vocabulary = ReadonlyMap<string, Entry>;

/** Shared spellings, canonical names, and the forms' own spellings, which come first. */
export function vocabularyOf(specs: readonly FormSpec[]): Vocabulary {
  const vocabulary = new Map<string, Entry>();
  for (const [scope, names] of bareNames) {
    for (const name of names) addBareName(vocabulary, name, `${scope}.${name}`);
  }
  for (const field of fieldNames) vocabulary.set(field.toLowerCase(), { field, rank: 0 });
  for (const [field, { spellings }] of Object.entries(fields)) addSpellings(vocabulary, field, spellings);
  for (const spec of specs) {
    for (const [field, own] of Object.entries(spec.fields)) {
      // A form's label is a spelling too, unless it already names something.
      if (own !== undefined && !vocabulary.has(headerKey(own.label).key)) {
        addSpellings(vocabulary, field, [own.label]);
      }
    }
  }
  for (const spec of specs) {
    for (const [field, own] of Object.entries(spec.fields))
      addSpellings(vocabulary, field, own?.aliases ?? []);
  }
  return vocabulary;
}

/** The vocabulary with further spellings, which go before all others. */
export function withSpellings(
  vocabulary: Vocabulary,
  further: readonly { readonly field: FieldName; readonly spelling: string }[],
): Vocabulary {
  const own = further.map(
    ({ field, spelling }) => [headerKey(spelling).key, { field, rank: -1, spelling }] as const,
  );
  return new Map<string, Entry>([...vocabulary, ...own]);
}

/** Every spelling that a person may have meant. */
export function spellingsOf(vocabulary: Vocabulary): string[] {
  return [...vocabulary.values()].flatMap(({ spelling }) => spelling ?? []);
}

/** The spelling that an unknown header was probably meant to be, or "". */
export function nearestHeader(header: string, vocabulary: Vocabulary): string {
  // Headers share most of their characters (项目编码, 项目名称), so half of them is no likeness.
  const most = Math.max(1, Math.floor(header.length / 3));
  const near = header.length < 3 ? "" : nearestName(header, spellingsOf(vocabulary), most);
  return vocabulary.has(headerKey(header).key) ? "" : near;
}

/** The same spellings for the inside of an indicator, where `unit` is the unit of measure. */
export function indicatorVocabulary(vocabulary: Vocabulary): Vocabulary {
  const own = indicatorFields.map(
    (name) => [name.toLowerCase(), { field: `indicator.${name}`, rank: 99 }] as const,
  );
  return new Map<string, Entry>([...vocabulary, ...own]);
}

/** Canonical names without their scope; later scopes win, so that `unit` in a row is the project's. */
const bareNames = [
  ["schedule", scheduleFields],
  ["budget", moneyFields],
  ["indicator", [...indicatorFields, "horizon"]],
  ["project", projectTextFields],
] as const;

function addBareName(vocabulary: Map<string, Entry>, name: string, field: string): void {
  if (isFieldName(field)) vocabulary.set(name.toLowerCase(), { field, rank: 99 });
}

function addSpellings(vocabulary: Map<string, Entry>, field: string, spellings: readonly string[]): void {
  if (!isFieldName(field)) return;
  for (const [rank, spelling] of spellings.entries())
    vocabulary.set(headerKey(spelling).key, { field, rank, spelling });
}

export function matchHeader(header: string, vocabulary: Vocabulary): HeaderMatch | undefined {
  const { key, unit, horizon } = headerKey(header);
  const prefix = /^(?:(中期|中长期|长期|实施期)|(年度|本年度?|当年))(.+)$/u.exec(key);
  const side = horizon ?? (prefix === null ? undefined : prefix[1] === undefined ? "annual" : "midTerm");
  const whole = vocabulary.get(key);
  if (whole !== undefined) return sided(whole, { unit, horizon: side });
  const rest = prefix?.[3] === undefined ? undefined : vocabulary.get(headerKey(prefix[3]).key);
  if (rest === undefined || side === undefined || rest.field.startsWith("project.")) return undefined;
  return sided(rest, { unit, horizon: side });
}

/** Money and goals have a field for each horizon; indicators keep the horizon beside theirs. */
function sided(
  { field, rank }: Entry,
  { unit, horizon }: { readonly unit: StatedUnit | undefined; readonly horizon: Horizon | undefined },
): HeaderMatch {
  if (field.startsWith("indicator.")) return { field, rank, unit, horizon };
  return { field: horizon === "midTerm" ? midTermField(field) : field, rank, unit };
}

/** The mid-term counterpart of an annual field of money or goals. */
export function midTermField(field: FieldName): FieldName {
  if (field === "goals.annual") return "goals.midTerm";
  const counterpart = field.replace(/^budget\./u, "midTermBudget.");
  return isFieldName(counterpart) ? counterpart : field;
}
