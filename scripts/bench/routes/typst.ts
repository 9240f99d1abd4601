/** Typst: a template that reads the content as JSON. */
import { dirname, join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { peerFonts } from "../fonts.ts";
import type { Job, Route } from "../measurement.ts";

/** As it comes: with tags. */
export const typst: Route = async (job) => compileReport(job, { tags: true });

/** Our PDFs have no tags, so this is the fairer of the two. */
export const typstUntagged: Route = async (job) => compileReport(job, { tags: false });

async function compileReport(
  { program, work }: Job,
  { tags }: { readonly tags: boolean },
): ReturnType<Route> {
  const fonts = Object.values(await peerFonts(program));
  const files = new Set(fonts.flatMap(({ regular, bold }) => [regular, bold]));
  const fontPaths = [...new Set([...files].map((file) => dirname(file)))];
  return async ({ lap, keep }) => {
    const bytes = await lap("write", () => {
      const compiler = NodeCompiler.create({ workspace: work, fontArgs: [{ fontPaths }] });
      const main = { mainFilePath: join(work, "report.typ") };
      return compiler.pdf(main, { pdfTags: tags, creationTimestamp: 1705276800 });
    });
    keep(tags ? "typst.pdf" : "typst-untagged.pdf", bytes);
  };
}
