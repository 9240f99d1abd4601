/** Turns a JSON text into a tree in which every value knows its line, column and pointer, and numbers keep their text. */
import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { Diagnostic, JsonPlace, Place, Report, SyntaxProblem } from "../diagnostics/index.ts";
import type { RawEntry, RawNode, RawTree } from "./raw.ts";
import type { DecodedSource } from "./source.ts";
import { type Position, positionsIn } from "./text-position.ts";

type Context = {
  readonly file: string;
  /** What is parsed, and where in the file it begins. */
  readonly text: string;
  readonly base: number;
  /** Where the content of the file ends. */
  readonly end: number;
  readonly position: (offset: number) => Position;
  /** Whether a text that is itself JSON is read as what it holds: systems put one answer into another. */
  readonly opensTexts: boolean;
  readonly report: Report;
};

/** Undefined if it is not JSON, or if a key is repeated; each is reported. */
export function readJson(source: DecodedSource, report: Report): RawTree | undefined {
  const root = readJsonText(source, report);
  return root && { kind: "tree", file: source.name, readAs: { encoding: source.encoding }, root };
}

/** The same of a text whose encoding is known. */
export function readJsonText(
  { name, text }: Pick<DecodedSource, "name" | "text">,
  report: Report,
): RawNode | undefined {
  return readRoot({ name, text }, report, ({ context }) =>
    parseWhole(text, { ...context, opensTexts: false }),
  );
}

/** The same, but there may also be one object a line (JSON Lines), which is read as the list of them. */
export function readJsonExport(source: DecodedSource, report: Report): RawTree | undefined {
  const { name, text, encoding } = source;
  const pieces = splitObjects(text);
  const root = readRoot(source, report, ({ context, top }) => {
    if (pieces.length < 2) return parseWhole(text, context);
    const items = pieces.flatMap((piece, index) => parsePiece(piece, `/${index}`, context) ?? []);
    return items.length < pieces.length ? undefined : { kind: "list", items, at: top };
  });
  return root && { kind: "tree", file: name, readAs: { encoding }, root };
}

type Parse = (given: { readonly context: Context; readonly top: JsonPlace }) => RawNode | undefined;

function readRoot(
  { name, text }: Pick<DecodedSource, "name" | "text">,
  report: Report,
  parse: Parse,
): RawNode | undefined {
  const { faults, add } = openFaults();
  const context: Context = {
    file: name,
    text,
    base: 0,
    end: text.trimEnd().length,
    position: positionsIn(text),
    opensTexts: true,
    report: add,
  };
  try {
    const root = parse({ context, top: placeAt(0, "", context) });
    for (const { also, ...fault } of faults.values())
      report({ ...fault, also: also.length > 0 ? also : undefined });
    return faults.size === 0 ? root : undefined;
  } catch (error) {
    // The parser and the walk below are recursive: a hundred thousand brackets exhaust the stack.
    if (!(error instanceof RangeError)) throw error;
    report({ code: "json-too-deep", at: { kind: "file", file: name }, args: {} });
    return undefined;
  }
}

/** One for each kind of fault, with all its places: a system makes the same one in each of a hundred thousand records. */
function openFaults(): { readonly faults: ReadonlyMap<string, Fault>; readonly add: Report } {
  const faults = new Map<string, Fault>();
  const add: Report = (fault) => {
    const kind = JSON.stringify([fault.code, fault.args]);
    const { at, also = [] } = fault;
    const known = faults.get(kind);
    if (known === undefined) faults.set(kind, { ...fault, also: [...also] });
    else known.also.push(at, ...also);
  };
  return { faults, add };
}

type Fault = Diagnostic & { readonly also: Place[] };

function parseWhole(text: string, context: Context): RawNode | undefined {
  return parsePiece({ text, offset: 0 }, "", context);
}

type Piece = { readonly text: string; readonly offset: number };

function parsePiece({ text, offset }: Piece, pointer: string, context: Context): RawNode | undefined {
  const inPiece = { ...context, text, base: offset };
  const errors: ParseError[] = [];
  const node = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  reportErrors(errors, inPiece);
  return node === undefined || errors.length > 0 ? undefined : toRaw(node, pointer, inPiece);
}

