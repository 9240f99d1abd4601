/** The bytes of a DOCX, PDF or HTML → every text in them, whatever it is there for, and whether anybody sees it. */
import { damageOf, type FileDamage } from "./damage.ts";
import { pagesOf } from "./pdf-navigation.ts";
import { PdfObjects } from "./pdf-objects.ts";
import { type FontReader, fontReader, readPage, textString } from "./pdf-page.ts";
import { type PdfDictionary, PdfFault, PdfName, PdfReference, type PdfValue } from "./pdf-values.ts";
import { scanXml } from "./scan-xml.ts";
import { unzip } from "./unzip.ts";

export type FoundText = {
  /** A part of a DOCX; a page, counted from 1, or an object of a PDF. */
  readonly where: string;
  readonly text: string;
  /** It is a paragraph, a cell or a value; otherwise bytes that hold these and others. */
  readonly isRead: boolean;
};

/**
 * Paragraphs and cells as they are read; properties, attributes, names, comments; and the bytes that hold them. They end
 * where the file is damaged, which is reported.
 */
export function* textsIn(
  format: "docx" | "pdf" | "html",
  bytes: Uint8Array,
  report: (damage: FileDamage) => void,
): Generator<FoundText> {
  try {
    if (format === "docx") yield* textsInDocx(bytes);
    else if (format === "pdf") yield* textsInPdf(bytes);
    else yield* textsInHtml(bytes);
  } catch (error) {
    const damage = damageOf(error);
    if (damage === undefined) throw error;
    report(damage);
  }
}

function* textsInDocx(bytes: Uint8Array): Generator<FoundText> {
  yield* raw("ZIP", bytes, utf8);
  for (const [where, { whole }] of unzip(bytes)) {
    yield { where, text: where, isRead: true };
    const part = whole();
    const isXml = /\.(?:xml|rels)$/u.test(where);
    if (isXml) for (const text of textsInXml(part)) yield { where, text, isRead: true };
    // A comment stands between tags.
    yield* raw(where, part, isXml ? utf8 : encodings);
  }
}

/** Paragraphs whole, however they are cut into runs; what is outside of them, element by element; values of attributes. */
function* textsInXml(bytes: Uint8Array): Generator<string> {
  const values = new Set<string>();
  let found: string[] = [];
  let open = 0;
  let text = "";
  const end = () => {
    if (text !== "") found.push(text);
    text = "";
  };
  const scan = scanXml([bytes], {
    open: ({ name, attributes }) => {
      if (name === "w:p") open += 1;
      for (const value of attributes.values()) values.add(value);
    },
    close: (name) => {
      if (name === "w:p") open -= 1;
      if (name === "w:p" || open === 0) end();
    },
    text: (piece) => {
      text += piece;
    },
  });
  for (const _ of scan) {
    yield* found;
    found = [];
  }
  yield* values;
}

function* textsInPdf(bytes: Uint8Array): Generator<FoundText> {
  // Comments, and what no table of objects knows.
  yield* raw("PDF", bytes, utf8);
  const objects = new PdfObjects(bytes);
  const catalog = objects.dictionary(objects.trailer.get("Root"));
  const fonts = new Map<number, FontReader>();
  const drawn = new Set<number>();
  for (const [index, number] of pagesOf(objects, catalog.get("Pages")).entries()) {
    const page = objects.dictionary(new PdfReference(number));
    for (const stream of objects.list(page.get("Contents")))
      if (stream instanceof PdfReference) drawn.add(stream.object);
    const { marks, artifacts, unmarked } = readPage(objects, page, fontsOn(objects, page, fonts));
    const shown = [...marks.values(), ...artifacts].map(({ text }) => text);
    for (const text of [...shown, ...unmarked]) yield { where: String(index + 1), text, isRead: true };
  }
  for (const text of stringsIn(objects.trailer)) yield { where: "trailer", text, isRead: true };
  for (const number of objects.numbers()) {
    const where = `${number} 0 R`;
    const value = objects.object(number);
    for (const text of stringsIn(value)) yield { where, text, isRead: true };
    if (value instanceof Map && value.has("Length") && !drawn.has(number))
      yield* raw(where, objects.stream(new PdfReference(number)).data, encodings);
  }
}

function fontsOn(objects: PdfObjects, page: PdfDictionary, known: Map<number, FontReader>) {
  const named = objects.dictionary(objects.dictionary(page.get("Resources")).get("Font"));
  return (name: string): FontReader => {
    const reference = named.get(name);
    if (!(reference instanceof PdfReference)) throw new PdfFault(`font ${name}`);
    const reader = known.get(reference.object) ?? fontReader(objects, objects.dictionary(reference));
    known.set(reference.object, reader);
    return reader;
  };
}

/** Names and strings, those of the objects within it, too. */
function* stringsIn(value: PdfValue): Generator<string> {
  if (typeof value === "string") yield textString(value) ?? "";
  else if (value instanceof PdfName) yield value.name;
  else if (value instanceof Map) for (const one of value.values()) yield* stringsIn(one);
  else if (Array.isArray(value)) for (const one of value) yield* stringsIn(one);
}

function* textsInHtml(bytes: Uint8Array): Generator<FoundText> {
  const source = new TextDecoder().decode(bytes);
  const where = "HTML";
  for (const block of source.split(
    /<\/?(?:p|h\d|li|t[dhr]|table|caption|div|section|title|script|style|nav|main)\b/iu,
  ))
    yield { where, text: resolved(block.replace(/^[^<]*?>/u, "").replace(/<[^>]*>/gu, "")), isRead: true };
  for (const [, value = ""] of source.matchAll(/=\s*"([^"]*)"/gu))
    yield { where, text: resolved(value), isRead: false };
  yield* raw(where, bytes, utf8);
}

const entities: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", "\u00a0"],
]);

function resolved(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]+));/giu, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities.get(name) ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const utf8 = ["utf-8"];
/** In each of which a text may be put into bytes. */
const encodings = [...utf8, "utf-16le", "utf-16be"];

function raw(where: string, bytes: Uint8Array, among: readonly string[]): readonly FoundText[] {
  return among.map((encoding) => ({ where, text: new TextDecoder(encoding).decode(bytes), isRead: false }));
}
