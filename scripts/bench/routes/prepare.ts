/** Exports → what peers and floors are given: the content as JSON, and the characters that each font draws. Not measured. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { LaidLine } from "../../../pipeline/layout/index.ts";
import type { LaidDocument } from "../../../pipeline/testing/whole-document.ts";
import { contentOf } from "../content.ts";
import { peerFonts } from "../fonts.ts";
import type { Route } from "../measurement.ts";
import { layDepartment, openStages } from "./ours.ts";

export const prepare: Route = async (job) => {
  const stages = await openStages(job);
  const fonts = await peerFonts(job.program);
  return async ({ lap, keep }) => {
    const { laid } = await layDepartment(job, stages, lap);
    keep("content.json", json({ ...contentOf(laid.document), fonts }));
    const edited = await layDepartment({ ...job, exports: job.edited }, stages, lap);
    keep("edited-content.json", json({ ...contentOf(edited.laid.document), fonts }));
    keep("characters.json", json(charactersOf(laid)));
    keep("report.typ", readFileSync(join(job.root, "scripts", "bench", "routes", "report.typ")));
  };
};

/** By font key. */
function charactersOf({ pages }: LaidDocument): Record<string, string> {
  const characters = new Map<string, Set<string>>();
  const add = ({ runs }: LaidLine) => {
    for (const { font, text } of runs) {
      const own = characters.get(font) ?? new Set<string>();
      characters.set(font, own);
      for (const character of text) own.add(character);
    }
  };
  for (const { items, footer } of pages) {
    for (const item of items)
      if (item.kind === "text") item.part.lines.forEach(add);
      else if (item.kind === "contents-entry") item.lines.forEach(add);
      else for (const { paragraphs } of item.cells) for (const { lines } of paragraphs) lines.forEach(add);
    if (footer !== undefined) add(footer);
  }
  return Object.fromEntries([...characters].map(([font, own]) => [font, [...own].join("")]));
}

const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));
