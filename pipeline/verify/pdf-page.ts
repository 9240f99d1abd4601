/** A page's content streams → what each marked content draws, as text and place (ISO 32000-1, 9.4, 9.10 and 14.6). */
import type { PdfObjects } from "./pdf-objects.ts";
import {
  type PdfDictionary,
  PdfFault,
  PdfName,
  PdfReference,
  PdfScanner,
  type PdfValue,
  PdfWord,
} from "./pdf-values.ts";

export type PageMark = {
  /** Lines end at "\n". */
  text: string;
  /** Between which places its texts begin, in points from the sheet's left and foot. */
  left: number;
  right: number;
  top: number;
  foot: number;
};

export type PageText = {
  /** By MCID. */
  readonly marks: ReadonlyMap<number, PageMark>;
  /** What is no part of the text: a "Footer", a "Watermark", "Layout", or "Pagination" for what is printed again. */
  readonly artifacts: readonly { readonly subtype: string; readonly text: string }[];
  /** Text that is neither, and text that is to be read as something else than is drawn. */
  readonly unmarked: readonly string[];
  /** Text of the report that nobody sees, and operators that are none by which a report is drawn. */
  readonly hidden: readonly string[];
};

/** Codes of two bytes → what they read as. */
export type FontReader = (codes: string) => string;

export function readPage(
  objects: PdfObjects,
  page: PdfDictionary,
  fontOf: (name: string) => FontReader,
): PageText {
  const streams = objects.list(page.get("Contents")).map((stream) => objects.stream(stream).data);
  const marks = new Map<number, PageMark>();
  const artifacts: { subtype: string; text: string }[] = [];
  const unmarked: string[] = [];
  const hidden: string[] = [];
  const sheet = objects.list(page.get("MediaBox")).map(Number);
  /** What is open, the innermost last. */
  const open: Mark[] = [];
  let operands: PdfValue[] = [];
  let read: FontReader | undefined;
  let [x, y] = [0, 0];
  let [size, scale] = [0, 1];
  let paint: Paint = "black";
  const paints: Paint[] = [];

  const show = (codes: string): void => {
    const text = read?.(codes) ?? "";
    const holder = open.findLast(({ kind }) => kind !== "span");
    if (
      holder?.kind === "content" &&
      (paint !== "black" || size * scale < smallestType || !isOn(sheet, x, y))
    )
      hidden.push(text);
    const span = open.at(-1);
    if (span?.kind === "span") span.drawn += text;
    if (holder === undefined) unmarked.push(text);
    else if (holder.kind === "content") extend(holder.mark, text, x, y);
    else if (holder.kind === "artifact") holder.drawn += text;
  };
  const begin = (): void => {
    const [tag, properties] = operands;
    const [name, about] = [nameOf(tag), properties instanceof Map ? properties : new Map<string, PdfValue>()];
    const number = about.get("MCID");
    const actual = textString(about.get("ActualText"));
    if (name === "Artifact")
      open.push({ kind: "artifact", subtype: nameOf(about.get("Subtype") ?? about.get("Type")), drawn: "" });
    else if (typeof number === "number") {
      const mark = { text: "", left: Infinity, right: -Infinity, top: -Infinity, foot: Infinity };
      if (marks.has(number)) unmarked.push(String(number));
      marks.set(number, mark);
      open.push({ kind: "content", mark, actual });
    } else open.push({ kind: "span", actual, drawn: "" });
  };
  const end = (): void => {
    const last = open.pop();
    if (last?.kind === "artifact" && last.drawn !== "")
      artifacts.push({ subtype: last.subtype, text: last.drawn });
    if (last === undefined || last.kind === "artifact" || last.actual === undefined) return;
    const { actual } = last;
    const drawn = last.kind === "content" ? last.mark.text : last.drawn;
    if (!readsAs(drawn, actual)) unmarked.push(actual);
    else if (drawn.length < actual.length)
      readAs(last.kind === "content" ? last : open.findLast(({ kind }) => kind !== "span"), drawn, actual);
  };
  const operators: ReadonlyMap<string, () => void> = new Map([
    ["BDC", begin],
    ["BMC", begin],
    ["EMC", end],
    [
      "Tf",
      () => {
        read = fontOf(nameOf(operands[0]));
        size = Number(operands[1]);
      },
    ],
    [
      "Tm",
      () => {
        scale = Math.min(Number(operands[0]), Number(operands[3]));
        [x, y] = [Number(operands[4]), Number(operands[5])];
      },
    ],
    ["Tj", () => show(String(operands[0]))],
    // Grey and transparent are watermarks alone, which end with what they were drawn in.
    ["g", () => (paint = "other")],
    ["gs", () => (paint = "other")],
    ["q", () => paints.push(paint)],
    [
      "Q",
      () => {
        paint = paints.pop() ?? "black";
      },
    ],
  ]);
  for (const stream of streams) {
    const scanner = new PdfScanner(
      Buffer.from(stream.buffer, stream.byteOffset, stream.byteLength).toString("latin1"),
      {
        references: false,
      },
    );
    for (let value = scanner.next(); value !== undefined; value = scanner.next()) {
      if (!(value instanceof PdfWord)) {
        operands.push(value);
        continue;
      }
      const operate = operators.get(value.word);
      if (operate !== undefined) operate();
      else if (!drawing.has(value.word)) hidden.push(value.word);
      operands = [];
    }
  }
  return { marks, artifacts, unmarked, hidden };
}

