/** WordprocessingML elements that docx has no class for, as docx components. */
import { BuilderElement, type XmlComponent } from "docx";

type Attributes = Readonly<Record<string, string | number>>;

/** An element with its attributes under their full names, for example `w:val`. */
export function element(
  name: string,
  attributes: Attributes = {},
  children: readonly XmlComponent[] = [],
): XmlComponent {
  const payload = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, { key, value }]));
  return new BuilderElement<Record<string, string | number>>({ name, attributes: payload, children });
}