/** The objects of a text in which each begins on a line of its own; a single piece if the first is not one by itself. */
function splitObjects(text: string): readonly Piece[] {
  const starts = [...text.matchAll(/(?<=^\uFEFF?)\{/gmu)].map(({ index }) => index);
  const pieces = starts.map((offset, index) => ({
    offset,
    text: text.slice(offset, starts[index + 1]).trimEnd(),
  }));
  const [first] = pieces;
  if (first === undefined || text.slice(0, first.offset).trim() !== "") return [];
  const errors: ParseError[] = [];
  parseTree(first.text, errors);
  return errors.length === 0 ? pieces : [];
}

/** One failure for each kind of fault: what follows from a fault is none, and the same fault is made all through a file. */
function reportErrors(errors: readonly ParseError[], context: Context): void {
  const told = new Set<SyntaxProblem>();
  for (const error of errors) {
    const problem = problemOf(error, context);
    const found = context.text.slice(error.offset, error.offset + 16).split(/[\r\n]/u)[0] ?? "";
    const at = placeAt(error.offset, "", context);
    if (!told.has(problem))
      context.report({ code: "json-broken", at, found: found || undefined, args: { problem } });
    told.add(problem);
    // After these the parser goes on as if nothing had been wrong; after any other, what it says is guesswork.
    if (problem !== "trailing-comma" && !isComment(error)) return;
  }
}

function isComment({ error }: ParseError): boolean {
  return printParseErrorCode(error) === "InvalidCommentToken";
}

function problemOf({ error, offset, length }: ParseError, { text, base, end }: Context): SyntaxProblem {
  const name = printParseErrorCode(error);
  const token = text.slice(offset, offset + length);
  const rest = text.slice(offset);
  const before = text.slice(0, offset).trimEnd();
  const unfinished = /String|Symbol|Number/u.test(name);
  if (chinesePunctuation(name, token)) return "chinese-punctuation";
  if (offset + (unfinished ? length : 0) >= text.trimEnd().length)
    return base + text.length < end ? "object-cut-off" : "cut-off";
  if (token.startsWith("'")) return "single-quotes";
  if (token.startsWith("#")) return "comment";
  if (before.endsWith(",") && /^[}\],]/u.test(rest)) return "trailing-comma";
  if (/^[{,]?$/u.test(before.slice(-1)) && /^[\p{L}\p{N}_$]+\s*:/u.test(rest)) return "bare-key";
  if (/^(?:None|True|False|NaN|undefined|-?Infinity)\b/u.test(rest)) return "foreign-word";
  return problems[name] ?? "value";
}

/** Whether a sign of the Chinese keyboard was typed for one of JSON's own; inside a text it is no error. */
function chinesePunctuation(problem: string, token: string): boolean {
  if (!token.startsWith('"')) return /^[^']*[“”‘’＂：，；｛｝［］【】]/u.test(token);
  const count = (sign: string): number => token.split(sign).length - 1;
  return problem === "UnexpectedEndOfString" && count("”") > count("“");
}

const problems: Readonly<Record<string, SyntaxProblem>> = {
  InvalidSymbol: "value",
  InvalidNumberFormat: "number",
  PropertyNameExpected: "key",
  ValueExpected: "value",
  ColonExpected: "colon",
  CommaExpected: "comma",
  CloseBraceExpected: "close-object",
  CloseBracketExpected: "close-list",
  EndOfFileExpected: "end",
  InvalidCommentToken: "comment",
  UnexpectedEndOfComment: "comment",
  UnexpectedEndOfString: "string-end",
  UnexpectedEndOfNumber: "number",
  InvalidUnicode: "escape",
  InvalidEscapeCharacter: "escape",
  InvalidCharacter: "control-character",
};

function toRaw(node: Node, pointer: string, context: Context): RawNode {
  const at = placeAt(node.offset, pointer, context);
  switch (node.type) {
    case "string":
      return openText(String(node.value), at, context) ?? { kind: "text", text: String(node.value), at };
    case "number":
      return { kind: "number", text: context.text.slice(node.offset, node.offset + node.length), at };
    case "boolean":
      return { kind: "boolean", value: node.value === true, at };
    case "null":
      return { kind: "null", at };
    case "array": {
      const items = (node.children ?? []).map((item, index) => toRaw(item, `${pointer}/${index}`, context));
      return { kind: "list", items, at };
    }
    case "object":
      return { kind: "object", entries: entriesOf(node, pointer, context), at };
    case "property":
      throw new Error("a property outside an object");
  }
}

/** The object or the list of objects that a text holds, everything in it placed where the text begins. */
function openText(text: string, at: JsonPlace, context: Context): RawNode | undefined {
  if (!context.opensTexts || !/^\s*(?:\{.*\}|\[\s*[[{].*\])\s*$/su.test(text)) return undefined;
  const errors: ParseError[] = [];
  const node = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  if (node === undefined || errors.length > 0) return undefined;
  return toRaw(node, at.pointer, { ...context, text, base: 0, position: () => at });
}

function entriesOf(node: Node, pointer: string, context: Context): RawEntry[] {
  const seen = new Map<string, JsonPlace>();
  return (node.children ?? []).flatMap(({ children: [keyNode, valueNode] = [] }) => {
    if (keyNode === undefined || valueNode === undefined) return [];
    const key = String(keyNode.value);
    const below = `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    const at = placeAt(keyNode.offset, below, context);
    const first = seen.get(key);
    if (first !== undefined) context.report({ code: "json-key-repeated", at, also: [first], args: { key } });
    seen.set(key, first ?? at);
    return [{ key, at, value: toRaw(valueNode, below, context) }];
  });
}

function placeAt(offset: number, pointer: string, context: Context): JsonPlace {
  return { kind: "json", file: context.file, ...context.position(context.base + offset), pointer };
}
