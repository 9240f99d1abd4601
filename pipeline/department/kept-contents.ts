/** A typesetter → the same, which has the lines of a table of contents from the try before if it lists what it listed. */
import type { Report } from "../diagnostics/index.ts";
import { hashOfData } from "../files/index.ts";
import type { FontBook, LaidBlocks } from "../layout/index.ts";
import type { PartTypesetter } from "./typeset-part.ts";

export type KeepContents = (document: PartTypesetter, fonts: FontBook) => PartTypesetter;

type Kept = { readonly fonts: FontBook; readonly key: string; readonly laid: LaidBlocks };

/** The contents of a thousand projects take as long as all else of the pages; few edits are of a heading. */
export function keepContents(): KeepContents {
  const kept = new Map<number, Kept>();
  return (document, fonts) => ({
    ...document,
    lay: (job, blocks, { entries, report }) => {
      if (entries.length === 0) return document.lay(job, blocks, { entries, report });
      const { head, markup } = document.context;
      const looks = [head.theme, markup.theme, head.tables, head.nesting, document.sectionOf(job)];
      const key = hashOfData([looks, job.part, entries]);
      const known = kept.get(job.ordinal);
      if (known?.key === key && known.fonts === fonts) return known.laid;
      let isFaulty = false;
      const reportOnce: Report = (finding) => {
        isFaulty = true;
        report(finding);
      };
      const laid = document.lay(job, blocks, { entries, report: reportOnce });
      // What is to be said of it is said each time.
      if (laid !== undefined && !isFaulty) kept.set(job.ordinal, { fonts, key, laid });
      return laid;
    },
  });
}
