/** A parsed template + the shape of its view → every path, helper, label and partial in it that does not exist. */
import type { Report, TemplatePlace } from "../diagnostics/index.ts";
import { nearestFieldName, nearestName } from "../records/index.ts";
import { type FieldUse, fieldsOfShape } from "./field-use.ts";
import { nearestPath, undeclaredField } from "./nearest-path.ts";
import {
  type BlockNode,
  type ExpressionNode,
  expression,
  type MustacheNode,
  type ParsedTemplate,
  type PartialNode,
  type PathNode,
  type Program,
  type StatementNode,
  statements,
  type TemplatePosition,
} from "./parse-template.ts";
import { record, type Shape } from "./shape.ts";
import { limitExceeded, type TemplateLimits } from "./template-limits.ts";
import { enter, enterPartial, resolvePath, rootScope, type Scope } from "./template-scope.ts";

export type PathRules = {
  readonly partials: ReadonlyMap<string, ParsedTemplate>;
  /** The fields that `{{label}}` may name. */
  readonly labels: readonly string[];
  readonly limits: TemplateLimits;
};

type Walk = PathRules & {
  readonly file: string;
  /** The template that is checked, whatever partial `file` is. */
  readonly outermost: string;
  /** The partials being looked into, outermost first. */
  readonly inside: readonly string[];
  /** Told of each use of a partial: the limit that it passes, if any. */
  readonly use: (partial: ParsedTemplate) => "partials" | "output" | undefined;
  readonly report: Report;
  readonly see: See;
};

/** Told of what a template does that is no fault. */
export type See = {
  readonly use: (use: FieldUse) => void;
  readonly file: (name: string) => void;
  readonly doubt: Report;
};
type Located = { readonly loc: { readonly start: TemplatePosition } };

const blocks = ["if", "unless", "each", "with"] as const;
const helpers: readonly string[] = [...blocks, "label", "present"];
const statementKinds = {
  PartialBlockStatement: "{{#> }}",
  Decorator: "{{* }}",
  DecoratorBlock: "{{#* }}",
} as const;

/** Follows partials with the context they are given, so that a partial is checked for each of its uses. */
export function checkPaths(
  template: ParsedTemplate,
  shape: Shape,
  rules: PathRules,
  { report, see }: { readonly report: Report; readonly see: See },
): void {
  let [uses, length] = [0, template.length];
  const use: Walk["use"] = (partial) => {
    uses += 1;
    length += partial.length;
    if (uses > rules.limits.partials) return "partials";
    return length > rules.limits.output ? "output" : undefined;
  };
  const walk = { ...rules, file: template.file, outermost: template.file, inside: [], use, report, see };
  see.file(template.file);
  checkProgram(template.program, rootScope(shape), walk);
}

function checkProgram(program: Program | undefined, scope: Scope, walk: Walk): void {
  for (const node of statements(program)) checkStatement(node, scope, walk);
}

function checkStatement(node: StatementNode, scope: Scope, walk: Walk): void {
  switch (node.type) {
    case "MustacheStatement":
      checkMustache(node, scope, walk);
      break;
    case "BlockStatement":
      checkBlock(node, scope, walk);
      break;
    case "PartialStatement":
      checkPartial(node, scope, walk);
      break;
    case "ContentStatement":
    case "CommentStatement":
      break;
    case "PartialBlockStatement":
    case "Decorator":
    case "DecoratorBlock":
      unsupported(statementKinds[node.type], node, walk);
  }
}

function checkMustache(node: MustacheNode, scope: Scope, walk: Walk): void {
  const callee = expression(node.path);
  if (!node.escaped) {
    unsupported("{{{ }}}", node, walk);
  } else if (callee.type !== "PathExpression") {
    unsupported('{{"…"}}', node, walk);
  } else if (node.params.length > 0 || node.hash !== undefined || helpers.includes(callee.original)) {
    // `{{label}}` alone is a call too: a helper's name wins over any field.
    if (callee.original === "label") checkLabel(node, node.params.map(expression), walk);
    else unknownHelper(callee.original, ['{{label "…"}}'], node, walk);
  } else {
    const shape = shapeOf(callee, scope, walk, { printed: true });
    if (shape === undefined) return;
    if (shape.kind !== "text" && shape.kind !== "number")
      wrongKind(callee, { is: shape.kind, needs: "text" }, walk);
    else doubtPath(callee, scope, walk);
  }
}

function checkLabel(node: Located, params: readonly ExpressionNode[], walk: Walk): void {
  const [field] = params;
  if (field?.type !== "StringLiteral" || params.length !== 1) {
    unknownHelper("label", ['{{label "project.code"}}'], node, walk);
  } else if (!walk.labels.includes(field.value)) {
    const nearest = nearestFieldName(field.value, walk.labels);
    const args = { field: field.value, nearest, allowed: walk.labels.join(" ") };
    walk.report({ code: "template-unknown-label", at: placeOf(field, walk), found: field.value, args });
  } else {
    walk.see.use({
      field: field.value,
      printed: false,
      at: placeOf(field, walk),
      template: walk.outermost,
    });
  }
}

