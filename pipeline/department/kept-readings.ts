/** Sources → their tables and trees, which a process that reads a department again and again keeps. */
import type { Diagnostic } from "../diagnostics/index.ts";
import { type HiddenCells, type RawFile, readSource, type Source } from "../read/index.ts";

export type ReadSource = typeof readSource;

type Kept = {
  readonly source: Source;
  readonly hidden: HiddenCells | undefined;
  readonly files: readonly RawFile[];
  readonly found: readonly Diagnostic[];
};

/** A source with the very same bytes, which is to be read in the same way, is not read again; it is reported again. */
export function keepReadings(): ReadSource {
  const kept = new Map<string, Kept>();
  return (source, report, { hidden } = {}) => {
    const known = kept.get(source.name);
    if (known !== undefined && known.hidden === hidden && isSame(known.source, source)) {
      for (const finding of known.found) report(finding);
      return known.files;
    }
    const found: Diagnostic[] = [];
    const files = readSource(
      source,
      (finding) => found.push(finding),
      hidden === undefined ? {} : { hidden },
    );
    kept.set(source.name, { source, hidden, files, found });
    for (const finding of found) report(finding);
    return files;
  };
}

function isSame(one: Source, other: Source): boolean {
  const { forced: { encoding, separator } = {} } = one;
  return (
    one.bytes === other.bytes &&
    one.opened === other.opened &&
    (one.forced === undefined) === (other.forced === undefined) &&
    encoding === other.forced?.encoding &&
    separator === other.forced?.separator
  );
}
