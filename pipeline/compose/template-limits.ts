/** How large a template may be, and how much it may print: one that passes a limit is refused before it takes the time or the memory. */
import type { HelperDelegate, HelperOptions } from "handlebars";
import type { Diagnostic, TemplateLimit } from "../diagnostics/index.ts";
import { withoutSources } from "./value-source.ts";

export type TemplateLimits = Readonly<Record<TemplateLimit, number>>;

/**
 * A hundred times what the shipped forms have. One template of a list prints all rows of a department, so what counts
 * in one printing leaves room for 150,000 of them.
 */
export const templateLimits: TemplateLimits = {
  /** Characters of a file. */
  template: 500_000,
  /** Blocks inside blocks, or calls in brackets inside such. */
  nesting: 100,
  /** Uses of partials, those inside other partials counted for each use of these. */
  partials: 2000,
  /** Rounds of all loops in one printing. */
  rounds: 1_000_000,
  /** Characters of one printing. */
  output: 100_000_000,
  /** Of one printing. */
  elements: 5_000_000,
  /** Characters of a cell or paragraph, which are set as one and may come to stand on one page: thirty cells of the longest. */
  glyphs: 1_000_000,
};

type TemplateExcess = { readonly limit: TemplateLimit; readonly allowed: number };

/** Thrown while a template prints. */
export class TemplateLimitExceeded extends Error implements TemplateExcess {
  readonly limit: TemplateLimit;
  readonly allowed: number;

  constructor({ limit, allowed }: TemplateExcess) {
    super(`more ${limit} than allowed`);
    this.limit = limit;
    this.allowed = allowed;
  }
}

/** Of a template as a whole: no one place of it is at fault. */
export function limitExceeded(file: string, { limit, allowed }: TemplateExcess): Diagnostic {
  return {
    code: "template-exceeds-limit",
    at: { kind: "template", file, line: 1, column: 1 },
    args: { limit, allowed },
  };
}

/** What opens a block, goes on with one ({{else if …}}, which stands inside what it goes on with) or closes it. */
const blockMark = /\{\{~?(?:([#/])|(\^)(?!\s*~?\}\})|\s*(else)(?!\s*~?\}\}))/gu;

/** Of a text that need not be a template: the parser takes time by the square of the depth. */
export function limitExceededBy(text: string, limits: TemplateLimits): TemplateExcess | undefined {
  if (text.length > limits.template) return { limit: "template", allowed: limits.template };
  const tooDeep = { limit: "nesting", allowed: limits.nesting } as const;
  // By open block, how many end with it.
  const open: number[] = [];
  let depth = 0;
  for (const [, mark, , further] of text.matchAll(blockMark)) {
    if (mark === "/") depth -= open.pop() ?? 0;
    else {
      open.push(1 + (further === undefined ? 0 : (open.pop() ?? 0)));
      depth += 1;
    }
    if (depth > limits.nesting) return tooDeep;
  }
  return deepestCall(text) > limits.nesting ? tooDeep : undefined;
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

type Bounds = {
  readonly each: HelperDelegate;
  /** Prints a value of a view, and counts it before it is joined to all the others. */
  readonly value: (printed: unknown) => unknown;
  /** @throws TemplateLimitExceeded */
  readonly print: (template: () => string) => string;
};

/** What one printing counts together. `each` is Handlebars' own, and goes through its list as ever. */
export function boundPrinting(each: HelperDelegate | undefined, limits: TemplateLimits): Bounds {
  let [rounds, printed, values] = [0, 0, 0];
  const hold = (limit: TemplateLimit, count: number) => {
    const allowed = limits[limit];
    if (count > allowed) throw new TemplateLimitExceeded({ limit, allowed });
  };
  return {
    each(this: unknown, context: unknown, options: HelperOptions) {
      const fn: HelperOptions["fn"] = (item, data) => {
        rounds += 1;
        hold("rounds", rounds);
        const before = printed;
        const output = options.fn(item, data);
        // With what the loops inside of it have printed.
        printed = before + output.length;
        hold("output", printed);
        return output;
      };
      // `this` is what {{else}} prints for an empty list.
      return each?.call(this, context, { ...options, fn }) ?? "";
    },
    value: (one) => {
      values += String(one).length;
      hold("output", values);
      return one;
    },
    print: (template) => {
      [rounds, printed, values] = [0, 0, 0];
      const output = template();
      hold("output", output.length);
      // An element takes four characters, and what is printed of a project is far from any limit.
      if (output.length > Math.min(limits.glyphs, 4 * limits.elements)) {
        const { elements, glyphs } = measureMarkup(output);
        hold("elements", elements);
        hold("glyphs", glyphs);
      }
      return output;
    },
  };
}

/** Elements within a text, which goes on behind them. */
const withinText: ReadonlySet<string> = new Set(["br", "strong"]);

/** How many elements markup has, and characters its longest cell or paragraph. */
function measureMarkup(markup: string): { readonly elements: number; readonly glyphs: number } {
  let [elements, glyphs, length, from] = [0, 0, 0, 0];
  for (const { 0: tag, 1: slash, 2: name = "", index } of markup.matchAll(/<(\/?)([A-Za-z]\w*)[^>]*>/gu)) {
    length += lengthOfText(markup, from, index);
    from = index + tag.length;
    if (slash === "") elements += 1;
    if (withinText.has(name)) continue;
    glyphs = Math.max(glyphs, length);
    length = 0;
  }
  return { elements, glyphs: Math.max(glyphs, length + lengthOfText(markup, from, markup.length)) };
}

/** Long ones without the marks of where their values come from. */
function lengthOfText(markup: string, from: number, to: number): number {
  return to - from < 1000 ? to - from : withoutSources(markup.slice(from, to)).length;
}
