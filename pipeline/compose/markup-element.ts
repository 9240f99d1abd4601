/** An element of printed markup, with the place in the template that printed it. */
import type { TemplatePlace } from "../diagnostics/index.ts";
import type { ElementName } from "./vocabulary.ts";

export type MarkupNode = MarkupElement | string;
export type MarkupElement = {
  readonly name: ElementName;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly MarkupNode[];
  /** The tag in the template that printed it. */
  readonly at: TemplatePlace;
};

/** The children of one name. */
export function elementsOf(
  parent: MarkupElement,
  ...names: readonly ElementName[]
): readonly MarkupElement[] {
  return parent.children
    .filter((node) => typeof node !== "string")
    .filter((node) => names.includes(node.name));
}

/** White space that only lays the markup out; a full-width space is text. */
export function isBlank(text: string): boolean {
  return /^[ \t\r\n]*$/u.test(text);
}
