/** Sources → their tables and trees, which a process that reads a department again and again keeps. */
import type { Diagnostic } from "../diagnostics/index.ts";
import {
  type HiddenCells,
  openRecords,
  type RawFile,
  readSource,
  type Source,
  type TakeApart,
} from "../read/index.ts";
import { areVerySame } from "../records/index.ts";

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
  const records = new Map<string, TakeApart>();
  return (source, report, { hidden } = {}) => {
    const known = kept.get(source.name);
    if (known !== undefined && known.hidden === hidden && isSame(known.source, source)) {
      for (const finding of known.found) report(finding);
      return known.files;
    }
    const found: Diagnostic[] = [];
    const takeApart = records.get(source.name) ?? openRecords();
    records.set(source.name, takeApart);
    const files = readSource(source, (finding) => found.push(finding), { hidden, takeApart });
    const before = known?.files ?? [];
    const read = files.map((file, index) => withKnownRows(file, before[index]));
    kept.set(source.name, { source, hidden, files: read, found });
    for (const finding of found) report(finding);
    return read;
  };
}

/** Rows whose cells say what they said are those of the reading before: counted from the top, or below an insertion from the end. */
function withKnownRows(file: RawFile, before: RawFile | undefined): RawFile {
  if (file.kind !== "table" || before?.kind !== "table") return file;
  const known = before.rows;
  const shift = known.length - file.rows.length;
  const rows = file.rows.map(({ row, cells }, index) => {
    const same = [known[index]?.cells, known[index + shift]?.cells].find(
      (one) => one !== undefined && (one === cells || areVerySame(one, cells)),
    );
    return { row, cells: same ?? cells };
  });
  return { ...file, rows };
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
