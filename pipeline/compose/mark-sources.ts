/** A template's `{{budget.total}}` → a call that prints the value with a mark of where it comes from (`value-source.ts`). */
import { type ExpressionNode, expression, type MustacheNode, type PathNode } from "./parse-template.ts";
import { sourceHelper } from "./value-source.ts";

/** A block that has a context of its own: `each` of a list, or `with`. The innermost comes first. */
export type BlockContext = {
  /** The list, if the block goes through one. */
  readonly list?: PathNode | undefined;
  readonly params: readonly string[];
};

/** Changes the node. Literals, loop data and calls of helpers are no values of a view and stay as they are. */
export function markSource(node: MustacheNode, contexts: readonly BlockContext[]): void {
  const path = expression(node.path);
  if (path.type !== "PathExpression" || path.data || node.params.length > 0) return;
  const call = callFor(path, contexts);
  if (call === undefined) return;
  const { loc } = path;
  node.path = { ...path, depth: 0, parts: [sourceHelper], original: sourceHelper };
  const name = { type: "StringLiteral", value: call.name, original: call.name, loc };
  node.params = call.index === undefined ? [call.view, name] : [call.view, name, call.index];
}

type Call = { readonly view: PathNode; readonly name: string; readonly index?: PathNode };

function callFor(path: PathNode, contexts: readonly BlockContext[]): Call | undefined {
  const name = path.parts.at(-1);
  if (name === undefined) return itemOf(path, path.depth, contexts);
  const isBare = path.parts.length === 1 && path.depth === 0 && !isScoped(path);
  const out = isBare ? contexts.findIndex(({ params }) => params.includes(name)) : -1;
  if (out < 0) return { view: holderOf(path), name };
  // The second parameter of a loop counts.
  return contexts[out]?.params[0] === name ? itemOf(path, out, contexts) : undefined;
}

/** The value is the item of a loop over texts: `{{this}}`, or the loop's block parameter; `out`: contexts to leave. */
function itemOf(path: PathNode, out: number, contexts: readonly BlockContext[]): Call | undefined {
  const list = contexts[out]?.list;
  const name = list?.parts.at(-1);
  if (list === undefined || name === undefined || list.data) return undefined;
  const [head = ""] = list.parts;
  const outside = contexts.slice(out + 1);
  const byParam = list.depth === 0 && !isScoped(list) && outside.some(({ params }) => params.includes(head));
  // A block parameter is known at every depth, and only without `../`.
  const view = holderOf(byParam ? list : { ...list, depth: list.depth + out + 1 });
  if (byParam && view.parts.length === 0) return undefined;
  const loops = contexts.slice(0, out).filter((context) => context.list !== undefined).length;
  const index = { ...path, data: true, depth: loops, parts: ["index"], original: "@index" };
  return { view, name, index };
}

/** `{{this.item}}` never means the block parameter. */
function isScoped(path: PathNode): boolean {
  return /^(?:\.|this\b)/u.test(path.original);
}

/** The path without its last name. */
function holderOf(path: PathNode): PathNode {
  const parts = path.parts.slice(0, -1);
  const scoped = isScoped(path) || parts.length === 0 ? ["this"] : [];
  return { ...path, parts, original: `${"../".repeat(path.depth)}${[...scoped, ...parts].join(".")}` };
}

/** The path that a block goes through, if it is a path. */
export function listOf(subject: ExpressionNode | undefined): PathNode | undefined {
  return subject?.type === "PathExpression" ? subject : undefined;
}
