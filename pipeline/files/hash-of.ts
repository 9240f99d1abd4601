/** Bytes, files and plain data → the SHA-256 by which they are told apart. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";

export function hashOfBytes(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Undefined where it cannot be read. */
export async function hashOfFile(path: string): Promise<string | undefined> {
  return readFile(path).then(hashOfBytes, () => undefined);
}

/** Of the data as JSON, so the order of keys counts, and of what stands behind it as it is. */
export function hashOfData(value: unknown, behind: readonly (string | Uint8Array)[] = []): string {
  const hash = createHash("sha256").update(JSON.stringify(value));
  for (const piece of behind) hash.update(piece);
  return hash.digest("hex");
}
