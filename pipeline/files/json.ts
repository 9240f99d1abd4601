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
 * The same bytes as of an object with that list in the place of `hole`, encoded item by item: the lists of a large
 * department are 30 MB, and as one text with all its objects they would take ten times that.
 */
export function encodeJsonWithList<Item>(
  frame: unknown,
  hole: string,
  { items, toJson }: { readonly items: readonly Item[]; readonly toJson: (item: Item) => unknown },
): Uint8Array {
  const [before = "", after = ""] = `${JSON.stringify(frame, undefined, 2)}\n`.split(JSON.stringify(hole));
  const indent = `\n${/[^\n]*$/u.exec(before)?.[0].match(/^ */u)?.[0] ?? ""}`;
  const chunks: Buffer[] = [];
  let text = `${before}[`;
  for (const [index, item] of items.entries()) {
    const written = JSON.stringify(toJson(item), undefined, 2).replaceAll("\n", `${indent}  `);
    text += `${index === 0 ? "" : ","}${indent}  ${written}`;
    if (text.length < chunkLength) continue;
    chunks.push(Buffer.from(text));
    text = "";
  }
  chunks.push(Buffer.from(`${text}${items.length === 0 ? "" : indent}]${after}`));
  return Buffer.concat(chunks);
}

/** UTF-16 units. */
const chunkLength = 1 << 18;
