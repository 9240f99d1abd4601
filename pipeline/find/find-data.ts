/** A folder that is not searched, as a build has written it → whether there are data in it all the same, which would be passed over without a word. */
import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { feedbackFolder, feedbackOfAll, feedbackRecord } from "../contracts/index.ts";
import { compareNames } from "../files/index.ts";
import { classifyFile, isOurs, isSearched } from "./classify-file.ts";

/** The first file in or below a folder that only an export can be; a build writes none of these. */
export async function findData(path: string): Promise<string | undefined> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
  const named = entries.toSorted((one, other) => compareNames(one.name, other.name));
  const files = named.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
  // Lists for units, filled in or not, are no data.
  if (files.includes(feedbackRecord) && basename(path) === feedbackFolder) return undefined;
  const isOutput = files.some(isOurs);
  const data = files.find((name) => {
    if (isOutput && name === feedbackOfAll) return false;
    const what = classifyFile(name);
    // Beside our own files lies other JSON of ours, such as the joined record of all shards.
    return what === "department" || what === "table" || what === "workbook" || (what === "json" && !isOutput);
  });
  if (data !== undefined) return join(path, data);
  for (const entry of named) {
    if (!entry.isDirectory() || !isSearched(entry.name)) continue;
    const below = await findData(join(path, entry.name));
    if (below !== undefined) return below;
  }
  return undefined;
}