function checkBlock(node: BlockNode, scope: Scope, walk: Walk): void {
  const name = node.path.original;
  const kind = blocks.find((block) => block === name);
  const [subject, ...more] = node.params.map(expression);
  if (kind === undefined) {
    unknownHelper(
      `{{#${name}}}`,
      blocks.map((block) => `{{#${block} …}}`),
      node,
      walk,
    );
  } else if (subject === undefined || more.length > 0 || node.hash !== undefined) {
    unknownHelper(`{{#${kind}}}`, [`{{#${kind} path}}`], node, walk);
  } else {
    const inner = blockScope({ kind, subject, node }, scope, walk);
    if (inner !== undefined) checkProgram(node.program, inner, walk);
    checkProgram(node.inverse, kind === "unless" ? known(subject, scope) : scope, walk);
    return;
  }
  checkProgram(node.inverse, scope, walk);
}

/** The scope in which what a condition asked for is there. */
function known(subject: ExpressionNode, scope: Scope): Scope {
  return subject.type === "PathExpression"
    ? { ...scope, present: [...scope.present, subject.original] }
    : scope;
}

/** A value inside of what only some data have, such as the merged label of a row, fails with all others. */
function doubtPath(path: PathNode, scope: Scope, walk: Walk): void {
  for (let length = 1; length < path.parts.length; length += 1) {
    const parts = path.parts.slice(0, length);
    const holder = resolvePath({ ...path, parts }, scope);
    if (!("found" in holder) || holder.found.kind !== "record" || holder.found.optional !== true) continue;
    const after = `.${path.parts.slice(length).join(".")}`;
    const record = path.original.slice(0, path.original.length - after.length);
    if (scope.present.includes(record)) continue;
    const args = { path: path.original, record };
    walk.see.doubt({ code: "template-path-optional", at: placeOf(path, walk), found: path.original, args });
    return;
  }
}

/** The label of a group is a text of no field where the form groups by none: it is never there. */
function doubtGroup(subject: ExpressionNode, shape: Shape, walk: Walk): void {
  if (shape.kind !== "record" || shape.optional !== true || subject.type !== "PathExpression") return;
  const { text } = shape.fields;
  if (text?.kind !== "text" || text.field !== "") return;
  const path = subject.original;
  walk.see.doubt({ code: "template-group-missing", at: placeOf(subject, walk), found: path, args: { path } });
}

type OpenBlock = {
  readonly kind: (typeof blocks)[number];
  readonly subject: ExpressionNode;
  readonly node: BlockNode;
};

/** The scope inside; undefined if the subject is wrong: that was reported, and its inside would only echo it. */
function blockScope({ kind, subject, node }: OpenBlock, scope: Scope, walk: Walk): Scope | undefined {
  const shape = shapeOf(subject, scope, walk);
  if (shape !== undefined) doubtGroup(subject, shape, walk);
  if (kind === "if") return known(subject, scope);
  if (kind === "unless") return scope;
  if (shape === undefined) return undefined;
  const names = node.program?.blockParams ?? [];
  if (kind === "each" && shape.kind === "list") {
    return enter(scope, { context: shape.of, names, loop: true });
  }
  if (kind === "with" && shape.kind === "record") {
    return enter(scope, { context: shape, names, loop: false });
  }
  wrongKind(subject, { is: shape.kind, needs: kind === "each" ? "list" : "record" }, walk);
  return undefined;
}

/** Checks an expression; undefined if it is wrong, which is reported. */
function shapeOf(
  node: ExpressionNode,
  scope: Scope,
  walk: Walk,
  { printed = false }: { readonly printed?: boolean } = {},
): Shape | undefined {
  switch (node.type) {
    case "PathExpression": {
      const resolved = resolvePath(node, scope);
      if ("found" in resolved) {
        const { found } = resolved;
        const isValue = printed && found.kind === "text" && found.addedUp !== true;
        const horizon = found.kind === "text" ? found.horizon : undefined;
        for (const field of fieldsOfShape(found))
          walk.see.use({
            ...{ field, printed: isValue, horizon },
            ...{ at: placeOf(node, walk), template: walk.outermost },
          });
        return found;
      }
      const path = node.original;
      const nearest = node.data ? nearestName(path, resolved.missing) : nearestPath(path, scope);
      const declare = nearest === "" ? undeclaredField(path) : "";
      const field = missingField(node, scope);
      const args = { path, nearest, declare, field, allowed: resolved.missing.join(" ") };
      walk.report({ code: "template-unknown-path", at: placeOf(node, walk), found: path, args });
      return undefined;
    }
    case "SubExpression":
      return callShape(node, scope, walk);
    case "StringLiteral":
      return { kind: "text" };
    case "NumberLiteral":
      return { kind: "number" };
    case "BooleanLiteral":
      return { kind: "flag" };
    case "UndefinedLiteral":
    case "NullLiteral":
      return unsupported("undefined, null", node, walk);
  }
}

