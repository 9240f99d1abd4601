/** Turns a JSON text into a tree in which every value knows its line, column and pointer, and numbers keep their text. */
import { type JSONVisitor, type ParseError, parseTree, printParseErrorCode, visit } from "jsonc-parser";
import type { Diagnostic, JsonPlace, Place, Report, SyntaxProblem } from "../diagnostics/index.ts";
import { jsonInScript, type ScriptPiece, type TextPiece } from "./json-script.ts";
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

/**
 * The same, but there may also be one object a line (JSON Lines), which is read as the list of them; or a script that is
 * handed the JSON.
 */
export function readJsonExport(source: DecodedSource, report: Report): RawTree | undefined {
  const { name, text, encoding } = source;
  const script = jsonInScript(text);
  const pieces = script === undefined ? splitObjects(text) : [];
  const root = readRoot(source, report, ({ context, top }) => {
    if (script !== undefined) return parseScript(script, { context, top });
    if (pieces.length < 2) return parseWhole(text, context);
    const items = pieces.flatMap((piece, index) => parsePiece(piece, `/${index}`, context) ?? []);
    return items.length < pieces.length ? undefined : { kind: "list", items, at: top };
  });
  return root && { kind: "tree", file: name, readAs: { encoding }, root };
}

/** One JSON as it is; several by their names, or as a list if two have the same. */
function parseScript(
  pieces: readonly ScriptPiece[],
  { context, top }: { readonly context: Context; readonly top: JsonPlace },
): RawNode | undefined {
  const [only, ...others] = pieces;
  const inPiece = (piece: ScriptPiece, pointer: string) =>
    parsePiece(piece, pointer, { ...context, end: piece.offset + piece.text.length });
  if (only !== undefined && others.length === 0) return inPiece(only, "");
  const isNamed = new Set(pieces.map(({ name }) => name)).size === pieces.length;
  const parsed = pieces.flatMap((piece, index): readonly RawEntry[] => {
    const value = inPiece(piece, `/${isNamed ? escaped(piece.name) : index}`);
    return value === undefined ? [] : [{ key: piece.name, at: value.at, value }];
  });
  if (parsed.length < pieces.length) return undefined;
  return isNamed
    ? { kind: "object", entries: parsed, at: top }
    : { kind: "list", items: parsed.map(({ value }) => value), at: top };
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

function parsePiece({ text, offset }: TextPiece, pointer: string, context: Context): RawNode | undefined {
  const inPiece = { ...context, text, base: offset };
  const { root, errors, repeated } = parse(pointer, inPiece);
  reportErrors(errors, inPiece);
  if (errors.length > 0) return undefined;
  for (const { key, at, first } of repeated)
    context.report({ code: "json-key-repeated", at, also: [first], args: { key } });
  return root;
}

/** The objects of a text in which each begins on a line of its own; a single piece if the first is not one by itself. */
function splitObjects(text: string): readonly TextPiece[] {
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

type Parsed = {
  readonly root: RawNode | undefined;
  readonly errors: readonly ParseError[];
  readonly repeated: readonly Repeated[];
};

/** A list or an object whose end has not come. */
type Open = OpenList | OpenObject;
type OpenList = { readonly kind: "list"; readonly items: RawNode[]; readonly at: JsonPlace };
type OpenObject = {
  readonly kind: "object";
  readonly entries: RawEntry[];
  readonly at: JsonPlace;
  /** The keys of one that has many. */
  keys?: Map<string, JsonPlace>;
  property?: Omit<RawEntry, "value"> | undefined;
};
type Repeated = { readonly key: string; readonly at: JsonPlace; readonly first: JsonPlace };

/** Values are built while they are parsed: a tree of the parser's own beside ours takes as much memory again. */
function parse(pointer: string, context: Context): Parsed {
  const open: Open[] = [];
  const errors: ParseError[] = [];
  const repeated: Repeated[] = [];
  let root: RawNode | undefined;
  const placeHere = (offset: number): JsonPlace => {
    const around = open.at(-1);
    if (around === undefined) return placeAt(offset, pointer, context);
    const own = around.kind === "object" ? around.property?.at.pointer : undefined;
    const below = around.kind === "list" ? `${around.at.pointer}/${around.items.length}` : around.at.pointer;
    return placeAt(offset, own ?? below, context);
  };
  const add = (node: RawNode): void => {
    const around = open.at(-1);
    if (around === undefined) root ??= node;
    else if (around.kind === "list") around.items.push(node);
    else if (around.property !== undefined) {
      around.entries.push({ key: around.property.key, at: around.property.at, value: node });
      around.property = undefined;
    }
  };
  const textOrWhatItHolds = (text: string, at: JsonPlace): RawNode => {
    const opened = openText(text, at, context);
    for (const one of opened?.repeated ?? []) repeated.push(one);
    return opened?.root ?? { kind: "text", text, at };
  };
  const visitor: JSONVisitor = {
    onObjectBegin: (offset) => {
      const [at, entries]: [JsonPlace, RawEntry[]] = [placeHere(offset), []];
      add({ kind: "object", entries, at });
      open.push({ kind: "object", entries, at });
    },
    onArrayBegin: (offset) => {
      const [at, items]: [JsonPlace, RawNode[]] = [placeHere(offset), []];
      add({ kind: "list", items, at });
      open.push({ kind: "list", items, at });
    },
    onObjectEnd: () => void open.pop(),
    onArrayEnd: () => void open.pop(),
    onObjectProperty: (key, offset) => {
      const around = open.at(-1);
      if (around?.kind !== "object") return;
      const at = placeAt(offset, `${around.at.pointer}/${escaped(key)}`, context);
      const first = placeOfKey(around, key, at);
      if (first !== undefined) repeated.push({ key, at, first });
      around.property = { key, at };
    },
    onLiteralValue: (value: unknown, offset, length) => {
      const at = placeHere(offset);
      if (typeof value === "string") add(textOrWhatItHolds(value, at));
      else if (typeof value === "number")
        add({ kind: "number", text: context.text.slice(offset, offset + length), at });
      else add(typeof value === "boolean" ? { kind: "boolean", value, at } : { kind: "null", at });
    },
    onError: (error, offset, length) => void errors.push({ error, offset, length }),
  };
  visit(context.text, visitor, { disallowComments: true, allowTrailingComma: false });
  return { root, errors, repeated };
}

/** Where an object has a key already. Most have few, and no map is made for each of a hundred thousand. */
function placeOfKey(object: OpenObject, key: string, at: JsonPlace): JsonPlace | undefined {
  const { entries } = object;
  if (entries.length < 20) return entries.find((entry) => entry.key === key)?.at;
  object.keys ??= new Map(entries.toReversed().map((entry) => [entry.key, entry.at]));
  const first = object.keys.get(key);
  if (first === undefined) object.keys.set(key, at);
  return first;
}

/** A key as a part of a pointer. */
function escaped(key: string): string {
  return /[~/]/u.test(key) ? key.replaceAll("~", "~0").replaceAll("/", "~1") : key;
}

/** The object or the list of objects that a text holds, everything in it placed where the text begins. */
function openText(text: string, at: JsonPlace, context: Context): Parsed | undefined {
  if (!context.opensTexts || !/^\s*(?:\{.*\}|\[\s*[[{].*\])\s*$/su.test(text)) return undefined;
  const parsed = parse(at.pointer, { ...context, text, base: 0, position: () => at });
  return parsed.errors.length > 0 ? undefined : parsed;
}

function placeAt(offset: number, pointer: string, context: Context): JsonPlace {
  const { line, column } = context.position(context.base + offset);
  return { kind: "json", file: context.file, line, column, pointer };
}
