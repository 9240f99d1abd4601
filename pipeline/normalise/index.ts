/** Turns the raw files of one department into its record: headers, units of money, values, goals, groups, printing order. */
import { type Diagnostic, type Place, type Report, severityOf } from "../diagnostics/index.ts";
import type { RawFile, RawTree } from "../read/index.ts";
import type { Department } from "../records/index.ts";
import { assembleDepartment } from "./assemble/assemble-department.ts";
import { type AssembleProjects, assembleProjects, openAssembler } from "./assemble/assemble-projects.ts";
import { chooseForm, type FormChoice, formCalled, type KnownForm } from "./assemble/choose-form.ts";
import { computeBlanks } from "./assemble/compute-blanks.ts";
import { titlesOf } from "./cards/card-grid.ts";
import { createContext } from "./drafts/context.ts";
import { type KeptRows, keepRows } from "./drafts/kept-rows.ts";
import { reportDoubtfulSheets } from "./exports/doubtful-sheets.ts";
import { findExports } from "./exports/find-exports.ts";
import { joinFiles } from "./exports/join-files.ts";
import { columnValues, fieldsOfExports, readExports } from "./exports/read-exports.ts";
import { setAsideCopies } from "./exports/set-aside-copies.ts";
import { type Understood, understand } from "./exports/understood.ts";
import { yearSpellings } from "./exports/year-headers.ts";
import { chosenPlaces } from "./facts/chosen-places.ts";
import { type KnownKeys, readFacts } from "./facts/department-facts.ts";
import { readMapping, reportUnused } from "./facts/department-mapping.ts";
import { mergeFacts, withSaid } from "./facts/merge-facts.ts";
import { columnAliases, keptRows, listedSources, statedForm, statedYear } from "./facts/reading-hints.ts";
import { declaredLists } from "./headers/declared-lists.ts";
import { vocabularyOf, withSpellings } from "./headers/match-header.ts";
import { saidAbove } from "./lists/around-lists.ts";
import { departmentOwnKeys, readDepartmentOwn } from "./lists/department-own.ts";
import { fieldsOfLists, holdLists } from "./lists/hold-lists.ts";
import { nearestAsked } from "./lists/nearest-asked.ts";
import { readLists } from "./lists/read-lists.ts";
import { withLinesInFile } from "./tables/find-header-row.ts";
import { statedTotals } from "./tables/stated-totals.ts";
import { readTitleLines } from "./tables/title-lines.ts";
import { splitTree } from "./trees/split-tree.ts";

export type { FormChoice, KnownForm } from "./assemble/choose-form.ts";
export { groupIndicators } from "./assemble/group-indicators.ts";
export { type ProjectEvidence, projectEvidence } from "./exports/project-evidence.ts";
export type { Understood } from "./exports/understood.ts";
export { hiddenCells, type ListedSource, listedSources, statedName } from "./facts/reading-hints.ts";
export { ambiguousSpellings } from "./headers/match-header.ts";

/** What is made of rows and drafts, to be taken again as long as they say what they said. */
export type KeptRecords = { readonly rows: KeptRows; readonly assemble: AssembleProjects };

export function keepRecords(): KeptRecords {
  return { rows: keepRows(), assemble: openAssembler() };
}

export type RawDepartment = {
  /** The department's folder, for messages and as a last resort for its name. */
  readonly folder: string;
  readonly departmentFile?: RawTree;
  readonly files: readonly RawFile[];
  readonly forms: readonly KnownForm[];
  /** The rules that department.json may set. */
  readonly ruleCodes: readonly string[];
  /** The id of a form that overrides all other choices. */
  readonly form?: string;
  /** How many projects it may have. */
  readonly mostProjects?: number | undefined;
  /** What it made before, if it is a process that stays. */
  readonly kept?: KeptRecords | undefined;
  /** Told how the exports were understood, even if a failure follows. */
  readonly tell?: (understood: readonly Understood[]) => void;
};

export type NormalisedDepartment = {
  readonly department: Department;
  readonly form: KnownForm;
  readonly formReason: FormChoice["reason"];
  /** Whether a place holds what the form does not print. */
  readonly isUnprinted: (at: Place) => boolean;
};

/** Undefined if nothing can be printed; at least one failure has been reported then. */
export function normaliseDepartment(input: RawDepartment, report: Report): NormalisedDepartment | undefined {
  let failed = false;
  const watched: Report = (diagnostic) => {
    failed ||= severityOf(diagnostic) === "failure";
    report(diagnostic);
  };
  const normalised = normalise(input, { report: watched, failed: () => failed });
  return failed ? undefined : normalised;
}

