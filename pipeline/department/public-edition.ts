/** A department's records → the edition of its report that may be published: masked first, and made and read back then. */

import type { Finding } from "../catalogue/index.ts";
import { isLevelHeader } from "../check/index.ts";
import { type RenderedReport, renderReport } from "../compose/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import { inPublic } from "../editions/index.ts";
import type { Clock } from "../files/index.ts";
import type { FontBook } from "../layout/index.ts";
import type { OutputFormat } from "../model/index.ts";
import { findLeaks, redact, type Secrets } from "../redact/index.ts";
import type { CutText } from "../verify/index.ts";
import { makeFiles } from "./make-files.ts";
import { cutTexts, unsetCharacters } from "./not-printed.ts";
import type { MakeParts, Pause } from "./part.ts";
import { hasFailure, type ReadFiles, type Records } from "./read-records.ts";
import { addTimings, startStopwatch, type Timings } from "./stopwatch.ts";
import type { TypesetDocument } from "./typeset-document.ts";
import { type ValuesToPrint, valuesToPrint } from "./unprinted-values.ts";

/** Nothing of it holds on to the records. */
export type PublicPrint = {
  /** Absent if a template failed. */
  readonly rendered: RenderedReport | undefined;
  /** What is wrong with the templates. */
  readonly faults: readonly Diagnostic[];
  readonly wanted: readonly ValuesToPrint[];
  readonly secrets: Secrets;
  /** How many numbers and names are masked, and projects left out. */
  readonly masked: number;
  readonly leftOut: number;
};

export type PublicTools = Pick<ReadFiles, "files" | "departmentFile"> & {
  readonly day: string;
  /** So far. */
  readonly findings: readonly Finding[];
  readonly ignored: readonly Finding[];
  readonly report: (finding: Finding) => void;
};

/** Reports as failures what must not be published, and what nothing tells whether it may. */
export function renderPublicly(
  records: Records,
  { files, departmentFile, day, findings, ignored, report }: PublicTools,
): PublicPrint {
  const cleared = ignored.flatMap(({ code, at }) => (code === "classified-marking" ? [at] : []));
  const { spec } = records.form;
  const redacted = redact({ department: records.department, spec, files, departmentFile, cleared });
  const { department, secrets, masked: count, leftOut, problems } = redacted;
  for (const problem of [...notUnderstood(findings), ...problems]) report(problem);
  const masked = { ...records, department };
  const faults: Diagnostic[] = [];
  const rendered = renderReport({ ...masked, draft: false, day, leftOut }, (fault) => faults.push(fault));
  return { rendered, faults, wanted: valuesToPrint(masked), secrets, masked: count, leftOut };
}

/** A setting that is not known, or a column about publishing that was not read, may be what keeps something back. */
function* notUnderstood(findings: readonly Finding[]): Generator<Diagnostic> {
  for (const { code, at, args } of findings) {
    if (code === "department-key-unknown")
      yield { code: "public-setting-unknown", at, args: { key: args.key } };
    // Of two records of a project one says so, and the other one was used.
    if (code === "project-cells-differ" && /公开|涉密/u.test(args.field))
      yield { code: "public-unclear", at, args: { text: args.field } };
    const isUnread = code === "column-unknown" || code === "column-repeated" || code === "column-undecided";
    // What stands below 密级 is looked at whether it is read or not.
    if (isUnread && /公开|涉密|密级|保密/u.test(args.header) && !isLevelHeader(args.header))
      yield { code: "public-column-unread", at, args: { header: args.header } };
  }
}

export type PublicEdition = Pick<TypesetDocument, "files"> & {
  /** How many numbers and names were masked. */
  readonly masked: number;
  /** How many projects were left out. */
  readonly leftOut: number;
  /** Absent if there are none. */
  readonly cut?: readonly CutText[];
};

export type MadePublicly = {
  /** Absent if it may not be published. */
  readonly edition?: PublicEdition;
  /** Why. */
  readonly findings: readonly Diagnostic[];
  readonly milliseconds?: Timings;
};

export type PublicEnvironment = {
  readonly formats: readonly OutputFormat[];
  readonly fonts: FontBook;
  readonly clock: Clock;
  readonly pause: Pause;
  readonly makePublicParts: MakeParts;
};

/** `found`: of the report that it is an edition of, which has the same faults of layout. */
export async function makePublicEdition(
  { rendered, faults, wanted, secrets, masked, leftOut }: PublicPrint,
  { formats, fonts, clock, pause, makePublicParts: makeParts }: PublicEnvironment,
  found: readonly Finding[],
): Promise<MadePublicly> {
  const unset = unsetCharacters(found);
  if (unset.size > 0) return { findings: [charactersUnset(unset.size)] };
  if (rendered === undefined) return { findings: faults };
  const options = { formats, fonts, makeParts, createdAt: clock.createdAt, pause };
  const made = await makeFiles(rendered, { ...options, verification: "full", wanted });
  const files = made.file?.files ?? [];
  const named = files.map((file) => ({ ...file, name: inPublic(file.name) }));
  const watch = startStopwatch();
  const leaks = await findPublicLeaks(named, secrets);
  watch.lap("verify");
  const failures = [...made.findings, ...made.differences, ...leaks].filter((finding) =>
    hasFailure([finding]),
  );
  if (made.file === undefined || failures.length > 0) return { findings: failures };
  await made.keep();
  const milliseconds = addTimings(made.milliseconds, watch.milliseconds());
  const cut = cutTexts(made.findings);
  const edition = { files, masked, leftOut, ...(cut.length > 0 && { cut }) };
  return { edition, findings: [], milliseconds };
}

function charactersUnset(count: number): Diagnostic {
  return { code: "public-characters-unset", at: { kind: "option", option: "--public" }, args: { count } };
}

/** Whatever a file says that was masked, and where it cannot be read. */
export async function findPublicLeaks(
  files: TypesetDocument["files"],
  secrets: Secrets,
): Promise<readonly Diagnostic[]> {
  const { textsIn } = await import("../verify/index.ts");
  return files.flatMap(({ name, format, bytes }) => {
    const at = { kind: "file", file: name } as const;
    const damage: Diagnostic[] = [];
    const texts = textsIn(format, bytes, (args) => damage.push({ code: "written-file-damaged", at, args }));
    const leaks = findLeaks([{ where: name, text: name, isRead: true }, ...texts], secrets);
    return [
      ...leaks.map(({ where, shown }): Diagnostic => ({ code: "public-leak", at, args: { where, shown } })),
      ...damage,
    ];
  });
}
