/** Reports that somebody has edited since they were published → copies under names of their own, beside the new ones. */
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Report } from "../diagnostics/index.ts";
import { displayPath } from "../files/display-path.ts";
import { hashOfBytes, hashOfFile } from "../files/hash-of.ts";
import type { Manifest } from "./manifest.ts";
import type { NewFile } from "./replace-files.ts";

export type KeptCopy = NewFile & {
  /** The report it was, which is about to be replaced. */
  readonly of: string;
};

/**
 * Copies of the documents that the last manifest names, that stand there with other bytes, and that the new ones would
 * bury. As files of the same set as these they are there when the report is replaced, and not where it is not.
 */
export async function copiesOfEdited(
  folder: string,
  before: Manifest | undefined,
  documents: readonly NewFile[],
): Promise<readonly KeptCopy[]> {
  const published = new Map(
    [...(before?.files ?? []), ...(before?.earlier ?? [])].map(({ name, sha256 }) => [name, sha256]),
  );
  const copies: KeptCopy[] = [];
  for (const { name, bytes } of documents) {
    const sha256 = published.get(name);
    if (sha256 === undefined) continue;
    const standing = await readFile(join(folder, name)).catch(() => undefined);
    if (standing === undefined || [sha256, hashOfBytes(bytes)].includes(hashOfBytes(standing))) continue;
    copies.push({ of: name, name: await freeName(folder, name), bytes: standing });
  }
  return copies;
}

/** For when they are in place. */
export function reportCopies(folder: string, copies: readonly KeptCopy[], report: Report): void {
  for (const { of, name } of copies) {
    const at = { kind: "file", file: displayPath(join(folder, of)) } as const;
    report({ code: "edited-report-kept", at, args: { file: of, kept: name } });
  }
}

/** 〈title〉（手工修改）.docx, and with a number where that is taken. */
async function freeName(folder: string, name: string): Promise<string> {
  const extension = extname(name);
  const title = name.slice(0, name.length - extension.length);
  for (let number = 1; ; number += 1) {
    const free = `${title}（手工修改${number === 1 ? "" : number}）${extension}`;
    if ((await hashOfFile(join(folder, free))) === undefined) return free;
  }
}