type Paint = "black" | "other";

/** pt */
const smallestType = 3;

/** What begins and ends texts, spaces their characters, and draws lines. */
const drawing: ReadonlySet<string> = new Set(["BT", "ET", "Tc", "w", "J", "m", "l", "S"]);

function isOn([left = 0, foot = 0, right = 0, top = 0]: readonly number[], x: number, y: number): boolean {
  return x >= left && x <= right && y >= foot && y <= top;
}

type Mark =
  | { readonly kind: "artifact"; readonly subtype: string; drawn: string }
  | { readonly kind: "content"; readonly mark: PageMark; readonly actual: string | undefined }
  | { readonly kind: "span"; readonly actual: string | undefined; drawn: string };

function nameOf(value: PdfValue | undefined): string {
  return value instanceof PdfName ? value.name : "";
}

function extend(mark: PageMark, text: string, x: number, y: number): void {
  if (mark.text !== "" && y !== mark.foot) mark.text += "\n";
  mark.text += text;
  mark.left = Math.min(mark.left, x);
  mark.right = Math.max(mark.right, x);
  mark.top = Math.max(mark.top, y);
  mark.foot = y;
}

// A tab is drawn as a space, and nothing of what chooses the form of the character before it.
function readsAs(drawn: string, actual: string): boolean {
  return drawn === actual.replaceAll("\t", " ").replace(chosenForm, "");
}

const chosenForm = /(?<=.)[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gsu;

/** What was drawn last says more than is drawn. */
function readAs(holder: Mark | undefined, drawn: string, actual: string): void {
  const text = actual.replaceAll("\t", " ");
  if (holder?.kind === "content") holder.mark.text = holder.mark.text.slice(0, -drawn.length) + text;
  else if (holder?.kind === "artifact") holder.drawn = holder.drawn.slice(0, -drawn.length) + text;
}

/** A text string: UTF-16 with its mark, or bytes. */
export function textString(value: PdfValue | undefined): string | undefined {
  if (typeof value !== "string") return undefined;
  if (!value.startsWith("\u00fe\u00ff")) return value;
  return utf16(value.slice(2));
}

function utf16(bytes: string): string {
  if (bytes.length % 2 !== 0) throw new PdfFault("UTF-16");
  return Buffer.from(bytes, "latin1").swap16().toString("utf16le");
}

/** A font's `ToUnicode`. What it does not list reads as a character that no data have. */
export function fontReader(objects: PdfObjects, font: PdfDictionary): FontReader {
  const { data } = objects.stream(font.get("ToUnicode"));
  const characters = new Map<number, string>();
  const cmap = Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString("latin1");
  for (const [, section = ""] of cmap.matchAll(/beginbf(?:range|char)([\s\S]*?)endbf/gu)) {
    for (const [, from = "", to = from, target = ""] of section.matchAll(
      /<([\da-f]{1,4})>\s*(?:<([\da-f]{1,4})>\s*)?<([\da-f]+)>[ \t]*(?=[\r\n]|$)/giu,
    )) {
      const first = Number.parseInt(from, 16);
      const start = utf16(Buffer.from(target, "hex").toString("latin1")).codePointAt(0) ?? 0;
      const last = Number.parseInt(to, 16);
      if (start + last - first > 0x10ffff) throw new PdfFault("ToUnicode");
      for (let code = first; code <= last; code += 1)
        characters.set(code, String.fromCodePoint(start + code - first));
    }
  }
  return (codes) => {
    let text = "";
    for (let at = 0; at + 1 < codes.length; at += 2)
      text += characters.get(codes.charCodeAt(at) * 256 + codes.charCodeAt(at + 1)) ?? "\ufffe";
    return text;
  };
}

/** What the file of a font that is embedded begins with: TrueType, OpenType, CFF. */
const fontBeginnings = ["00010000", "74727565", "4f54544f", "0100"];

/** Whether every font that it is made of is in the file (ISO 32000-1, 9.9). */
export function isEmbedded(objects: PdfObjects, font: PdfDictionary): boolean {
  return objects.list(font.get("DescendantFonts")).every((descendant) => {
    const descriptor = objects.dictionary(objects.dictionary(descendant).get("FontDescriptor"));
    const file = ["FontFile2", "FontFile3", "FontFile"].map((key) => descriptor.get(key)).find(isReference);
    if (file === undefined) return false;
    const beginning = Buffer.from(objects.stream(file).data.subarray(0, 4)).toString("hex");
    return fontBeginnings.some((known) => beginning.startsWith(known));
  });
}

function isReference(value: PdfValue | undefined): boolean {
  return value instanceof PdfReference;
}
