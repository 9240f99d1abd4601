/** The options of a run → those that `run.json` keeps, those that a retry takes from there, and those of an edition. */
import { type AllOptions, flagOf, type OptionName, optionNames, optionRows, type Rows } from "./options.ts";

type NameWith<Column> = {
  [Name in OptionName]: Rows[Name] extends Column ? Name : never;
}[OptionName];

type RecordedName = NameWith<{ readonly recorded: true }>;
type TakenName = NameWith<{ readonly retried: "unless-given" }>;
type EditionName = NameWith<{ readonly rebuilds: true }>;
type EitherName = NameWith<{ readonly retried: "if-either" }>;

export type RecordedOptions = Pick<AllOptions, RecordedName>;
/** What an edition is made with. */
export type EditionOptions = Pick<AllOptions, EditionName>;
type RetriedOptions = Partial<Pick<AllOptions, TakenName | EitherName>>;

/** What was typed, and is no default; `folders` are the words beside the options. */
export type Given = readonly (OptionName | "folders")[];

const recorded = optionNames.filter((name): name is RecordedName => optionRows[name].recorded === true);
const taken = optionNames.filter((name): name is TakenName => optionRows[name].retried === "unless-given");
const either = optionNames.filter((name): name is EitherName => optionRows[name].retried === "if-either");

export const editionOptionNames = optionNames.filter(
  (name): name is EditionName => optionRows[name].rebuilds === true,
);

/** In the order of the table, whatever else is among them. */
export function recordedOptions(asked: RecordedOptions): RecordedOptions {
  return pick(asked, recorded);
}

export function editionOptions(asked: EditionOptions): EditionOptions {
  return pick(asked, editionOptionNames);
}

/** The options of a retry: those of the last run, but for those that are given again. */
export function retriedOptions<Asked extends RetriedOptions>(
  asked: Asked,
  { then, given }: { readonly then: RetriedOptions; readonly given: Given },
): Asked {
  const names = [...taken.filter((name) => !given.includes(name)), ...either.filter((name) => then[name])];
  return { ...asked, ...pick(then, names) };
}

/** Each shard has its own output folder, and may show its results or be retried in its own way. */
const ofOneShard: readonly RecordedName[] = ["out", "changed", "retry"];

/** Those that all shards of a run must have in common, by their flags. */
export function sharedOptions(
  options: Readonly<Partial<Record<RecordedName, unknown>>>,
): Readonly<Record<string, unknown>> {
  const shared = recorded.filter((name) => !ofOneShard.includes(name));
  return Object.fromEntries(shared.map((name) => [flagOf(name), options[name]]));
}

function pick<Whole extends object, Name extends keyof Whole>(
  whole: Whole,
  names: readonly Name[],
): Pick<Whole, Name>;
function pick(whole: object, names: readonly string[]): object {
  return Object.fromEntries(names.map((name) => [name, Reflect.get(whole, name)]));
}
