/** A folder to write in for as long as the tests run: it lies in the one folder that goes when they end. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), "huibian-"));
}
