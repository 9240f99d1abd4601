/** templates/README.md → the files of its worked example, and the pieces of form.json and templates that it shows. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

export type Fenced = { readonly language: string; readonly file: string; readonly text: string };

/** Blocks of code, in order; `file`: where the example has it. */
export function fencedBlocks(markdown: string): readonly Fenced[] {
  return [...markdown.matchAll(/^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gmu)].map(
    ([, language = "", file = "", text = ""]) => ({ language, file, text }),
  );
}

/** Writes the files of the worked example of a page below a folder. */
export function writeExample(markdown: string, folder: string): readonly Fenced[] {
  const files = fencedBlocks(markdown).filter(({ file }) => file !== "");
  for (const { file, text } of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return files;
}
