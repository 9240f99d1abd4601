/** How large a template may be, and how much it may print: one that passes a limit is refused before it takes the time or the memory. */
import type { HelperDelegate, HelperOptions } from "handlebars";
import type { Diagnostic, TemplateLimit } from "../diagnostics/index.ts";

/**
 * A hundred times what the shipped forms have. One template of a list prints all rows of a department, so `rounds` and
 * `output` leave room for 150,000 of them.
 */
export const templateLimits: Readonly<Record<TemplateLimit, number>> = {
  /** Characters of a file. */
  size: 500_000,
  /** Blocks inside blocks, or calls in brackets inside such. */
  depth: 100,
  /** Uses of partials, those inside other partials counted for each use of these. */
  uses: 2000,
  /** Rounds of all loops in one printing. */
  rounds: 1_000_000,
  /** Characters of one printing. */
  output: 100_000_000,
};

/** Thrown while a template prints. */
export class TemplateLimitExceeded extends Error {
  readonly limit: TemplateLimit;

  constructor(limit: TemplateLimit) {
    super(`more ${limit} than allowed`);
    this.limit = limit;
  }
}

/** Of a template as a whole: no one place of it is at fault. */
export function limitExceeded(file: string, limit: TemplateLimit): Diagnostic {
  return {
    code: "template-exceeds-limit",
    at: { kind: "template", file, line: 1, column: 1 },
    args: { limit, allowed: templateLimits[limit] },
  };
}

/** What opens a block, goes on with one ({{else if …}}, which stands inside what it goes on with) or closes it. */
const blockMark = /\{\{~?(?:([#/])|(\^)(?!\s*~?\}\})|\s*(else)(?!\s*~?\}\}))/gu;

/** Of a text that need not be a template: the parser takes time by the square of the depth. */
export function limitExceededBy(text: string): TemplateLimit | undefined {
  if (text.length > templateLimits.size) return "size";
  // By open block, how many end with it.
  const open: number[] = [];
  let depth = 0;
  for (const [, mark, , further] of text.matchAll(blockMark)) {
    if (mark === "/") depth -= open.pop() ?? 0;
    else {
      open.push(1 + (further === undefined ? 0 : (open.pop() ?? 0)));
      depth += 1;
    }
    if (depth > templateLimits.depth) return "depth";
  }
  return deepestCall(text) > templateLimits.depth ? "depth" : undefined;
}

/** How many brackets are open at once in one {{ }}. */
function deepestCall(text: string): number {
  let deepest = 0;
  for (const [mark] of text.matchAll(/\{\{[^}]*/gu)) {
    let open = 0;
    for (const [bracket] of mark.matchAll(/[()]/gu)) {
      open += bracket === "(" ? 1 : -1;
      deepest = Math.max(deepest, open);
    }
  }
  return deepest;
}

/** What all loops of one printing count together. `each` is Handlebars' own, and goes through its list as ever. */
export function boundPrinting(each: HelperDelegate | undefined): {
  readonly each: (this: unknown, context: unknown, options: HelperOptions) => string;
  /** @throws TemplateLimitExceeded */
  readonly print: (template: () => string) => string;
} {
  let [rounds, printed] = [0, 0];
  const print = (template: () => string): string => {
    [rounds, printed] = [0, 0];
    const output = template();
    if (output.length > templateLimits.output) throw new TemplateLimitExceeded("output");
    return output;
  };
  return {
    each(context, options) {
      const fn: HelperOptions["fn"] = (item, data) => {
        rounds += 1;
        if (rounds > templateLimits.rounds) throw new TemplateLimitExceeded("rounds");
        const before = printed;
        const output = options.fn(item, data);
        // With what the loops inside of it have printed.
        printed = before + output.length;
        if (printed > templateLimits.output) throw new TemplateLimitExceeded("output");
        return output;
      };
      // `this` is what {{else}} prints for an empty list.
      return each?.call(this, context, { ...options, fn }) ?? "";
    },
    print,
  };
}
