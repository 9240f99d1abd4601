/**
 * Makes a parsed template's markup ready to print: takes out the template's own line breaks and indentation, gives
 * each tag its place, and each value that stands in text its source, so that printed markup holds nothing but values
 * and can name where lines and values come from.
 */
import type { TemplatePlace } from "../diagnostics/index.ts";
import { type BlockContext, listOf, markSource } from "./mark-sources.ts";
import {
  type BlockNode,
  type ContentNode,
  expression,
  type Program,
  statements,
  type TemplatePosition,
} from "./parse-template.ts";
import type { Tag } from "./tokenise.ts";

/** Carries `file:line:column` through the printed markup; templates may not use it themselves. */
export const placeAttribute = "data-at";

/** Where in its template a tag is; undefined if the tag does not say. */
export function placeOfTag({ attributes }: Pick<Tag, "attributes">, file: string): TemplatePlace | undefined {
  const [, line, column] = (attributes.get(placeAttribute) ?? "").split(":").map(Number);
  if (!line || !column) return undefined;
  return { kind: "template", file, line, column };
}

/** Replaces a printed value when a template's markup is checked without being run. */
export const valueMark = "\u{FFFC}";

type State = "text" | "tag" | "double-quoted" | "single-quoted" | "comment";
type Walk = { state: State; readonly file: number; readonly flat: string[] };

/**
 * Changes the content of `program`, which must be freshly parsed.
 *
 * @returns all markup of the template in order, both sides of every condition, with a mark for each value.
 */
export function prepareMarkup(program: Program, file: number): string {
  const walk: Walk = { state: "text", file, flat: [] };
  visit(program, [], walk);
  return walk.flat.join("");
}

function visit(program: Program | undefined, contexts: readonly BlockContext[], walk: Walk): void {
  for (const node of statements(program)) {
    if (node.type === "ContentStatement") {
      node.value = prepareContent(node, walk);
      walk.flat.push(node.value);
    } else if (node.type === "BlockStatement") {
      visit(node.program, contextsIn(node, contexts), walk);
      separate(walk);
      visit(node.inverse, contexts, walk);
      separate(walk);
    } else if (node.type === "MustacheStatement") {
      // An attribute is not printed.
      if (walk.state === "text") markSource(node, contexts);
      walk.flat.push(valueMark);
    }
  }
}

function contextsIn(node: BlockNode, contexts: readonly BlockContext[]): readonly BlockContext[] {
  const name = node.path.original;
  if (name !== "each" && name !== "with") return contexts;
  const [subject] = node.params.map(expression);
  const list = name === "each" ? listOf(subject) : undefined;
  return [{ list, params: node.program?.blockParams ?? [] }, ...contexts];
}

/** Two branches of a condition inside a tag must not run together into one attribute. */
function separate(walk: Walk): void {
  if (walk.state === "tag") walk.flat.push(" ");
  else if (walk.state !== "text") walk.flat.push(valueMark);
}

function prepareContent(node: ContentNode, walk: Walk): string {
  const pieces = node.value.split(/(<!--|-->|<\/?[A-Za-z][^\s/>"']*|[ \t]*\r?\n[ \t\r\n]*|["'>])/u);
  // `~` strips white space from the value; its lines still count.
  const stripped = node.original.slice(0, node.original.indexOf(node.value));
  let position = after(stripped, node.loc.start);
  const prepared: string[] = [];
  let last: string | undefined;
  for (const [index, piece] of pieces.entries()) {
    const before = walk.state;
    walk.state = nextState(before, piece);
    const at = `${walk.file}:${position.line}:${position.column + 1}`;
    const done = preparePiece(piece, { state: before, at, last, next: pieces[index + 1] });
    prepared.push(done);
    last = done.at(-1) ?? last;
    position = after(piece, position);
  }
  return prepared.join("");
}

/** Behind a text that begins at a position. */
function after(text: string, { line, column }: TemplatePosition): TemplatePosition {
  const lines = text.split("\n");
  const last = lines.at(-1)?.length ?? 0;
  return lines.length === 1
    ? { line, column: column + last }
    : { line: line + lines.length - 1, column: last };
}

function nextState(state: State, piece: string): State {
  if (state === "comment") return piece === "-->" ? "text" : "comment";
  if (state === "double-quoted") return piece === '"' ? "tag" : state;
  if (state === "single-quoted") return piece === "'" ? "tag" : state;
  if (state === "tag") {
    if (piece === ">") return "text";
    if (piece === '"') return "double-quoted";
    return piece === "'" ? "single-quoted" : "tag";
  }
  if (piece === "<!--") return "comment";
  return piece.startsWith("<") ? "tag" : "text";
}

type Piece = {
  readonly state: State;
  readonly at: string;
  readonly last: string | undefined;
  readonly next: string | undefined;
};

function preparePiece(piece: string, { state, at, last, next }: Piece): string {
  if (/^[ \t]*\r?\n/u.test(piece)) {
    if (state !== "text") return " ";
    // Latin words on two lines stay two words; between Han characters, tags and values a line break is nothing.
    return isLatin(last) && isLatin(next?.at(0)) ? " " : "";
  }
  if (state === "text" && /^<[A-Za-z]/u.test(piece)) return `${piece} ${placeAttribute}="${at}"`;
  return piece;
}

function isLatin(character: string | undefined): boolean {
  return character !== undefined && /[\p{Script=Latin}\d,.;:]/u.test(character);
}
