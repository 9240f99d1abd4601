/** Files that a manifest names → their bytes, as they lie there now. */
import { join } from "node:path";
import type { DocumentFile } from "../department/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import { hashOfBytes, readRegular, reasonOf } from "../files/index.ts";
import { isOutputFormat } from "../model/index.ts";

type Report = (problem: Diagnostic) => void;
type Named = { readonly name: string; readonly sha256: string };

/** Tells of each that cannot be read, or is another than was published. */
export async function readPublished<File extends Named>(
  folder: string,
  files: readonly File[],
  report: Report,
): Promise<readonly (File & { readonly bytes: Uint8Array })[]> {
  const read: (File & { readonly bytes: Uint8Array })[] = [];
  for (const file of files) {
    const at = { kind: "file", file: file.name } as const;
    try {
      const bytes = await readRegular(join(folder, file.name));
      if (hashOfBytes(bytes) !== file.sha256) report({ code: "report-edited", at, args: {} });
      read.push({ ...file, bytes });
    } catch (error) {
      report({ code: "file-unreadable", at, args: { reason: reasonOf(error) } });
    }
  }
  return read;
}

/** Those that are documents in a format of ours. */
export async function readDocuments(
  folder: string,
  files: readonly (Named & { readonly format: string })[],
  report: Report,
): Promise<readonly DocumentFile[]> {
  const named = files.filter(({ format }) => isOutputFormat(format));
  const read = await readPublished(folder, named, report);
  return read.flatMap(({ name, format, bytes }) => (isOutputFormat(format) ? [{ name, format, bytes }] : []));
}
