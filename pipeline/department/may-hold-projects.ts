/** A file, opened if it is a container → whether projects may be in it, for whoever looks for departments. */
import { holdProjects } from "../normalise/index.ts";
import { readSource, type Source } from "../read/index.ts";

/** Also of a file that cannot be read: then nobody knows. */
export function mayHoldProjects(source: Source): boolean {
  const { opened } = source;
  if (opened !== undefined && opened.kind !== "sheets" && opened.kind !== "unread") return true;
  return holdProjects(readSource(source, () => {}));
}
