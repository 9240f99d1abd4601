/** docxtemplater: a template with loops over projects and indicators. A loop cannot merge cells downwards, so labels repeat. */
import { Document, Packer, Paragraph } from "docx";
import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";
import type { Content, ContentTable } from "../content.ts";
import { blockOf, pageProperties, paragraphStyles, tableOf } from "../docx-objects.ts";
import type { Route } from "../measurement.ts";
import { readContent } from "../read-content.ts";

export const docxtemplater: Route = async (job) => {
  const content = readContent(job.work);
  const parts = splitContent(content);
  const template = await makeTemplate(content, parts);
  return async ({ lap, keep }) => {
    const bytes = await lap("write", () => {
      const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true });
      document.render(dataOf(parts));
      return document.toBuffer({ compression: "DEFLATE" });
    });
    keep("docxtemplater.docx", bytes);
  };
};

type Texts = Readonly<Record<string, string>>;
type ProjectBlocks = {
  readonly heading: string;
  readonly tables: readonly ContentTable[];
};
type Parts = { readonly paragraphs: readonly string[]; readonly projects: readonly ProjectBlocks[] };

/** A project is a heading and the tables below it; whatever comes before the first is a paragraph. */
function splitContent({ blocks }: Content): Parts {
  const paragraphs: string[] = [];
  const projects: { heading: string; tables: ContentTable[] }[] = [];
  for (const block of blocks)
    if (block.kind === "table") projects.at(-1)?.tables.push(block);
    else if (block.kind === "text" && block.style === "table-heading")
      projects.push({ heading: block.text, tables: [] });
    else if (block.kind === "text") paragraphs.push(block.text);
  return { paragraphs, projects };
}

/** The note and the facts, where only texts differ, and the indicators. */
const looped = 2;

async function makeTemplate(content: Content, { projects }: Parts): Promise<Uint8Array> {
  const tables = projects[0]?.tables ?? [];
  const line = (text: string, style: string) => new Paragraph({ text, style });
  const document = new Document({
    title: content.title,
    styles: { paragraphStyles: paragraphStyles(content) },
    sections: [
      {
        properties: pageProperties(content),
        children: [
          ...content.blocks.filter(({ kind }) => kind === "contents").map(blockOf),
          line("{#paragraphs}", "body"),
          line("{.}", "body"),
          line("{/paragraphs}", "body"),
          line("{#projects}", "body"),
          new Paragraph({ text: "{heading}", style: "table-heading", pageBreakBefore: true }),
          ...tables.map((table, index) => tableOf(index < looped ? named(table, index) : loop(table))),
          line("{/projects}", "body"),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

const nameOf = (table: number, row: number, cell: number): string => `t${table}r${row}c${cell}`;

/** The table with a name in place of each text. */
function named(table: ContentTable, index: number): ContentTable {
  const rows = table.rows.map((cells, row) =>
    cells.map((cell, column) => ({ ...cell, text: `{${nameOf(index, row, column)}}` })),
  );
  return { ...table, rows };
}

/** The header, and one row for all. */
function loop(table: ContentTable): ContentTable {
  const [header, first] = table.rows;
  if (header === undefined || first === undefined)
    throw new Error("a table of indicators has a header and rows");
  const row = first.map((cell, column) => {
    const open = column === 0 ? "{#rows}" : "";
    const close = column === first.length - 1 ? "{/rows}" : "";
    return { ...cell, rowSpan: 1, text: `${open}{c${column}}${close}` };
  });
  return { ...table, rows: [header, row] };
}

function dataOf({ paragraphs, projects }: Parts): object {
  return {
    paragraphs,
    projects: projects.map(({ heading, tables }) => ({
      heading,
      ...Object.assign({}, ...tables.slice(0, looped).map(textsOf)),
      rows: tables.slice(looped).flatMap(rowsOf),
    })),
  };
}

function textsOf({ rows }: ContentTable, table: number): Texts {
  const entries = rows.flatMap((cells, row) =>
    cells.map(({ text }, column) => [nameOf(table, row, column), text] as const),
  );
  return Object.fromEntries(entries);
}

/** Every row with all its texts: those of merged labels again. */
function rowsOf({ rows, headerRows }: ContentTable): Texts[] {
  const labels = new Map<number, string>();
  return rows.slice(headerRows).map((cells) => {
    for (const { column, text } of cells) labels.set(column, text);
    return Object.fromEntries([...labels].map(([column, text]) => [`c${column}`, text]));
  });
}
