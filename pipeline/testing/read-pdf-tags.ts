/**
 * The bytes of a PDF → its objects as qpdf reads them, and what each page draws within which marks as pdfjs reads it:
 * nothing of the writer has a part in it.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { getDocument, OPS, type PDFPageProxy, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { TestContext } from "vitest";
import { runTool } from "./outside-tools.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** As qpdf's JSON has it: names begin with `/`, references read `12 0 R`, text begins with `u:`, bytes with `b:`. */
export type PdfValue =
  | string
  | number
  | boolean
  | null
  | readonly PdfValue[]
  | { readonly [key: string]: PdfValue };

/** Marked content that surrounds what is drawn. */
export type Surrounding = { readonly tag: string; readonly mcid: number | undefined };

export type TaggedPage = {
  /** Reference of its dictionary. */
  readonly page: string;
  /** Marked content with a number, in the order in which it begins. */
  readonly marks: readonly number[];
  /** All text and lines, with the marks around them, the outermost first. */
  readonly drawn: readonly (readonly Surrounding[])[];
  /** How many glyphs stand for no character, or for one that Unicode has not given out. */
  readonly meaningless: number;
};

export type TaggedPdf = {
  /** By reference; of a stream its dictionary. */
  readonly objects: Readonly<Record<string, PdfValue>>;
  /** Reference of the catalogue. */
  readonly root: string;
  readonly pages: readonly TaggedPage[];
};

/** Skips the test where qpdf is missing. */
export async function readTaggedPdf(context: TestContext, bytes: Uint8Array): Promise<TaggedPdf> {
  const folder = temporaryFolder();
  const [pdf, json] = [join(folder, "tagged.pdf"), join(folder, "tagged.json")];
  writeFileSync(pdf, bytes);
  const flags = ["--json=2", "--json-key=qpdf", "--json-key=pages", "--json-stream-data=none"];
  const { exitCode, stderr } = await runTool(context, "qpdf", [...flags, pdf, json]);
  if (exitCode !== 0 || stderr !== "") throw new Error(`qpdf: ${stderr}`);
  const read: Listing = JSON.parse(readFileSync(json, "utf8"));
  const [, { trailer, ...listed }] = read.qpdf;
  const objects: Record<string, PdfValue> = {};
  for (const [name, { value, stream }] of Object.entries(listed))
    if (name.startsWith("obj:")) objects[name.slice("obj:".length)] = value ?? stream?.dict ?? null;
  const root = entryOf(trailer?.value, "/Root");
  const drawings = await readDrawings(bytes);
  const pages = read.pages.map(({ object }, index): TaggedPage => {
    const drawing = drawings[index];
    if (drawing === undefined) throw new Error(`pdfjs sees no page ${index}`);
    return { page: object, ...drawing };
  });
  return { objects, root: String(root), pages };
}

type Listing = {
  readonly pages: readonly { readonly object: string }[];
  readonly qpdf: readonly [unknown, Readonly<Record<string, Listed>>];
};

type Listed = { readonly value?: PdfValue; readonly stream?: { readonly dict: PdfValue } };

/** An entry of a dictionary; undefined in anything else. */
export function entryOf(value: PdfValue | undefined, key: string): PdfValue | undefined {
  return isDictionary(value) ? value[key] : undefined;
}

export function isDictionary(value: PdfValue | undefined): value is { readonly [key: string]: PdfValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

type Drawing = Omit<TaggedPage, "page">;

async function readDrawings(bytes: Uint8Array): Promise<readonly Drawing[]> {
  // pdfjs takes the memory it is given away from its owner.
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS });
  const document = await task.promise;
  try {
    const drawings: Drawing[] = [];
    for (let number = 1; number <= document.numPages; number += 1)
      drawings.push(await readDrawing(await document.getPage(number)));
    return drawings;
  } finally {
    await task.destroy();
  }
}

const drawing: ReadonlySet<number> = new Set([OPS.showText, OPS.constructPath, OPS.paintImageXObject]);

async function readDrawing(page: PDFPageProxy): Promise<Drawing> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const open: Surrounding[] = [];
  const marks: number[] = [];
  const drawn: Surrounding[][] = [];
  let meaningless = 0;
  for (const [index, operator] of fnArray.entries()) {
    if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps) {
      const [tag, mcid]: [unknown, unknown] = argsArray[index];
      const mark = { tag: String(tag), mcid: typeof mcid === "number" ? mcid : undefined };
      if (mark.mcid !== undefined) marks.push(mark.mcid);
      open.push(mark);
    } else if (operator === OPS.endMarkedContent) {
      if (open.pop() === undefined) throw new Error("a mark ends that never began");
    } else if (operator !== undefined && drawing.has(operator)) {
      drawn.push([...open]);
      if (operator === OPS.showText) meaningless += glyphsIn(argsArray[index]).filter(saysNothing).length;
    }
  }
  if (open.length > 0) throw new Error("a mark never ends");
  return { marks, drawn, meaningless };
}

type Glyph = { readonly unicode: string };

/** Numbers among them are what moves the next glyph. */
function glyphsIn([shown]: readonly (readonly (Glyph | number)[])[]): readonly Glyph[] {
  return (shown ?? []).filter((one) => typeof one === "object");
}

function saysNothing({ unicode }: Glyph): boolean {
  return unicode === "" || /[\0\p{Cn}]/u.test(unicode);
}
