/**
 * A template's text → its tree, or the diagnostic that says on which line it stops being a template; and the kinds of
 * node in the tree, which Handlebars' own types do not tell apart.
 */
import Handlebars from "handlebars";
import type { Diagnostic, Report } from "../diagnostics/index.ts";
import { syntaxFault } from "./handlebars-faults.ts";
import { limitExceeded, limitExceededBy, type TemplateLimits } from "./template-limits.ts";

/** A template as it was parsed. */
export type ParsedTemplate = {
  readonly file: string;
  readonly program: Program;
  /** Characters of its text. */
  readonly length: number;
};

/** A file of a form: its path, for messages, and its text. */
export type TemplateFile = {
  readonly name: string;
  readonly text: string;
  /** Why it was not read, and has no text. */
  readonly unread?: Diagnostic;
};

export function parseTemplate(
  { name, text }: TemplateFile,
  limits: TemplateLimits,
  report: Report,
): ParsedTemplate | undefined {
  const source = text.replace(/^\u{FEFF}/u, "");
  const excess = limitExceededBy(source, limits);
  if (excess !== undefined) {
    report(limitExceeded(name, excess));
    return undefined;
  }
  try {
    // Line breaks are taken out by prepareMarkup, by one rule for all; Handlebars' own rule would do half of it first.
    return {
      file: name,
      length: source.length,
      program: Handlebars.parse(source, { ignoreStandalone: true }),
    };
  } catch (error) {
    const { line, column, found, problem } = syntaxFault(source, error);
    report({
      code: "template-syntax",
      at: { kind: "template", file: name, line, column },
      found,
      args: { problem, found },
    });
    return undefined;
  }
}

// Handlebars declares its tree in the global namespace `hbs`, which this import brings in.
export type Program = ReturnType<typeof Handlebars.parse>;

export type TemplatePosition = { readonly line: number; readonly column: number };
type At = { readonly loc: { readonly start: TemplatePosition } };

export type PathNode = hbs.AST.PathExpression;
export type ContentNode = At & {
  readonly type: "ContentStatement";
  value: string;
  readonly original: string;
};
export type MustacheNode = hbs.AST.MustacheStatement;
export type BlockNode = Omit<hbs.AST.BlockStatement, "program" | "inverse"> & {
  readonly program?: Program;
  readonly inverse?: Program;
};
export type PartialNode = hbs.AST.PartialStatement;

export type StatementNode =
  | ContentNode
  | MustacheNode
  | BlockNode
  | PartialNode
  | (At & {
      readonly type: "CommentStatement" | "PartialBlockStatement" | "Decorator" | "DecoratorBlock";
    });

export type ExpressionNode =
  | PathNode
  | hbs.AST.SubExpression
  | hbs.AST.StringLiteral
  | hbs.AST.NumberLiteral
  | (At & { readonly type: "BooleanLiteral" | "UndefinedLiteral" | "NullLiteral" });

export function statements(program: Program | undefined): readonly StatementNode[] {
  // Handlebars types every statement as `Statement`; the union above is what its parser makes (version 4.7).
  return (program?.body ?? []) as readonly hbs.AST.Statement[] as readonly StatementNode[];
}

export function expression(node: hbs.AST.Expression): ExpressionNode {
  // As above: the union is what the parser makes.
  return node as ExpressionNode;
}
