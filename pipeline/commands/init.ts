/** Folders of exports → a department.json for each that has none: what can be known is proposed, the rest is said. */
import { basename, join } from "node:path";
import { readFolders } from "../batch/index.ts";
import type { Finding } from "../catalogue/index.ts";
import { hasFailure, type Records } from "../department/index.ts";
import { disk, hasCode, readRegular, reasonOf } from "../files/index.ts";
import type { DepartmentFolder } from "../find/index.ts";
import { readProse } from "../read/index.ts";
import { departmentKeys, type FieldName, type MoneyUnit, rowOf, subGoalKeys } from "../records/index.ts";
import { type PartOne, readPartOne } from "./part-one.ts";

export type InitOptions = {
  readonly folders: readonly string[];
  readonly templates: string | undefined;
  /** As given to `--limits`. */
  readonly limits: string | undefined;
  readonly signal: AbortSignal;
};

/** A column that no field has, with the header that may have been meant. */
export type UnknownColumn = { readonly header: string; readonly nearest: string };

/** What is known of a department without a department.json. `sure`: its data say so themselves. */
export type Proposal = {
  /** As people see it. */
  readonly folder: string;
  readonly file: string;
  readonly name: { readonly text: string; readonly sure: boolean; readonly others: readonly string[] };
  readonly year: { readonly text: string; readonly sure: boolean } | undefined;
  /** The form that the columns fit best; absent if the exports could not be read. */
  readonly form: string | undefined;
  readonly forms: readonly OfferedForm[];
  /** Whether amounts are there whose unit nothing says. */
  readonly needsMoneyUnit: boolean;
  readonly partOne: (PartOne & { readonly source: string }) | undefined;
  readonly columns: readonly UnknownColumn[];
  /** Names of columns without which nothing can be read: the data's own evidence for them. */
  readonly aliases: Readonly<Record<string, readonly string[]>>;
  /** Why the exports cannot be read as they are. */
  readonly failures: readonly Finding[];
};

export type OfferedForm = { readonly id: string; readonly name: Readonly<Record<"zh" | "en", string>> };

/** What a person has decided, or nobody was asked. */
export type Answers = {
  readonly name: string | undefined;
  readonly year: string | undefined;
  readonly form: string | undefined;
  readonly moneyUnit: MoneyUnit | undefined;
  readonly aliases: Readonly<Record<string, readonly string[]>>;
};

export type Proposed =
  | { readonly kind: "refused"; readonly exitCode: 2 | 130; readonly problems: readonly Finding[] }
  | {
      readonly kind: "proposed";
      readonly proposals: readonly Proposal[];
      /** Departments that have their department.json. */
      readonly kept: readonly string[];
    };

/** What became of one department; `open`: what could not be known. */
export type Written = {
  readonly folder: string;
  readonly file: string;
  readonly keys: readonly string[];
  readonly open: readonly OpenQuestion[];
  /** Why nothing was written. */
  readonly failure?: string;
  readonly failures: readonly Finding[];
};
export type OpenQuestion =
  | { readonly kind: "name"; readonly guess: string }
  /** `guess`: as the name of the folder or of a file has it, or "". */
  | { readonly kind: "year"; readonly guess: string }
  | { readonly kind: "moneyUnit" | "overall" | "safeguards" }
  /** A column was taken for a field by what it looks like. */
  | { readonly kind: "likely"; readonly header: string; readonly field: string }
  | { readonly kind: "column"; readonly header: string; readonly nearest: string };

export type Initialised = {
  readonly written: readonly Written[];
  readonly kept: readonly string[];
  readonly exitCode: 0 | 1;
};

