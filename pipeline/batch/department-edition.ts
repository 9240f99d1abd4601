/** A department's output folder → its earlier editions; what was made of the department → the next one. */

import { basename, join } from "node:path";
import type { Finding } from "../catalogue/index.ts";
import {
  type EditionInputs,
  type EditionSummary,
  knownOfDraft,
  type Manifest,
  recordsName,
} from "../contracts/index.ts";
import {
  type EarlierEditions,
  type Generated,
  hasFailure,
  type PreviousRecords,
  type PublicEdition,
} from "../department/index.ts";
import type { Language, Report } from "../diagnostics/index.ts";
import {
  describeDocument,
  folderOf,
  historyPath,
  listEditions,
  type OutputPlace,
  type PastEdition,
  publicRecord,
  publishEdition,
  readHistory,
  readManifest,
  replaceFiles,
} from "../editions/index.ts";
import { displayPath, hashOfBytes, readOwn, readVersion } from "../files/index.ts";
import { findingLists, ignoredList } from "../lists/index.ts";
import { reviewPage } from "./review-page.ts";
import type { Published } from "./run-departments.ts";
import { countFindings } from "./run-result.ts";

/** The draft in a folder, which a new one is compared with; undefined if it has no records that are whole. */
export async function readDraftBefore(folder: string): Promise<PreviousRecords | undefined> {
  const { extras = [] } = (await readManifest(folder)) ?? {};
  const [bytes, known] = await Promise.all(
    [recordsName, knownOfDraft].map(async (name) => {
      const read = await readOwn(folder, name).catch(() => undefined);
      const published = extras.find((one) => one.name === name);
      return read !== undefined && published?.sha256 === hashOfBytes(read) ? read : undefined;
    }),
  );
  return bytes && { bytes, known, file: displayPath(join(folder, recordsName)) };
}

/** What the folder of a department's final editions holds. */
export async function readEarlier(folder: string): Promise<EarlierEditions> {
  const newest = await readManifest(folder);
  const kept = await listEditions(folder);
  const history = await readHistory(folder);
  // The newest counts though nothing of it is left in the history.
  const numbers = [...new Set([...kept, ...(newest === undefined ? [] : [newest.edition])])];
  const past = numbers.toSorted((one, other) => other - one).slice(0, 2);
  const records = past.map((edition) => {
    const one = history.find((entry) => entry.edition === edition);
    const manifest = one?.manifest ?? (newest?.edition === edition ? newest : undefined);
    return recordsOf({ edition, manifest, ...one }, folder);
  });
  return {
    newest: newest && { edition: newest.edition, records: newest.records },
    records: (await Promise.all(records)).flat(),
    next: Math.max(0, ...numbers) + 1,
  };
}

type Kept = {
  readonly edition: number;
  /** Undefined where nothing but its number is known. */
  readonly manifest: Manifest | undefined;
  readonly loadRecords?: PastEdition["loadRecords"];
  readonly loadFindings?: PastEdition["loadFindings"];
};

/** None of an edition that was published without; where they are lost, its place stays, and no older one takes it. */
async function recordsOf(
  { edition, manifest, loadRecords, loadFindings }: Kept,
  folder: string,
): Promise<readonly PreviousRecords[]> {
  if (manifest !== undefined && manifest.records === undefined) return [];
  const [bytes, known] = await Promise.all([loadRecords?.(), loadFindings?.()]);
  const file = displayPath(join(folder, historyPath(edition, recordsName)));
  return [{ bytes, known, file, edition }];
}

export type PublishOptions = {
  /** The department's folder, as people see it. */
  readonly folder: string;
  readonly place: OutputPlace;
  readonly draft: boolean;
  /** A page of review is written with the lists. */
  readonly review: boolean;
  readonly language: Language;
  readonly keepEditions: number;
  /** What an edition in this form is built from. */
  readonly inputsFor: (form: string) => EditionInputs;
};

/** If it failed, its lists of findings alone: what was published of it before stays. */
export async function publishDepartment(generated: Generated, options: PublishOptions): Promise<Published> {
  const { folder, place, language } = options;
  const output = displayPath(folderOf(place));
  const findings: Finding[] = [...generated.findings];
  const report: Report = (finding) => findings.push(finding);
  // One that does not say its name is called as its folder is.
  const name = generated.about?.name ?? generated.statedName ?? basename(folder);
  const { ignored = [], consequences = [], year } = generated;
  const about = { folder, name, year, language, version: readVersion(), ignored, consequences };
  const listed = () => findingLists(findings, about);
  const reviewed = () => (options.review ? [reviewPage(generated, findings, about)] : []);
  const further = () => ignoredList(findings, about);
  const edition = editionOf(generated, { listed, reviewed, further }, options);
  if (edition !== undefined) {
    const published = await publishEdition(place, edition, { report });
    const files = edition.documents.map(describeDocument);
    const record = edition.public && publicRecord(edition.public);
    if (published === "done") return { findings, state: "built", output, files, public: record };
    // The lists of that edition are to be completed with it.
    if (published === "pending") return { findings, state: "failed", output, files: [] };
  }
  const quiet = hasFailure(findings) ? () => undefined : report;
  const written = await replaceFiles(place, { files: [...listed(), ...reviewed()] }, { report: quiet });
  const failed = { findings, state: "failed", files: [] } as const;
  return written === "done" ? { ...failed, output } : failed;
}

function publicFilesOf({ files, ...about }: PublicEdition): NonNullable<Edition["public"]> {
  return { documents: files, ...about };
}

type Edition = Parameters<typeof publishEdition>[1];

/** Made if there is an edition that they go with. */
type Lists = {
  readonly listed: () => Edition["lists"];
  /** Replaced with the lists, and removed when it is no longer made. */
  readonly reviewed: () => Edition["extras"];
  readonly further: () => Edition["extras"];
};

/** Undefined if there is nothing to publish. */
function editionOf(
  { about, report: document, publicEdition, changes, findings, ignored = [], ignoredDays }: Generated,
  { listed, reviewed, further }: Lists,
  { draft, keepEditions, inputsFor }: PublishOptions,
): Edition | undefined {
  if (document === undefined || about === undefined) return undefined;
  const { title, pages, files: documents } = document;
  const lists = listed();
  const pageOfReview = reviewed();
  const summary: EditionSummary = {
    ...about,
    title,
    pages,
    findings: countFindings(findings),
    ignored: ignored.length === 0 ? undefined : countFindings(ignored),
    ignoredDays,
    changes: changes?.figures,
    sinceDraft: changes?.sinceDraft,
    lists: Object.fromEntries(
      [...lists, ...pageOfReview].map(({ name, bytes }) => [name, hashOfBytes(bytes)]),
    ),
  };
  const { records, known, changes: changeLists = [] } = changes ?? {};
  return {
    ...{ version: readVersion(), title, form: about.form, draft, inputs: inputsFor(about.form), summary },
    documents,
    public: publicEdition && publicFilesOf(publicEdition),
    lists,
    // A draft has no history; what it says lies beside it, so that it and the next one can be compared all the same.
    extras: [
      ...changeLists,
      ...(draft && records !== undefined ? [records] : []),
      ...(draft && known !== undefined ? [{ name: knownOfDraft, bytes: known }] : []),
      ...further(),
      ...pageOfReview,
    ],
    history: draft ? undefined : { keep: keepEditions, records: records?.bytes, findings: known },
  };
}
