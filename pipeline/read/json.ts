/** Turns a JSON text into a tree in which every value knows its line, column and pointer, and numbers keep their text. */
import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { JsonPlace, Report, SyntaxProblem } from "../diagnostics/index.ts";
import type { RawEntry, RawNode, RawTree } from "./raw.ts";
import type { DecodedSource } from "./source.ts";
import { type Position, positionsIn } from "./text-position.ts";

type Context = {
  readonly file: string;
  readonly text: string;
  readonly position: (offset: number) => Position;
  readonly report: Report;
};

/** Undefined if it is no JSON: every error of syntax and every repeated key is reported. */
export function readJson({ name, text, encoding }: DecodedSource, report: Report): RawTree | undefined {
  let sound = true;
  const context: Context = {
    file: name,
    text,
    position: positionsIn(text),
    report: (diagnostic) => {
      sound = false;
      report(diagnostic);
    },
  };
  try {
    const errors: ParseError[] = [];
    const node = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
    reportErrors(errors, context);
    const root = node === undefined || errors.length > 0 ? undefined : toRaw(node, "", context);
    return root !== undefined && sound ? { kind: "tree", file: name, readAs: { encoding }, root } : undefined;
  } catch (error) {
    // The parser and the walk below are recursive: a hundred thousand brackets exhaust the stack.
    if (!(error instanceof RangeError)) throw error;
    report({ code: "json-too-deep", at: { kind: "file", file: name }, args: {} });
    return undefined;
  }
}

function reportErrors(errors: readonly ParseError[], context: Context): void {
  const end = context.text.trimEnd().length;
  let last = -1;
  for (const { error, offset, length } of errors) {
    // The parser reports what follows from one mistake at the same spot again.
    if (offset === last) continue;
    last = offset;
    const unfinished = /String|Symbol|Number/u.test(printParseErrorCode(error));
    const cutOff = offset + (unfinished ? length : 0) >= end;
    const chinese = chinesePunctuation(
      printParseErrorCode(error),
      context.text.slice(offset, offset + length),
    );
    const found = context.text.slice(offset, offset + 16).split(/[\r\n]/u)[0] ?? "";
    context.report({
      code: "json-broken",
      at: placeAt(offset, "", context),
      found: found || undefined,
      args: {
        problem: chinese
          ? "chinese-punctuation"
          : cutOff
            ? "cut-off"
            : (problems[printParseErrorCode(error)] ?? "value"),
      },
    });
    // Everything that is missing after the end is missing for this one reason, and one wrong quote breaks all that follows.
    if (cutOff || chinese) return;
  }
}

/** Whether a sign of the Chinese keyboard was typed for one of JSON's own; inside a text it is no error. */
function chinesePunctuation(problem: string, token: string): boolean {
  if (!token.startsWith('"')) return /[“”‘’＂：，；｛｝［］【】]/u.test(token);
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
      return { kind: "text", text: String(node.value), at };
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
  return { kind: "json", file: context.file, ...context.position(offset), pointer };
}
