/**
 * A template's text → its tree, or the diagnostic that says on which line it stops being a template; and the kinds of
 * node in the tree, which Handlebars' own types do not tell apart.
 */
import Handlebars from "handlebars";
import type { Report } from "../diagnostics/index.ts";

/** A template as it was parsed. */
export type ParsedTemplate = { readonly file: string; readonly program: Program };

/** A file of a form: its path, for messages, and its text. */
export type TemplateFile = { readonly name: string; readonly text: string };

export function parseTemplate({ name, text }: TemplateFile, report: Report): ParsedTemplate | undefined {
  try {
    // Line breaks are taken out by prepareMarkup, by one rule for all; Handlebars' own rule would do half of it first.
    return {
      file: name,
      program: Handlebars.parse(text.replace(/^\u{FEFF}/u, ""), { ignoreStandalone: true }),
    };
  } catch (error) {
    const { line, column, reason } = failureOf(error);
    const at = { kind: "template", file: name, line, column } as const;
    report({ code: "template-syntax", at, args: { reason } });
    return undefined;
  }
}

export type TemplateFailure = {
  readonly line: number;
  readonly column: number | undefined;
  readonly reason: string;
};

/** Handlebars gives the line in properties, or only in the words of a grammar error: `Parse error on line 3:`. */
export function failureOf(error: unknown): TemplateFailure {
  const message = error instanceof Error ? error.message : String(error);
  const [, said] = /^Parse error on line (\d+)/u.exec(message) ?? [];
  const line = numberAt(error, "lineNumber") ?? Number(said ?? 1);
  const column = numberAt(error, "column");
  const reason = message.replace(/^Parse error on line \d+:\s*/u, "").replace(/ - \d+:\d+$/u, "");
  return {
    line,
    column: column === undefined ? undefined : column + 1,
    reason: reason.replace(/\s*\n\s*/gu, " "),
  };
}

function numberAt(error: unknown, key: string): number | undefined {
  const value: unknown = typeof error === "object" && error !== null ? Reflect.get(error, key) : undefined;
  return typeof value === "number" ? value : undefined;
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
