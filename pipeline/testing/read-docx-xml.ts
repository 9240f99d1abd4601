/** The few questions the DOCX reader asks of an XML tree. */
import type { Element } from "@xmldom/xmldom";

export function childrenOf(parent: Element, tag?: string): Element[] {
  const children: Element[] = [];
  for (let node = parent.firstChild; node !== null; node = node.nextSibling)
    if (node.nodeType === node.ELEMENT_NODE && (tag === undefined || node.nodeName === tag))
      children.push(node as Element); // the node type says so; xmldom's types cannot

  return children;
}

export function firstChild(parent: Element, tag: string): Element | undefined {
  return childrenOf(parent, tag)[0];
}

export function descendantsOf(parent: Element, tag: string): Element[] {
  return childrenOf(parent).flatMap((child) => [
    ...(child.tagName === tag ? [child] : []),
    ...descendantsOf(child, tag),
  ]);
}

/** The `w:val` of a child, as most properties are written. */
export function propertyOf(parent: Element | undefined, tag: string): string | undefined {
  return (parent === undefined ? undefined : firstChild(parent, tag))?.getAttribute("w:val") ?? undefined;
}

/** What is shown: texts, tabs and line breaks; not field instructions, and not the drawings. */
export function textOf(element: Element): string {
  return childrenOf(element)
    .map((child) => {
      if (child.tagName === "w:t") return shownText(child);
      if (child.tagName === "w:tab") return element.tagName === "w:r" ? "\t" : "";
      if (child.tagName === "w:br") return "\n";
      return textOf(child);
    })
    .join("");
}

/** A tab or a line end inside a text is shown as a space; at its ends Word drops them all, unless they are to be kept. */
function shownText(element: Element): string {
  const text = (element.textContent ?? "").replace(/[\t\n]/gu, " ");
  return element.getAttribute("xml:space") === "preserve" ? text : text.replace(/^ +| +$/gu, "");
}
