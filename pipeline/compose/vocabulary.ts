/** The markup that templates may use: each element with its possible parents and attributes. */

export type AttributeKind =
  /** Present or absent; it takes no value. */
  | { readonly kind: "flag" }
  | { readonly kind: "word"; readonly words: readonly string[] }
  /** 1, 2, 3, … */
  | { readonly kind: "count" }
  | { readonly kind: "positive" }
  | { readonly kind: "text" }
  /** One style name, or as many as `count` says, of the theme's text or table styles. */
  | { readonly kind: "style"; readonly of: "text" | "table"; readonly count: number };

export type ElementRule = {
  /** `report` and `project`: what cover, contents and parts print, and what a form's project.hbs prints. */
  readonly inside: readonly (ElementName | "report" | "project")[];
  readonly attributes: Readonly<Record<string, AttributeKind>>;
  readonly text: boolean;
  /** The style if no class is given. */
  readonly style?: string;
};

const elementNames = [
  "section",
  "h1",
  "h2",
  "h3",
  "p",
  "nav",
  "table",
  "colgroup",
  "col",
  "thead",
  "tbody",
  "tr",
  "th",
  "td",
  "br",
  "strong",
] as const;
export type ElementName = (typeof elementNames)[number];

const flag = { kind: "flag" } as const;
const count = { kind: "count" } as const;
const positive = { kind: "positive" } as const;
const textStyle = { kind: "style", of: "text", count: 1 } as const;
const pageBreak = { kind: "word", words: ["before"] } as const;

const heading = (style: string): ElementRule => ({
  inside: ["section", "project"],
  attributes: { class: textStyle, "data-page-break": pageBreak },
  text: true,
  style,
});
const cell = (style: string): ElementRule => ({
  inside: ["tr"],
  attributes: {
    class: textStyle,
    rowspan: count,
    colspan: count,
    "data-repeats": flag,
    "data-entry": { kind: "word", words: ["1", "2", "3"] },
  },
  text: true,
  style,
});
const plain = (...inside: ElementRule["inside"]): ElementRule => ({ inside, attributes: {}, text: false });

/** Reading this table is reading the vocabulary; `templates/README.md` shows it to authors. */
export const vocabulary: Readonly<Record<ElementName, ElementRule>> = {
  section: {
    inside: ["report"],
    attributes: {
      "data-numbering": { kind: "word", words: ["none", "roman", "decimal"] },
      "data-continues": flag,
      "data-orientation": { kind: "word", words: ["portrait", "landscape", "auto"] },
      "data-centred": flag,
    },
    text: false,
  },
  h1: heading("part"),
  h2: heading("heading-1"),
  h3: heading("heading-2"),
  p: {
    inside: ["section", "project", "td", "th"],
    attributes: {
      class: textStyle,
      "data-page-break": pageBreak,
      "data-keep": { kind: "word", words: ["next"] },
    },
    text: true,
    style: "body",
  },
  nav: {
    inside: ["section"],
    attributes: { class: { kind: "style", of: "text", count: 3 } },
    text: false,
    style: "contents-1 contents-2 contents-3",
  },
  table: {
    inside: ["section", "project"],
    attributes: {
      class: { kind: "style", of: "table", count: 1 },
      "data-attached": flag,
      "data-caption": { kind: "text" },
    },
    text: false,
    style: "grid",
  },
  colgroup: plain("table"),
  col: {
    inside: ["colgroup"],
    attributes: { "data-width": positive, "data-least": positive, "data-most": positive },
    text: false,
  },
  thead: plain("table"),
  tbody: plain("table"),
  tr: {
    inside: ["thead", "tbody"],
    attributes: { "data-min-height": positive },
    text: false,
  },
  th: cell("cell-label"),
  td: cell("cell"),
  br: plain("h1", "h2", "h3", "p", "th", "td", "strong"),
  strong: { inside: ["h1", "h2", "h3", "p", "th", "td"], attributes: {}, text: true },
};

/** Elements that never hold anything and need no end tag. */
export const voidElements: ReadonlySet<string> = new Set<ElementName>(["br", "col"]);

export function isElementName(name: string): name is ElementName {
  return (elementNames as readonly string[]).includes(name);
}

/** The elements that an element may contain, for messages. */
export function allowedIn(parent: ElementName | "report" | "project"): readonly ElementName[] {
  return elementNames.filter((name) => vocabulary[name].inside.includes(parent));
}

export { elementNames };
