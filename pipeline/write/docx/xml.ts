/** XML text for the package parts that docx cannot write as we need them: styles, settings, fonts, properties. */

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element as text; attributes that are undefined are left out. */
export function xml(name: string, attributes: Attributes = {}, children: readonly string[] = []): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join("");
  const body = children.join("");
  return body === "" ? `<${name}${written}/>` : `<${name}${written}>${body}</${name}>`;
}

/** A whole part, with its declaration. */
export function xmlPart(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}

/** Text as it may stand in an element or an attribute. */
export function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

export const wordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
