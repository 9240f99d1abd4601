/** A word of the command line that names a report, or its folder → the data it was made of, by the record of the run. */
import { basename, dirname, join, resolve } from "node:path";
import { readLastRun, withAbsolutePaths } from "../batch/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import { readManifest } from "../editions/index.ts";
import { displayPath, isFolder } from "../files/index.ts";
import { realPathOf } from "../find/index.ts";

/** Where a department's data are, and its report. */
export type PublishedAt = { readonly data: string; readonly report: string };

/** Folders of departments lie that deep below an output folder, at most. */
const deepest = 8;

/** Undefined of what is no report: a folder of data. */
export async function publishedAt(word: string): Promise<PublishedAt | Diagnostic | undefined> {
  const folder = (await isFolder(word)) ? word : dirname(word);
  // What may be published lies below the report.
  const above = dirname(resolve(folder));
  const isBelow = basename(resolve(folder)) === "public" && (await readManifest(above)) !== undefined;
  const report = isBelow ? above : folder;
  if ((await readManifest(report)) === undefined) return undefined;
  const place = await realPathOf(report);
  for (let out = dirname(place), depth = 0; depth < deepest; out = dirname(out), depth += 1) {
    const read = await readLastRun(join(out, "run.json"));
    if (!("record" in read)) continue;
    for (const { folder, output } of withAbsolutePaths(read.record).departments)
      if (output !== undefined && (await realPathOf(resolve(output))) === place)
        return { data: folder, report: place };
  }
  const at = { kind: "file", file: displayPath(word) } as const;
  return { code: "report-of-unknown-data", at, args: {} };
}
