/** A department's records and those of its earlier editions → the files of the new edition that say what changed. */

import type { Finding } from "../catalogue/index.ts";
import { changesJson, changesMarkdown, compareSnapshots, renamedBetween } from "../compare/index.ts";
import { type Form, formatValue, printedFigures } from "../compose/index.ts";
import {
  type ChangeFigures,
  type Changes,
  type Manifest,
  readSnapshot,
  recordsName,
  type Snapshot,
  type SnapshotOptions,
  snapshotOf,
  writeSnapshot,
} from "../contracts/index.ts";
import type { Diagnostic, Language } from "../diagnostics/index.ts";
import { hashOfBytes, type NewFile } from "../files/index.ts";
import type { Department } from "../records/index.ts";
import { compareFindings, encodeKnown, knownFindings, readKnown } from "./finding-changes.ts";
import { formerByMark } from "./former-marks.ts";

/** `records.json` of an earlier final edition; drafts are compared with one as well. */
export type PreviousRecords = {
  /** Undefined if they are gone, or not those that were published. */
  readonly bytes: Uint8Array | undefined;
  /** What it knew its findings by, if the history has it. */
  readonly known?: Uint8Array | undefined;
  /** What messages call it. */
  readonly file: string;
  readonly edition?: number;
  /** What change lists call it, if it is no edition. */
  readonly name?: string;
};

/** Plain data: it goes with a department to the thread that builds it. */
export type EarlierEditions = {
  readonly newest: Pick<Manifest, "edition" | "records"> | undefined;
  /** Records of the newest edition, and of the one before. */
  readonly records: readonly PreviousRecords[];
  /** The number of an edition that says something else than the newest. */
  readonly next: number;
  /** The draft that a new one replaces. */
  readonly draft?: PreviousRecords | undefined;
};

export type ChangeFiles = {
  readonly records: NewFile;
  /** What the next edition knows its findings by. */
  readonly known: Uint8Array;
  readonly changes: readonly NewFile[];
  /** How much they list; undefined if there is nothing to compare with. */
  readonly figures: ChangeFigures | undefined;
  /** Of a draft, the same since the draft before. */
  readonly sinceDraft?: ChangeFigures | undefined;
  /** Undefined if there is nothing to compare with. */
  readonly count: number | undefined;
  /** How many projects came, went or say something else than in the newest edition. */
  readonly projects: number;
  readonly findings: readonly Diagnostic[];
};

/** All but the findings of the edition, which are known when its pages are. */
export type ComparedRecords = Omit<ChangeFiles, "changes" | "known" | "figures" | "sinceDraft"> & {
  /** As data. */
  readonly differences: Changes;
  readonly finish: (findings: readonly Finding[]) => ChangeFiles;
};

/** What an edition's change list is called, for people and for programs. */
export const changeNames = ["changes.md", "changes.json"] as const;

/** The same of a draft, since the draft before. */
export const draftChangeNames = ["changes-since-draft.md", "changes-since-draft.json"] as const;

export type SnapshotInput = { readonly department: Department; readonly form: Pick<Form, "id" | "spec"> };

/** What editions are compared by. */
export function takeSnapshot({ department, form }: SnapshotInput): Snapshot {
  const print: SnapshotOptions["print"] = (value, field) => formatValue(value, field, form.spec);
  // Without a part behind the projects a report may print none of them.
  const figures = form.spec.closing === undefined ? [] : printedFigures(department, form.spec);
  return snapshotOf(department, { form, print, figures });
}

/**
 * An edition whose records are those of the newest is that edition again, and is compared with the one before; a draft
 * is none, and is compared with the newest, and with the draft before.
 */
export function changesSinceEdition(
  { newest, records: past, next, draft: draftBefore }: EarlierEditions,
  records: SnapshotInput,
  { draft, language }: { readonly draft: boolean; readonly language: Language },
): ComparedRecords {
  const now = takeSnapshot(records);
  const bytes = writeSnapshot(now);
  const again = !draft && newest?.records?.sha256 === hashOfBytes(bytes);
  const number = again ? newest.edition : next;
  const previous = past.find(({ edition = 0 }) => edition < number);
  const compared = compareWith(previous, { now, bytes }, { language, edition: draft ? undefined : number });
  if (again)
    return { ...compared, projects: 0, finish: (found) => ({ ...compared.finish(found), projects: 0 }) };
  if (!draft || draftBefore === undefined) return compared;
  const named = { ...draftBefore, name: draftName[language] };
  const sinceDraft = compareWith(named, { now, bytes }, { language, names: draftChangeNames });
  return {
    ...compared,
    finish: (found) => {
      const [made, since] = [compared.finish(found), sinceDraft.finish(found)];
      return { ...made, changes: [...made.changes, ...since.changes], sinceDraft: since.figures };
    },
  };
}

const draftName = { zh: "上一份草稿", en: "the draft before" };

export type ComparisonOptions = {
  readonly language: Language;
  /** The new edition's number; a draft has none. */
  readonly edition?: number | undefined;
  /** What the lists are called. */
  readonly names?: readonly [markdown: string, json: string];
};

/** `bytes`: the new records as they are published. */
export function compareWith(
  previous: PreviousRecords | undefined,
  { now, bytes }: { readonly now: Snapshot; readonly bytes: Uint8Array },
  { language, edition, names = changeNames }: ComparisonOptions,
): ComparedRecords {
  const before = previous && readPrevious(previous);
  const findings = previous !== undefined && before === undefined ? [lost(previous)] : [];
  const sides = { before: { edition: previous?.edition, name: previous?.name }, after: { edition } };
  const compared = compareSnapshots(before, now, sides);
  const changes = findings.length === 0 ? compared : { ...compared, unknown: true as const };
  const { added, removed, changed } = changes.projects;
  const about = {
    records: { name: recordsName, bytes },
    count: before === undefined ? undefined : changes.count,
    projects: before === undefined ? 0 : added.length + removed.length + changed.length,
    findings,
  };
  return {
    ...about,
    differences: changes,
    finish: (found) => {
      const old = before && readKnown(previous?.known);
      const known = knownFindings(found);
      const formerOf = () => formerByMark(found, before && renamedBetween(before, now));
      const whole = { ...changes, findings: old && compareFindings(old, known, formerOf) };
      return {
        ...about,
        known: encodeKnown(known),
        changes: filesOf(whole, names, language),
        figures: before && figuresOf(whole),
      };
    },
  };
}

function filesOf(
  changes: Changes,
  [markdown, json]: readonly [markdown: string, json: string],
  language: Language,
): readonly NewFile[] {
  return [
    { name: markdown, bytes: utf8(changesMarkdown(changes, { language })) },
    { name: json, bytes: utf8(changesJson(changes)) },
  ];
}

function figuresOf({ before, count, projects, findings }: Changes): ChangeFigures {
  const { added, removed, changed } = projects;
  return {
    edition: before?.edition,
    count,
    projects: { added: added.length, removed: removed.length, changed: changed.length },
    findings: findings && { added: findings.added.length, gone: findings.gone.length },
  };
}

function readPrevious({ bytes }: PreviousRecords): Snapshot | undefined {
  const read = bytes && readSnapshot(bytes);
  return read?.success ? read.snapshot : undefined;
}

function lost({ file }: PreviousRecords): Diagnostic {
  return { code: "changes-not-known", at: { kind: "file", file }, args: {} };
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
