/** A cell or a JSON value → the text that is printed: trimmed, line breaks as \n, nothing invisible in it but what chooses a form. */
import type { Place, Report } from "../../diagnostics/index.ts";
import type { RawNode } from "../../read/index.ts";
import { parseDecimal, shiftDecimal, type Text } from "../../records/index.ts";

/**
 * A variation selector right behind a character that it can choose a form of: a Han character of a name, a mark or sign
 * that has two, an emoji; and what does so for Mongolian letters.
 */
const chosen = [
  String.raw`\p{Script=Han}[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]`,
  String.raw`[\u2200-\u22FF\u2A00-\u2AFF\u3001\u3002\uFF01\uFF0C\uFF0E\uFF1A\uFF1B\uFF1F][\uFE00\uFE01]`,
  String.raw`\p{Extended_Pictographic}[\uFE0E\uFE0F]`,
  String.raw`\p{Script=Mongolian}[\u180B-\u180F]`,
].join("|");

// What PDF viewers draw as boxes or Word refuses: controls, noncharacters, lone surrogates, and whatever has no look of
// its own (zero-width and direction marks, tags) and chooses the look of nothing.
const invisible = new RegExp(
  String.raw`[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\uFFF9-\uFFFB\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}\p{Cs}](?<!${chosen})`,
  "gu",
);
// A tab aligns nothing in a cell; Word and the PDF would not show it alike.
const tab = /\t/gu;
const lineBreak = /\r\n|[\r\v\f\u0085\u2028\u2029]/gu;
// Excel's two ways to keep a number a text: ="0130" and '0130, the second also before what would be run as a formula.
// Before anything else an apostrophe is the text's own.
const excelText =
  /^(?:="(?<formula>(?:[^"]|"")*)"|'(?<quoted>[+-]?[\d.,]*\d[\d.,]*%?|\d[\dA-Z]+|[=+@-][^'’‘]*))$/u;

// XML cannot hold control characters, so a workbook spells a line break inside a cell _x000D_, and some exporters leave it so.
const workbookEscape = /_x00(?<code>[01][\dA-F]|7F)_/giu;

/** The printed text, without reporting what was taken out; "" if the cell is blank. Cleaning it twice changes nothing. */
export function printableText(source: string): string {
  const given = withoutEscapes(source);
  if (isPlain(given)) return given.trim();
  const plain = given.replace(lineBreak, "\n").replace(tab, " ").replace(invisible, "").trim();
  if (!plain.startsWith("=") && !plain.startsWith("'")) return plain;
  const wrapped = excelText.exec(plain)?.groups;
  const inner = wrapped?.formula?.replaceAll('""', '"') ?? wrapped?.quoted;
  return inner === undefined ? plain : printableText(inner);
}

/** Nothing is to be removed of most cells of a table, and there may be a million of them: each character is looked up once. */
function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (plainUnits[unit] === 0) plainUnits[unit] = plain.test(String.fromCharCode(unit)) ? 1 : 2;
    if (plainUnits[unit] === 2) return false;
  }
  return true;
}

const plain = /[\p{Script=Han}\w ,.%()（），。、：；“”≥≤＝-]/u;
/** By UTF-16 code unit: 0 of one that was not met yet, 1 if it is plain, 2 if not. */
const plainUnits = new Uint8Array(0x1_00_00);

function withoutEscapes(source: string): string {
  if (!hasEscapes(source)) return source;
  // Before a line break it is the first half of one.
  const whole = source.replace(/_x000D_(?=\r?\n)/giu, "");
  return whole.replace(workbookEscape, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function hasEscapes(source: string): boolean {
  return source.includes("_x00");
}

/** Undefined if the source is blank. */
export function toText(source: string, at: Place, report: Report): Text | undefined {
  const text = printableText(source);
  // What a system puts where it could not convert a character, and that same mark written as GBK.
  if (text.includes("\uFFFD") || text.includes("锟斤拷"))
    report({ code: "characters-lost", at, found: text, args: {} });
  const escapes = hasEscapes(source) ? source.match(workbookEscape) : null;
  if (escapes !== null) {
    const args = { escapes: [...new Set(escapes)] };
    report({ code: "escapes-replaced", at, found: source.replace(/\r\n?/gu, "\n").trim(), args });
  }
  if (text === source) return text === "" ? undefined : { text, at };
  const given = source.replace(/\r\n?/gu, "\n");
  const removed = given.replace(/[\v\f\u0085\u2028\u2029]/gu, "\n").match(invisible);
  if (removed !== null && text !== "") {
    const characters = [...new Set(removed)].map(codePointName);
    report({ code: "characters-removed", at, args: { characters } });
  }
  if (text === "") return undefined;
  return given === text ? { text, at } : { text, at, raw: given };
}

function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Whether a value says nothing: null, or a list or object with nothing in it. */
export function isHollow(node: RawNode): boolean {
  if (node.kind === "list") return node.items.every(isHollow);
  return node.kind === "null" || (node.kind === "object" && node.entries.length === 0);
}

/** "" for null and {}; the lines of a list joined; a group is reported and left out. */
export function nodeSource(node: RawNode, report: Report): string {
  switch (node.kind) {
    case "text":
    case "number":
      return node.text;
    case "boolean":
      return node.value ? "是" : "否";
    case "null":
      return "";
    case "list":
      return node.items.map((item) => nodeSource(item, report)).join("\n");
    case "object":
      if (!isHollow(node)) report({ code: "value-not-text", at: node.at, args: {} });
      return "";
  }
}

/**
 * The source of an amount. JSON programs write 12000000.0 as 1.2E7 and mean it exactly; in a text it is what Excel has
 * left of a number, and stays as it is.
 */
export function amountSource(node: RawNode, source: string): string {
  const parts =
    node.kind === "number"
      ? /^(?<digits>[-\d.]+)[eE](?<power>[+-]?\d{1,2})$/u.exec(source)?.groups
      : undefined;
  const digits = parseDecimal(parts?.digits ?? "");
  return digits === undefined ? source : shiftDecimal(digits, Number(parts?.power));
}

/** The lines of a text or of a list of texts, each with its own place; blank lines fall away. */
export function nodeLines(node: RawNode, report: Report): Text[] {
  if (node.kind === "list") return node.items.flatMap((item) => nodeLines(item, report));
  const text = toText(nodeSource(node, report), node.at, report);
  return text === undefined ? [] : splitLines(text);
}

/** A text of several lines as one text a line. */
export function splitLines(text: Text): Text[] {
  if (!text.text.includes("\n")) return [text];
  return text.text
    .split("\n")
    .flatMap((line) => (line.trim() === "" ? [] : [{ text: line.trim(), at: text.at }]));
}
