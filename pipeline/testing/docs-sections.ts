/** The code → the parts of the documentation that repeat it: the help of each command, and the headers that are understood. */
import type { Language } from "../diagnostics/index.ts";
import { fields } from "../records/index.ts";
import { runHere } from "./run-here.ts";

/** A part of a file, between `<!-- name -->` and `<!-- /name -->`. */
export type Section = {
  readonly file: string;
  readonly name: string;
  readonly write: () => Promise<string>;
};

/** What `npm run docs` writes, as does `npm run accept`, and the test of the documentation compares. */
export const sections: readonly Section[] = [
  { file: "docs/commands.md", name: "help-zh", write: () => helpOf("zh") },
  { file: "docs/commands.md", name: "help-en", write: () => helpOf("en") },
  { file: "docs/input.md", name: "headers", write: async () => headerTable() },
];

/** @throws if the file has no such part: it can be neither compared nor written. */
export function readSection(text: string, name: string): string {
  return findSection(text, name).inside;
}

export function replaceSection(text: string, name: string, inside: string): string {
  const { before, after } = findSection(text, name);
  return `${before}${inside}${after}`;
}

function findSection(text: string, name: string) {
  const [begin, end] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`];
  const [from, to] = [text.indexOf(begin) + begin.length, text.indexOf(end)];
  if (from < begin.length || to < from) throw new Error(`no part ${begin.trim()} … ${end}`);
  return { before: text.slice(0, from), inside: text.slice(from, to), after: text.slice(to) };
}

/** The program's help and each command's, as a terminal shows them. */
async function helpOf(language: Language): Promise<string> {
  const inLanguage = language === "zh" ? [] : ["--lang", language];
  const help = async (...words: readonly string[]) =>
    (await runHere(...words, "--help", ...inLanguage)).stdout;
  const program = await help();
  const commands = [...program.matchAll(/^ {2}([a-z][a-z-]*) .*$/gmu)].map(([, name = ""]) => name);
  const blocks = [helpBlock("huibian", program)];
  for (const command of commands)
    if (command !== "help") blocks.push(helpBlock(`huibian ${command}`, await help(command)));
  return blocks.join("\n");
}

function helpBlock(title: string, help: string): string {
  return `### ${title}\n\n\`\`\`text\n${help}\`\`\`\n`;
}

/** A field is called by the spelling that is trusted in most. */
function headerTable(): string {
  const rows = Object.entries(fields).flatMap(([field, { spellings }]) => {
    const [first, ...others] = spellings;
    return first === undefined ? [] : [`| ${first} | ${others.join("、")} | \`${field}\` |\n`];
  });
  return ["| 内容 | 也认得 | 英文名 |\n", "|---|---|---|\n", ...rows].join("");
}
