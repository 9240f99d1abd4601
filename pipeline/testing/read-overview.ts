/** The page of all departments → its rows and links, as one reads them. Knows nothing of how it was written. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type HtmlPage, readHtml } from "./read-html.ts";

/** In an output folder: as a page without its script, which is no XML. */
export function readOverview(out: string): HtmlPage {
  const text = readFileSync(join(out, "index.html"), "utf8").replace(/<script>[\s\S]*<\/script>/u, "");
  return readHtml(new TextEncoder().encode(text));
}

type OverviewRow = Readonly<Record<string, string>>;

/** In the order of the page, by the headers of the columns. */
export function overviewRows(out: string): readonly OverviewRow[] {
  const [table] = readOverview(out).tables;
  const texts = (row: number) =>
    (table?.cells ?? [])
      .filter((cell) => cell.row === row)
      .toSorted((one, other) => one.column - other.column)
      .map(({ text }) => text);
  const last = Math.max(...(table?.cells ?? []).map(({ row }) => row));
  return Array.from({ length: last }, (_, index) =>
    Object.fromEntries(texts(0).map((header, column) => [header, texts(index + 1)[column] ?? ""])),
  );
}

/** Its links that lead to nothing. */
export function deadLinks(out: string): readonly string[] {
  const base = pathToFileURL(join(out, "index.html"));
  return readOverview(out).links.filter((link) => !existsSync(fileURLToPath(new URL(link, base))));
}
