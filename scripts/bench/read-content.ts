/** What was prepared in a work folder → the content that a peer sets. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Content } from "./content.ts";

export function readContent(work: string): Content {
  const content: Content = JSON.parse(readFileSync(join(work, "content.json"), "utf8"));
  return content;
}
