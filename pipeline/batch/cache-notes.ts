/** What became of a department's kept parts → what is to be said of the cache. It holds nothing up, so it is no finding of a department. */

import type { Reuse } from "../cache/kept-parts.ts";
import type { Diagnostic } from "../diagnostics/index.ts";

export function cacheNotes(reuse: Reuse | undefined, folder: string): readonly Diagnostic[] {
  if (reuse === undefined) return [];
  const at = { kind: "file", file: folder } as const;
  const notes: Diagnostic[] = [];
  if (reuse.because === "damaged" || reuse.damaged > 0) notes.push({ code: "cache-damaged", at, args: {} });
  if (reuse.notKept !== undefined)
    notes.push({ code: "cache-not-written", at, args: { reason: reuse.notKept } });
  return notes;
}