export async function propose({ folders, ...options }: InitOptions): Promise<Proposed> {
  const read = await readFolders(folders, { ...options, take: knownOf });
  if (read.kind === "refused") return read;
  const forms = [...read.library.specs].map(([id, { name }]) => ({ id, name }));
  const proposals: Proposal[] = [];
  for (const { department, result, value } of read.departments) {
    if (options.signal.aborted) return { kind: "refused", exitCode: 130, problems: [] };
    if (department.departmentFile !== undefined) continue;
    const first = { ...value, findings: result.findings };
    proposals.push(await proposalOf(department, { ...(await withNames(department, first, options)), forms }));
  }
  const kept = read.departments.flatMap(({ department: { folder, departmentFile } }) =>
    departmentFile === undefined ? [] : [folder],
  );
  return { kind: "proposed", proposals, kept };
}

/** What is known of a department, and what was found; `aliases`: without which its exports cannot be read. */
type Look = Partial<Known> & {
  readonly findings: readonly Finding[];
  readonly aliases?: Proposal["aliases"];
};

/** Columns that look like those of indicators are looked at again under the names of those. */
async function withNames(
  { realPath }: DepartmentFolder,
  first: Look,
  options: Omit<InitOptions, "folders">,
): Promise<Look> {
  const likely = first.findings.flatMap((finding) =>
    finding.code === "indicator-columns-unknown" ? [finding.args] : [],
  );
  if (likely.length === 0) return first;
  const aliases = {
    [spellingOf("indicator.level3")]: likely.map(({ level3 }) => level3),
    [spellingOf("indicator.value")]: likely.map(({ value }) => value),
  };
  const assumed = new TextEncoder().encode(JSON.stringify({ [departmentKeys.aliases]: aliases }));
  const again = await readFolders([realPath], { ...options, take: knownOf, assume: () => assumed });
  const [run] = again.kind === "refused" ? [] : again.departments;
  return run === undefined ? { ...first, aliases } : { ...run.value, findings: run.result.findings, aliases };
}

function spellingOf(field: FieldName): string {
  return rowOf(field)?.spellings[0] ?? field;
}

type Known = { readonly name: string; readonly year: string | undefined; readonly form: string };

function knownOf({ department, form }: Records): Known {
  return { name: department.name.text, year: department.year?.text, form: form.id };
}

async function proposalOf(
  { folder, realPath, files }: DepartmentFolder,
  { name, year, form, findings, forms, aliases = {} }: Look & Pick<Proposal, "forms">,
): Promise<Proposal> {
  const named = findings.flatMap((finding) =>
    finding.code === "department-name-missing" ? finding.args.names : [],
  );
  const isGuess = findings.some(({ code }) => code === "department-name-taken");
  const columns = findings.flatMap((finding) => (finding.code === "column-unknown" ? [finding.args] : []));
  const folderName = basename(realPath);
  const yearInNames = yearOf([folderName]) ?? yearOf(files);
  return {
    folder,
    file: join(realPath, "department.json"),
    name:
      name === undefined || named.length > 0
        ? { text: folderName, sure: false, others: named }
        : { text: name, sure: !isGuess, others: [] },
    year:
      year !== undefined
        ? { text: year, sure: true }
        : yearInNames === undefined
          ? undefined
          : { text: yearInNames, sure: false },
    form,
    forms,
    needsMoneyUnit: findings.some(({ code }) => code === "money-unit-unknown"),
    partOne: await findPartOne(realPath, files),
    columns: distinct(columns.filter(({ header }) => header !== "")),
    aliases,
    failures: findings.filter((finding) => hasFailure([finding])),
  };
}

/** The one year that names say; a day (20260101) says none. */
function yearOf(names: readonly string[]): string | undefined {
  const years = new Set(names.flatMap((name) => name.match(/(?<!\d)20\d{2}(?!\d)/gu) ?? []));
  const [year, ...others] = years;
  return others.length === 0 ? year : undefined;
}

function distinct(columns: readonly UnknownColumn[]): readonly UnknownColumn[] {
  return [...new Map(columns.map(({ header, nearest }) => [header, { header, nearest }])).values()];
}

