/** The kinds of node in a parsed template. Handlebars' own types do not tell them apart; these do. */
import type Handlebars from "handlebars";

// Handlebars declares its tree in the global namespace `hbs`, which this import brings in.
export type Program = ReturnType<typeof Handlebars.parse>;

export type Position = { readonly line: number; readonly column: number };
type At = { readonly loc: { readonly start: Position } };

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
