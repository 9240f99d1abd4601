/** Names, attributes and text → XML text; points → the units of WordprocessingML, twentieths, halves and eighths of a point. */

export type WordAttributes = Readonly<Record<string, string | number | undefined>>;

/** An element as text; attributes that are undefined are left out. */
export function xml(name: string, attributes: WordAttributes = {}, children: readonly string[] = []): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join("");
  const body = children.join("");
  return body === "" ? `<${name}${written}/>` : `<${name}${written}>${body}</${name}>`;
}

/** An element of nothing but a value, as most of WordprocessingML is. */
export function value(name: string, of: string | number): string {
  return xml(name, { "w:val": of });
}

/** A whole part, with its declaration. */
export function xmlPart(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}

/** Text escaped for elements and attributes, as docx does it. */
export function escapeXml(text: string): string {
  return /[&<>"']/u.test(text) ? text.replace(/[&<>"']/gu, (sign) => entities[sign] ?? sign) : text;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

export const wordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

export const twips = (points: number): number => Math.round(points * 20);
export const halfPoints = (points: number): number => Math.round(points * 2);
export const eighths = (points: number): number => Math.round(points * 8);

/**
 * Lengths → twips whose running sums are the rounded running sums.
 * Rounding each column for itself would move the last border by up to half a twip a column.
 */
export function twipsInARow(lengths: readonly number[]): number[] {
  let reached = 0;
  return lengths.map((length) => {
    const start = twips(reached);
    reached += length;
    return twips(reached) - start;
  });
}