/** Part 1 from the first text or Word file that has its headings. */
async function findPartOne(folder: string, names: readonly string[]): Promise<Proposal["partOne"]> {
  for (const name of names.filter((one) => /\.(?:txt|docx)$/iu.test(one))) {
    const bytes = await readRegular(join(folder, name)).catch(() => undefined);
    const found = bytes && readPartOne(readProse({ name, bytes }));
    if (found !== undefined) return { ...found, source: name };
  }
  return undefined;
}

/** What is taken if nobody is asked: what the data say themselves, and of what is guessed nothing but the name. */
export function accepted({ name, year, form, aliases }: Proposal): Answers {
  return {
    name: name.others.length > 0 ? undefined : name.text,
    year: year?.sure ? year.text : undefined,
    ...{ form, moneyUnit: undefined, aliases },
  };
}

/** Writes each file that is not there; one that came to be there since is left alone. */
export async function writeDepartmentFiles(
  decided: readonly { readonly proposal: Proposal; readonly answers: Answers }[],
  kept: readonly string[],
): Promise<Initialised> {
  const written: Written[] = [];
  for (const { proposal, answers } of decided) written.push(await writeOne(proposal, answers));
  const failed = written.some(({ failure }) => failure !== undefined);
  return { written, kept, exitCode: failed ? 1 : 0 };
}

async function writeOne(proposal: Proposal, answers: Answers): Promise<Written> {
  const content = contentOf(proposal, answers);
  const { folder, file, failures } = proposal;
  const about = {
    folder,
    file,
    keys: Object.keys(content),
    open: openQuestions(proposal, answers),
    failures,
  };
  try {
    await disk.write(file, new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`));
    return about;
  } catch (error) {
    return { ...about, keys: [], failure: hasCode(error, "EEXIST") ? "exists" : reasonOf(error) };
  }
}

/** In the order of docs/input.md, with the keys that a person writes. */
function contentOf(
  { partOne }: Proposal,
  { name, year, form, moneyUnit, aliases }: Answers,
): Readonly<Record<string, unknown>> {
  const key = departmentKeys;
  const { overall = [], subGoals = [], safeguards = [] } = partOne ?? {};
  const items = subGoals.map((one) => ({ [subGoalKeys.name]: one.name, [subGoalKeys.goals]: one.goals }));
  const entries: readonly (readonly [string, unknown])[] = [
    [key.name, name],
    [key.year, year !== undefined && /^\d{4}$/u.test(year) ? Number(year) : year],
    [key.form, form],
    [key.moneyUnit, moneyUnit],
    [key.overall, overall.length > 0 ? overall : undefined],
    [key.subGoals, items.length > 0 ? items : undefined],
    [key.safeguards, safeguards.length > 0 ? safeguards : undefined],
    [key.aliases, Object.keys(aliases).length > 0 ? aliases : undefined],
  ];
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== ""));
}

function openQuestions(proposal: Proposal, answers: Answers): readonly OpenQuestion[] {
  const { name, needsMoneyUnit, partOne, columns } = proposal;
  const mapped = new Set(Object.values(answers.aliases).flat());
  const unsure = answers.name === undefined || (answers.name === name.text && !name.sure);
  const likely = Object.entries(proposal.aliases).flatMap(([field, headers]) =>
    headers.map((header) => ({ kind: "likely", header, field }) as const),
  );
  return [
    ...likely.filter(({ header }) => mapped.has(header)),
    ...(unsure ? [{ kind: "name", guess: answers.name ?? name.others.join("、") } as const] : []),
    ...(answers.year === undefined ? [{ kind: "year", guess: proposal.year?.text ?? "" } as const] : []),
    ...(needsMoneyUnit && answers.moneyUnit === undefined ? [{ kind: "moneyUnit" } as const] : []),
    ...((partOne?.overall.length ?? 0) === 0 ? [{ kind: "overall" } as const] : []),
    ...((partOne?.safeguards.length ?? 0) === 0 ? [{ kind: "safeguards" } as const] : []),
    ...columns
      .filter(({ header }) => !mapped.has(header))
      .map((column) => ({ kind: "column", ...column }) as const),
  ];
}
