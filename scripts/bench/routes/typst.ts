/** Typst: a template that reads the content as JSON. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { peerFonts } from "../fonts.ts";
import type { Job, Route } from "../measurement.ts";

/** As it comes: with tags. */
export const typst: Route = async (job) => compileReport(job, { tags: true });

/** Our PDFs have no tags, so this is the fairer of the two. */
export const typstUntagged: Route = async (job) => compileReport(job, { tags: false });

/** As `typst watch` compiles: a compiler that has made the report makes it again of other content. */
export const typstAgain: Route = async ({ program, work }) => {
  const compiler = openCompiler(work, await fontsOf(program));
  const main = { mainFilePath: join(work, "report.typ") };
  compiler.pdf(main, { pdfTags: true, creationTimestamp });
  compiler.mapShadow(join(work, "content.json"), readFileSync(join(work, "edited-content.json")));
  return async ({ lap }) => {
    await lap("write", () => compiler.pdf(main, { pdfTags: true, creationTimestamp }));
  };
};

const creationTimestamp = Date.UTC(2024, 0, 15) / 1000;

async function compileReport(
  { program, work }: Job,
  { tags }: { readonly tags: boolean },
): ReturnType<Route> {
  const fonts = await fontsOf(program);
  return async ({ lap, keep }) => {
    const bytes = await lap("write", () => {
      const main = { mainFilePath: join(work, "report.typ") };
      return openCompiler(work, fonts).pdf(main, { pdfTags: tags, creationTimestamp });
    });
    keep(tags ? "typst.pdf" : "typst-untagged.pdf", bytes);
  };
}

type FontArgs = { readonly fontPaths: string[] };

async function fontsOf(program: string): Promise<FontArgs> {
  const fonts = Object.values(await peerFonts(program));
  const files = new Set(fonts.flatMap(({ regular, bold }) => [regular, bold]));
  return { fontPaths: [...new Set([...files].map((file) => dirname(file)))] };
}

function openCompiler(work: string, fonts: FontArgs) {
  return NodeCompiler.create({ workspace: work, fontArgs: [fonts] });
}
