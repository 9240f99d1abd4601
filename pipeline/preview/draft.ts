/** What is shown of one department: the last pages that could be made, and what was found in the last try. */
import { setTimeout as wait } from "node:timers/promises";
import { reviewedFindings } from "../batch/index.ts";
import type { DepartmentPreview, PrintedDraft } from "../department/index.ts";
import type { Language, Severity } from "../diagnostics/index.ts";
import { hashOfBytes } from "../files/index.ts";
import {
  type FindingData,
  type LiveFindings,
  type LiveNews,
  type LivePages,
  packFindings,
  piecesOfPages,
  piecesOfValues,
} from "../write/review/index.ts";

/** What is known of a draft without asking for more. */
export type DraftSummary = Pick<LiveNews, "state"> & {
  /** Absent as long as there are none. */
  readonly pages?: number | undefined;
  /** Absent as long as nobody has asked what was found. */
  readonly counts?: Readonly<Record<Severity, number>> | undefined;
};

export type Draft = {
  readonly news: () => LiveNews;
  readonly summary: () => DraftSummary;
  /** Undefined as long as there are none. */
  readonly pages: () => LivePages | undefined;
  /** Checks the department if nobody has asked yet; undefined before the first try is done. */
  readonly findings: () => LiveFindings | undefined;
  /** What pages and findings name by its hash. */
  readonly piece: (hash: string) => Uint8Array | undefined;
  /** Makes it anew; all that is saved while one is made is in the next. */
  readonly renew: () => Promise<void>;
  /** Calls back on every news, until the function that it returns is called. */
  readonly follow: (listener: (news: LiveNews) => void) => () => void;
};

/** `before`: the last pages that could be made. */
export type MakeDraft = (before: PrintedDraft | undefined) => Promise<DepartmentPreview>;

/**
 * Milliseconds after which a department that could be printed before, and cannot be now, is tried again before anybody
 * is told: a spreadsheet program may be half way through its save, with the old file gone and the new one not there.
 */
const patience = 400;

type Piece = readonly [hash: string, bytes: Uint8Array];

export function openDraft(make: MakeDraft, language: Language): Draft {
  const listeners = new Set<(news: LiveNews) => void>();
  let news: LiveNews = { version: 0, pages: 0, state: "making" };
  /** The number of the try that was asked for last, and of the one that was made last. */
  let [tried, done] = [0, 0];
  let isMaking = false;
  let last: DepartmentPreview | undefined;
  let printed: PrintedDraft | undefined;
  let pages: LivePages | undefined;
  let found: LiveFindings | undefined;
  let counts: DraftSummary["counts"];
  let ofPages: ReadonlyMap<string, Uint8Array> = new Map();
  let ofValues = ofPages;
  let values: Pick<LiveFindings, "values" | "pieces"> = { pieces: [] };
  const tell = (next: LiveNews) => {
    news = next;
    for (const listener of listeners) listener(news);
  };
  const makeOnce = async () => {
    const version = tried;
    let preview = await make(printed);
    if (preview.printed === undefined && printed !== undefined && version === tried) {
      await wait(patience);
      if (version === tried) preview = await make(printed);
    }
    done = version;
    const isLast = version === tried;
    // What was saved meanwhile is in the next try; who saves all the time sees pages all the same.
    if (isLast || preview.printed !== undefined) show(version, preview);
    if (!isLast) tell({ ...news, state: "making" });
  };
  const show = (version: number, preview: DepartmentPreview) => {
    [last, found, counts] = [preview, undefined, undefined];
    if (preview.printed === undefined) return tell({ ...news, version, state: "failed" });
    printed = preview.printed;
    const { title, pages: made } = printed;
    const pieces = piecesOfPages(made).map(named);
    ofPages = new Map(pieces);
    pages = { version, title, head: made.head, pieces: pieces.map(([hash]) => hash) };
    tell({ version, pages: version, state: "shown" });
  };
  return {
    news: () => news,
    summary: () => ({
      state: news.state,
      pages: pages?.head.sheets.length,
      counts,
    }),
    pages: () => pages,
    findings: () => {
      if (last === undefined) return undefined;
      if (found !== undefined) return found;
      const { findings, marks, values: given, changes } = last.find();
      // Those of the pages that are shown.
      if (given !== undefined) {
        const pieces = piecesOfValues(given).map(named);
        ofValues = new Map(pieces);
        values = { values: given.head, pieces: pieces.map(([hash]) => hash) };
      }
      const listed = reviewedFindings(findings, marks, language);
      counts = countOf(listed);
      found = { version: news.version, findings: packFindings(listed), changes, ...values };
      return found;
    },
    piece: (hash) => ofPages.get(hash) ?? ofValues.get(hash),
    renew: async () => {
      tried += 1;
      tell({ ...news, state: "making" });
      if (isMaking) return;
      isMaking = true;
      try {
        while (done < tried) await makeOnce();
      } finally {
        isMaking = false;
      }
    },
    follow: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function countOf(findings: readonly FindingData[]): DraftSummary["counts"] {
  const counts = { failure: 0, error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

function named(bytes: Uint8Array): Piece {
  return [hashOfBytes(bytes), bytes];
}
