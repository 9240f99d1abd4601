/** A change list → `changes.json`, the same for programs. */
import type { Changes } from "../contracts/index.ts";

export function changesJson(changes: Changes): string {
  return `${JSON.stringify(changes, undefined, 2)}\n`;
}