/** The field that would be printed if it were there, as those beside it are of the same scope; "" if none is. */
function missingField(path: PathNode, scope: Scope): string {
  const holder = resolvePath({ ...path, parts: path.parts.slice(0, -1) }, scope);
  const beside =
    "found" in holder && holder.found.kind === "record" ? Object.values(holder.found.fields) : [];
  const [field] = beside.flatMap((one) => (one.kind === "text" ? (one.field ?? []) : []));
  if (field === undefined) return undeclaredField(path.original);
  return `${field.slice(0, field.lastIndexOf(".") + 1)}${path.parts.at(-1)}`;
}

function callShape(node: hbs.AST.SubExpression, scope: Scope, walk: Walk): Shape | undefined {
  const params = node.params.map(expression);
  const [subject] = params;
  if (node.path.original === "label") {
    checkLabel(node, params, walk);
    return { kind: "text" };
  }
  if (node.path.original === "present" && subject !== undefined && params.length === 1) {
    return shapeOf(subject, scope, walk) && { kind: "flag" };
  }
  return unknownHelper(`(${node.path.original})`, ["(present path)", '(label "project.code")'], node, walk);
}

function checkPartial(node: PartialNode, scope: Scope, walk: Walk): void {
  const name = node.name.type === "PathExpression" ? node.name.original : undefined;
  const partial = name === undefined ? undefined : walk.partials.get(name);
  if (name === undefined) {
    unsupported("{{> (…)}}", node, walk);
  } else if (partial === undefined) {
    const known = [...walk.partials.keys()];
    const args = { partial: name, nearest: nearestName(name, known), allowed: known.join(" ") };
    walk.report({ code: "template-unknown-partial", at: placeOf(node, walk), found: name, args });
  } else if (walk.inside.includes(name)) {
    walk.report({ code: "template-partial-cycle", at: placeOf(node, walk), args: { partial: name } });
  } else {
    const limit = walk.use(partial);
    if (limit !== undefined) {
      walk.report(limitExceeded(walk.outermost, { limit, allowed: walk.limits[limit] }));
      return;
    }
    const context = partialContext(node, scope, walk);
    if (context === undefined) return;
    const inside = [...walk.inside, name];
    walk.see.file(partial.file);
    checkProgram(partial.program, enterPartial(scope, context), { ...walk, file: partial.file, inside });
  }
}

function partialContext(node: PartialNode, scope: Scope, walk: Walk): Shape | undefined {
  const [subject] = node.params.map(expression);
  const base = subject === undefined ? scope.context : shapeOf(subject, scope, walk);
  // Handlebars leaves `hash` out if there is none, whatever its types say.
  const pairs = (node.hash as hbs.AST.Hash | undefined)?.pairs ?? [];
  if (base === undefined || pairs.length === 0) return base;
  if (base.kind !== "record") {
    wrongKind(subject ?? node.name, { is: base.kind, needs: "record" }, walk);
    return undefined;
  }
  const added = pairs.flatMap(({ key, value }) => {
    const shape = shapeOf(expression(value), scope, walk);
    return shape === undefined ? [] : [[key, shape] as const];
  });
  return added.length < pairs.length ? undefined : record({ ...base.fields, ...Object.fromEntries(added) });
}

function wrongKind(
  node: Located & { readonly original?: unknown },
  { is, needs }: { readonly is: Shape["kind"]; readonly needs: Shape["kind"] },
  walk: Walk,
): void {
  const path = String(node.original ?? "");
  walk.report({
    code: "template-wrong-kind",
    at: placeOf(node, walk),
    found: path,
    args: { path, is, needs },
  });
}

function unknownHelper(helper: string, allowed: readonly string[], node: Located, walk: Walk): undefined {
  const [, name = ""] = /([\w.]+)/u.exec(helper) ?? [];
  const nearest = helpers.includes(name) ? "" : nearestName(name, helpers, 2);
  const args = { helper, nearest, allowed: allowed.join(" ") };
  walk.report({ code: "template-unknown-helper", at: placeOf(node, walk), found: helper, args });
}

function unsupported(construct: string, node: Located, walk: Walk): undefined {
  const args = { construct };
  walk.report({ code: "template-unsupported", at: placeOf(node, walk), found: construct, args });
}

function placeOf(node: Located, walk: Walk): TemplatePlace {
  const { line, column } = node.loc.start;
  return { kind: "template", file: walk.file, line, column: column + 1 };
}
