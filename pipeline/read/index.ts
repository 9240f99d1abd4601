/** Turns the bytes of an export into a raw table or tree, told apart by content; interprets nothing. */
import type { Place, Report } from "../diagnostics/index.ts";
import { parseRecords, readDelimited } from "./delimited.ts";
import { decodeText } from "./encoding.ts";
import { feedbackIn } from "./feedback-list.ts";
import { readJson, readJsonExport } from "./json.ts";
import { keepPieces, type TakeApart } from "./kept-pieces.ts";
import { excessOf } from "./measure-text.ts";
import type { Limits } from "./opened.ts";
import type { RawFile, RawTree } from "./raw.ts";
import { type HiddenCells, readOpened, whyNot } from "./read-opened.ts";
import { endPosition, separateText } from "./separator.ts";
import { type DecodedSource, looksLikeJson, mayBeNote, natureOf, type Source } from "./source.ts";
import { positionsIn } from "./text-position.ts";

export { decodeText, type Encoding, type EncodingEvidence, type EncodingVerdict } from "./encoding.ts";
export type { FeedbackList } from "./feedback-list.ts";
export { findSourceLines, type Spot } from "./find-source-lines.ts";
export { readJsonText } from "./json.ts";
export type { TakeApart } from "./kept-pieces.ts";
export type {
  Container,
  ContainerDamage,
  HiddenBy,
  Limits,
  Merge,
  Opened,
  OpenedCell,
  OpenedRow,
  OpenedSheet,
  OpenedWorkbook,
  SheetNote,
  SheetNoteKind,
  UnreadContainer,
} from "./opened.ts";
export { readProse } from "./prose.ts";
export {
  cellPlace,
  isWordTable,
  type ListNode,
  type ObjectNode,
  type RawEntry,
  type RawFile,
  type RawNode,
  type RawRow,
  type RawTable,
  type RawTree,
  type ReadAs,
  rowPlace,
  tablePlace,
} from "./raw.ts";
export type { HiddenCells } from "./read-opened.ts";
export { type CellChange, type ChangedCell, type Rewritten, replaceCells } from "./replace-cells.ts";
export type { Separator, SeparatorEvidence } from "./separator.ts";
export {
  type ForcedReading,
  isContainer,
  isSameName,
  type Source,
  startAsMarkup,
  startsLikeMail,
} from "./source.ts";
export { unconverted, type WrongConversion } from "./unconverted.ts";

/** What DOS and the programs written for it put behind the last line of a text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the mark is a control character
const endMark = /[\s\u001A]*\u001A\s*$/u;

export type ReadSourceOptions = {
  readonly hidden?: HiddenCells | undefined;
  /** Of a process that stays, to keep what it makes: see `openRecords`. */
  readonly takeApart?: TakeApart | undefined;
};

/** To read one file again and again. */
export function openRecords(): TakeApart {
  return keepPieces(parseRecords);
}

/**
 * One export: a text is one table or tree, a workbook a table for each sheet. Empty if it cannot be read, with a failure, or is no text, with a finding.
 */
export function readSource(
  source: Source,
  report: Report,
  { hidden = "undecided", takeApart = parseRecords }: ReadSourceOptions = {},
): readonly RawFile[] {
  if (source.opened !== undefined)
    return readOpened(
      { name: source.name, opened: source.opened, isListed: source.forced !== undefined },
      hidden,
      report,
    );
  const text = readText(source, report);
  if (text === undefined) return [];
  const isNote = mayBeNote(source, text.text);
  const tell = isNote ? () => undefined : report;
  const file = looksLikeJson(text.text) ? readJsonExport(text, tell) : readDelimited(text, tell, takeApart);
  const list = file?.kind === "table" ? feedbackIn(file.rows) : undefined;
  if (list !== undefined) {
    report({ code: "feedback-not-a-source", at: { kind: "file", file: source.name }, args: list });
    return [];
  }
  if (isNote && file === undefined)
    report({ code: "file-not-an-export", at: { kind: "file", file: source.name }, args: {} });
  return listOf(file);
}

function listOf(file: RawFile | undefined): readonly RawFile[] {
  return file === undefined ? [] : [file];
}

/** A file that must be JSON whatever it looks like, as department.json must. */
export function readTree(source: Source, report: Report): RawTree | undefined {
  const text = readText(source, report);
  return text === undefined ? undefined : readJson(text, report);
}

/** The same source, or, if it is a text that has more of something than is allowed, with word of that in place of what it holds. */
export function boundText(source: Source, limits: Limits): Source {
  if (natureOf(source.bytes) !== "text") return source;
  const decoded = decodeText(source.bytes);
  if (decoded.kind !== "text" || mayBeNote(source, decoded.text)) return source;
  const excess = excessOf(decoded.text, limits);
  if (excess === undefined) return source;
  return {
    ...source,
    opened: excess.kind === "exceeded" ? { ...excess, allowed: limits[excess.limit] } : excess,
  };
}

function readText(source: Source, report: Report): DecodedSource | undefined {
  const { opened } = source;
  if (opened !== undefined && opened.kind !== "sheets") {
    report(whyNot(source.name, opened));
    return undefined;
  }
  if (natureOf(source.bytes) !== "text") {
    report({ code: "file-not-text", at: { kind: "file", file: source.name }, args: {} });
    return undefined;
  }
  const { encoding, separator } = source.forced ?? {};
  const decoded = decodeText(source.bytes, encoding);
  if (decoded.kind === "text") {
    const given = withoutZeros(source, decoded.text, report);
    const text = given.includes("\u001A") ? given.replace(endMark, "") : given;
    return { name: source.name, text, encoding: decoded.encoding, separator };
  }
  if (mayBeNote(source, decoded.text)) {
    report({ code: "file-not-text", at: { kind: "file", file: source.name }, args: {} });
    return undefined;
  }
  report({
    code: "encoding-broken",
    at: placeAfter(decoded.before, source, decoded.text),
    found: `0x${decoded.byte.toString(16).toUpperCase().padStart(2, "0")}`,
    args: { encoding: decoded.encoding },
  });
  return undefined;
}

/** What a text cannot hold is left out before the text is taken apart, as it may lie between a quote and a separator. */
function withoutZeros(source: Source, text: string, report: Report): string {
  const first = text.indexOf("\0");
  if (first < 0) return text;
  const rest = text.replaceAll("\0", "");
  const at = placeAfter(text.slice(0, first), source, text);
  report({ code: "zeros-removed", at, args: { count: text.length - rest.length } });
  return rest;
}

/** Where in its file a text goes on after `before`. */
function placeAfter(before: string, { name: file, forced }: Source, text: string): Place {
  if (looksLikeJson(text)) {
    return { kind: "json", file, ...positionsIn(before)(before.length), pointer: "" };
  }
  const { separator, body } = separateText(before, forced?.separator);
  const { character } = separator.evidence.by === "agreement" ? separateText(text).separator : separator;
  return { kind: "cell", file, ...endPosition(body, character) };
}
