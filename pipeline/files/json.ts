/** Values ↔ JSON: text of unknown make read without throwing, and files written in one shape. */
export type JsonRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Undefined if the text is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Indented, so that two editions can be compared line by line. */
export function encodeJson(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, undefined, 2)}\n`);
}

/**
 * The same bytes as of an object with that list in the place of `hole`, encoded some items at a time: the lists of a
 * large department are 30 MB, and as one text with all its objects they would take ten times that.
 */
export function encodeJsonWithList<Item>(
  frame: unknown,
  hole: string,
  { items, toJson }: { readonly items: readonly Item[]; readonly toJson: (item: Item) => unknown },
): Uint8Array {
  const [before = "", after = ""] = `${JSON.stringify(frame, undefined, 2)}\n`.split(JSON.stringify(hole));
  const indent = /[^\n]*$/u.exec(before)?.[0].match(/^ */u)?.[0] ?? "";
  // Within lists around them, items are indented as deep as the frame has them; what belongs to those lists is cut off.
  const nest = (list: unknown) =>
    Array.from(indent.matchAll(/ {2}/gu)).reduce<unknown>((inner) => [inner], list);
  const [opening = "", closing = ""] = JSON.stringify(nest([]), undefined, 2).split("[]");
  const [begin, end] = [`${opening}[`.length, `\n${indent}]${closing}`.length];
  const chunks = [Buffer.from(`${before}[`)];
  for (let from = 0; from < items.length; from += itemsAtOnce) {
    const some = items.slice(from, from + itemsAtOnce).map(toJson);
    const text = JSON.stringify(nest(some), undefined, 2).slice(begin, -end);
    chunks.push(Buffer.from(from === 0 ? text : `,${text}`));
  }
  chunks.push(Buffer.from(`${items.length === 0 ? "" : `\n${indent}`}]${after}`));
  return Buffer.concat(chunks);
}

/** Few: a long text is copied again and again while it grows. */
const itemsAtOnce = 20;
