/** The code → the parts of the user documentation that repeat it: the commands' help, and the headers that are understood. */
import type { Language } from "../diagnostics/index.ts";
import { headerAliases } from "../normalise/header-aliases.ts";
import { runDocumented } from "./run-documented.ts";

/** A part of a file, between `<!-- name -->` and `<!-- /name -->`. */
export type Section = {
  readonly file: string;
  readonly name: string;
  readonly write: () => Promise<string>;
};

/** What `npm run accept` writes and the test of the documentation compares. */
export const sections: readonly Section[] = [
  { file: "README.md", name: "help", write: () => helpOf("en") },
  { file: "README.zh-CN.md", name: "help", write: () => helpOf("zh") },
  { file: "docs/input.md", name: "headers", write: async () => headerTable(["内容", "也认得", "英文名"]) },
  {
    file: "docs/input.en.md",
    name: "headers",
    write: async () => headerTable(["header", "also understood", "canonical name"]),
  },
];

/** @throws where the file has no such part: it can be neither compared nor written. */
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
  const option = language === "zh" ? [] : ["--lang", language];
  const program = await helpBlock(["--help", ...option]);
  const commands = [...program.matchAll(/^ {2}([a-z]+) .*$/gmu)].flatMap(([, name = "help"]) =>
    name === "help" ? [] : name,
  );
  const blocks = [program];
  for (const command of commands) blocks.push(await helpBlock([command, "--help", ...option]));
  return `\`\`\`text\n${blocks.join("\n")}\`\`\`\n`;
}

async function helpBlock(words: readonly string[]): Promise<string> {
  const { stdout } = await runDocumented(...words);
  return `$ huibian ${words.join(" ")}\n${stdout}`;
}

/** A field is called by the spelling that it is trusted in most. */
function headerTable(titles: readonly [string, string, string]): string {
  const rows = Object.entries(headerAliases).map(
    ([field, [first, ...others]]) => `| ${first} | ${others.join("、")} | \`${field}\` |\n`,
  );
  return [`| ${titles.join(" | ")} |\n`, "|---|---|---|\n", ...rows].join("");
}
