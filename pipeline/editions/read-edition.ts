/** A department's output folder → the editions in its history, and the records of one of them. */
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { readSnapshot, type Snapshot } from "../contracts/index.ts";
import type { Report } from "../diagnostics/index.ts";
import { displayPath } from "../files/display-path.ts";
import { historyPath, listEditions, recordsName } from "./history.ts";

/** Numbers of the editions whose records are there, from the oldest. */
export async function editionsWithRecords(output: string): Promise<readonly number[]> {
  const whole: number[] = [];
  for (const number of await listEditions(output))
    if (await hasRecords(editionFolder(output, number))) whole.push(number);
  return whole;
}

export function editionFolder(output: string, edition: number): string {
  return join(output, historyPath(edition));
}

export async function hasRecords(folder: string): Promise<boolean> {
  return stat(join(folder, recordsName)).then(
    (found) => found.isFile(),
    () => false,
  );
}

/** Undefined where they cannot be read, which `report` has said then. */
export async function readEdition(folder: string, report: Report): Promise<Snapshot | undefined> {
  const path = join(folder, recordsName);
  const at = { kind: "file", file: displayPath(path) } as const;
  const bytes = await readFile(path).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    report({ code: "records-unreadable", at, args: { reason } });
  });
  if (bytes === undefined) return undefined;
  const read = readSnapshot(bytes);
  if (read.success) return read.snapshot;
  const pointer = (read.problem?.path ?? []).map((part) => `/${part}`).join("");
  report({ code: "records-damaged", at, args: { pointer } });
  return undefined;
}
