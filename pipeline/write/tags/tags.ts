/** Texts → HTML, written so that it is XML as well: every element closed, nothing in a text but text. */

const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** As content or between double quotes. Without what neither HTML nor XML can hold. */
export function escapeHtml(text: string): string {
  return text
    .replace(/\r\n?/gu, "\n")
    .replace(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu, "")
    .replace(/\p{Cs}/gu, "\uFFFD")
    .replace(/[&<>"]/gu, (sign) => references[sign] ?? sign);
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with what is in it; attributes without a value are left out. */
export function element(name: string, attributes: Attributes, content: string): string {
  return `${opened(name, attributes)}>${content}</${name}>`;
}

/** One that has no end tag in HTML. */
export function voidElement(name: string, attributes: Attributes = {}): string {
  return `${opened(name, attributes)}/>`;
}

function opened(name: string, attributes: Attributes): string {
  const written = Object.entries(attributes).map(([attribute, value]) =>
    value === undefined ? "" : ` ${attribute}="${escapeHtml(String(value))}"`,
  );
  return `<${name}${written.join("")}`;
}
