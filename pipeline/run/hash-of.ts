/** Plain data → a name that only equal data have. */
import { createHash } from "node:crypto";

/** SHA-256 of the data as JSON, so the order of keys counts, and of what stands behind it as it is. */
export function hashOf(value: unknown, behind: readonly (string | Uint8Array)[] = []): string {
  const hash = createHash("sha256").update(JSON.stringify(value));
  for (const piece of behind) hash.update(piece);
  return hash.digest("hex");
}