function normalise(
  input: RawDepartment,
  { report, failed }: { readonly report: Report; readonly failed: () => boolean },
): NormalisedDepartment | undefined {
  const { folder, departmentFile, forms, ruleCodes, form: option } = input;
  const listed = (departmentFile && listedSources(departmentFile)) ?? [];
  const files = setAsideCopies(chosenPlaces(input.files, listed, report), report);
  const shared = vocabularyOf(forms.map(({ spec }) => spec));
  const aliases = columnAliases(departmentFile, shared, report);
  const years = yearSpellings({ files, departmentFile }, shared, report);
  const spellings = [...aliases, ...years];
  const vocabulary = withSpellings(shared, spellings);
  const meant = formsMeant(input);
  // What other forms ask for is nothing that was meant.
  const asking = meant.length === 1 ? meant.map(({ spec }) => spec) : [];
  const { rest: own, ...held } = holdLists({ files, departmentFile }, meant, vocabulary);
  const mayBeNone = held.tables.length + held.entries.length > 0;
  const lists = asking.flatMap((spec) => declaredLists(spec).map(({ label }) => label));
  const exports = findExports({ folder, files: held.files, own, mayBeNone, lists }, vocabulary, report);
  if (exports !== undefined) input.tell?.(understand(exports, vocabulary));
  // What the split reports of department.json was already reported by findExports.
  const tree = own && splitTree(own, { vocabulary, report: () => {} });
  const ownFacts = tree === undefined ? [] : [...tree.facts, ...tree.unused];
  const keys: KnownKeys = {
    ruleCodes,
    isOwn: departmentOwnKeys(forms.map(({ spec }) => spec)),
    nearest: (entry, names) => nearestAsked(entry, asking, names),
  };
  const stated = readFacts(ownFacts, keys, report);
  const facts = mergeFacts(stated, readFacts(exports?.facts ?? [], keys, report));
  if (exports === undefined) return undefined;
  reportDoubtfulSheets(exports, { year: statedYear(departmentFile), listed }, report);
  const mapping = readMapping(departmentFile, vocabulary);
  if (aliases.length + mapping.columns.length > 0)
    reportUnused(mapping, { aliases, contents: columnValues(exports) }, { vocabulary, report });
  const headed = exports.tables.map(withLinesInFile);
  const titles = readTitleLines([...headed, ...exports.cards.flatMap(titlesOf), ...held.headed]);
  const fieldsFor = ({ spec }: KnownForm): ReadonlySet<string> =>
    new Set([
      ...fieldsOfExports(exports, withSpellings(vocabularyOf([spec]), spellings)),
      ...fieldsOfLists(held, declaredLists(spec), vocabulary),
    ]);
  const choice = chooseForm(
    { forms, folder, fieldsFor, option, named: facts.form, titled: titles.forms[0] },
    report,
  );
  // What a column means is the form's to say, and one that was asked for is not there.
  if (choice === undefined && (option ?? facts.form) !== undefined) return undefined;
  const specs = choice === undefined ? forms : [choice.form];
  const chosen = withSpellings(vocabularyOf(specs.map(({ spec }) => spec)), spellings);
  const settings = {
    keeps: keptRows(departmentFile),
    mapping,
    statedUnit: stated.moneyUnit,
    form: choice?.form.spec,
    keptRows: input.kept?.rows,
  };
  const context = createContext(chosen, report, settings);
  const content = readExports(exports, context);
  // What rows and values that could not be read leave behind would only be reported as further errors.
  if (choice === undefined || failed()) return undefined;
  const { form, reason } = choice;
  const { mostProjects = Number.POSITIVE_INFINITY } = input;
  const drafts = joinFiles(content, mostProjects, context);
  if (drafts.length > mostProjects) report(tooManyProjects(folder, mostProjects));
  if (failed()) return undefined;
  const units = { spec: form.spec, departmentUnit: facts.moneyUnit?.unit };
  const { assemble = assembleProjects } = input.kept ?? {};
  const projects = assemble(drafts, units, context);
  const { lists: read, said } = readLists(held, { spec: form.spec, unit: facts.moneyUnit }, context);
  if (projects.length === 0 && read === undefined)
    report({ code: "no-project", at: { kind: "file", file: folder }, args: {} });
  if (failed()) return undefined;
  const totals = statedTotals(content.totals, { projects, departmentUnit: facts.moneyUnit?.unit }, context);
  const given = { entries: facts.own, cells: said.flatMap(({ own }) => own) };
  const ownFields = readDepartmentOwn(given, { spec: form.spec, unit: facts.moneyUnit }, context);
  const parts = {
    folder,
    facts: withSaid(facts, [...said, ...headed.map((one) => saidAbove(one, context))], report),
    own: ownFields,
    lists: read,
    titles,
    projects,
    totals,
    file: departmentFile?.file,
    sections: form.sections?.(),
  };
  const department = computeBlanks(assembleDepartment(parts, context), form.spec, context);
  return { department, form, formReason: reason, isUnprinted: context.isUnprinted };
}

/** The form that is asked for or named, before anything is known of the exports; else it may be any of them. */
function formsMeant({ departmentFile, forms, form: option }: RawDepartment): readonly KnownForm[] {
  const text = option ?? (departmentFile && statedForm(departmentFile));
  const form = text === undefined ? undefined : formCalled(text, forms);
  return form === undefined ? forms : [form];
}

/** What is made of a project takes a hundred times as long as reading it. */
function tooManyProjects(folder: string, allowed: number): Diagnostic {
  const at = { kind: "file", file: folder } as const;
  return { code: "workbook-exceeds-limit", at, args: { limit: "projects", allowed } };
}
