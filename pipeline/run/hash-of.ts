/** Plain data → a name that only equal data have. */
import { createHash } from "node:crypto";

/** SHA-256 of the data as JSON, so the order of keys counts. */
export function hashOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}
