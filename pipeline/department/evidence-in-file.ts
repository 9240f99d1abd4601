/** A file, opened if it is a container → whether projects are in it, for whoever looks for departments. */

import type { Report } from "../diagnostics/index.ts";
import { type ProjectEvidence, projectEvidence } from "../normalise/index.ts";
import { readSource, type Source } from "../read/index.ts";

/** Of a file that cannot be opened as well: nobody knows what is in it, so it counts as if it held projects. */
export function evidenceInFile(source: Source, report: Report = () => {}): ProjectEvidence {
  const { opened } = source;
  if (opened?.kind === "unread") return "list";
  if (opened !== undefined && opened.kind !== "sheets") return "projects";
  return projectEvidence(readSource(source, report));
}
