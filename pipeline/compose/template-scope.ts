/** The scope of a path while a template is checked: the context, the contexts around it, block parameters, loops. */

import type { PathNode } from "./parse-template.ts";
import type { Shape } from "./shape.ts";

export type Scope = {
  readonly context: Shape;
  /** What `../` reaches. */
  readonly outer?: Scope;
  readonly root: Shape;
  readonly blockParams: ReadonlyMap<string, Shape>;
  /** The paths that a condition around it found to be there. */
  readonly present: readonly string[];
  /** How many `{{#each}}` surround it: `@first` needs one, `@../first` two. */
  readonly loops: number;
};

export type Resolved =
  | { readonly found: Shape }
  /** The names that are known where the path goes wrong. */
  | { readonly missing: readonly string[] };

const loopShapes: Readonly<Record<string, Shape>> = {
  first: { kind: "flag" },
  last: { kind: "flag" },
  index: { kind: "number" },
  key: { kind: "text" },
};

export function rootScope(shape: Shape): Scope {
  return { context: shape, root: shape, blockParams: new Map(), present: [], loops: 0 };
}

/** The scope inside a block; `{{#if}}` opens none. */
export function enter(
  scope: Scope,
  block: { readonly context: Shape; readonly names: readonly string[]; readonly loop: boolean },
): Scope {
  const [item, index] = block.names;
  const blockParams = new Map(scope.blockParams);
  if (item !== undefined) blockParams.set(item, block.context);
  if (index !== undefined && block.loop) blockParams.set(index, { kind: "number" });
  return {
    context: block.context,
    outer: scope,
    root: scope.root,
    blockParams,
    present: [],
    loops: scope.loops + (block.loop ? 1 : 0),
  };
}

/** A partial sees its context, the loops and the root around it, but neither `../` nor block parameters. */
export function enterPartial(scope: Scope, context: Shape): Scope {
  return { context, root: scope.root, blockParams: new Map(), present: [], loops: scope.loops };
}

/** Looks a path up as Handlebars will at run time, but in shapes. */
export function resolvePath(path: PathNode, scope: Scope): Resolved {
  if (path.data) return resolveData(path, scope);
  const [head, ...rest] = path.parts;
  const scoped = /^(?:\.|this\b)/u.test(path.original);
  if (head !== undefined && path.depth === 0 && !scoped) {
    const param = scope.blockParams.get(head);
    if (param !== undefined) return follow(param, rest);
  }
  let at: Scope | undefined = scope;
  for (let depth = 0; depth < path.depth; depth += 1) at = at?.outer;
  return at === undefined ? { missing: [] } : follow(at.context, path.parts);
}

function resolveData(path: PathNode, scope: Scope): Resolved {
  const [head = "", ...rest] = path.parts;
  if (head === "root") return follow(scope.root, rest);
  const shape = Object.hasOwn(loopShapes, head) ? loopShapes[head] : undefined;
  if (shape !== undefined && rest.length === 0 && scope.loops > path.depth) return { found: shape };
  return {
    missing: ["@root", ...(scope.loops > 0 ? Object.keys(loopShapes).map((name) => `@${name}`) : [])],
  };
}

function follow(start: Shape, parts: readonly string[]): Resolved {
  let shape = start;
  for (const part of parts) {
    const next = memberOf(shape, part);
    if (next === undefined) return { missing: shape.kind === "record" ? Object.keys(shape.fields) : [] };
    shape = next;
  }
  return { found: shape };
}

function memberOf(shape: Shape, name: string): Shape | undefined {
  if (shape.kind === "record") return Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined;
  if (shape.kind === "list" && name === "length") return { kind: "number" };
  return undefined;
}
