/** Bytes, files and plain data → their SHA-256. */
import { createHash } from "node:crypto";
import { readRegular } from "./read-file.ts";

export function hashOfBytes(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Undefined if the file cannot be read. */
export async function hashOfFile(path: string): Promise<string | undefined> {
  return readRegular(path).then(hashOfBytes, () => undefined);
}

/** Of the data as JSON, so the order of keys counts, and of the bytes that follow it. */
export function hashOfData(value: unknown, followedBy: readonly (string | Uint8Array)[] = []): string {
  const hash = createHash("sha256").update(JSON.stringify(value));
  for (const piece of followedBy) hash.update(piece);
  return hash.digest("hex");
}
