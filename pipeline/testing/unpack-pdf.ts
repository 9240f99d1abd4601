/** A PDF that we wrote → its objects as text, and a PDF of such objects again: what a test breaks is broken in between. */
import { inflateSync } from "node:zlib";

export type PdfObject = {
  /** All of an object, or the dictionary of a stream without its length and filter. */
  head: string;
  /** Of a stream, inflated; a character a byte. */
  data?: string;
};

export type UnpackedPdf = { readonly objects: Map<number, PdfObject>; trailer: string };

const objectPattern = /(\d+) 0 obj\n([\s\S]*?)\nendobj/gu;

export function unpackPdf(bytes: Uint8Array): UnpackedPdf {
  const objects = new Map<number, PdfObject>();
  let trailer = "";
  for (const [, number, body = ""] of Buffer.from(bytes).toString("latin1").matchAll(objectPattern)) {
    const [, dictionary, packed] = /^([\s\S]*?)\nstream\n([\s\S]*)\nendstream$/u.exec(body) ?? [];
    if (dictionary === undefined || packed === undefined) {
      objects.set(Number(number), { head: body });
      continue;
    }
    const head = dictionary.replace(/\s*\/(?:Length \d+|Filter\s*\/FlateDecode|DecodeParms<<[^>]*>>)/gu, "");
    const bare = Buffer.from(packed, "latin1");
    const data = (dictionary.includes("FlateDecode") ? inflateSync(bare) : bare).toString("latin1");
    if (head.includes("/XRef")) trailer = head;
    else if (head.includes("/ObjStm"))
      for (const [inside, text] of packedIn(head, data)) objects.set(inside, { head: text });
    else objects.set(Number(number), { head, data });
  }
  return { objects, trailer };
}

function packedIn(head: string, data: string): readonly (readonly [number, string])[] {
  const first = Number(/\/First (\d+)/u.exec(head)?.[1]);
  const pairs = data.slice(0, first).trim().split(/\s+/u).map(Number);
  const starts = pairs.filter((_, index) => index % 2 === 1);
  return starts.map((start, index) => [
    pairs[2 * index] ?? -1,
    data.slice(first + start, first + (starts[index + 1] ?? data.length)),
  ]);
}

/** Nothing is compressed. */
export function packPdf({ objects, trailer }: UnpackedPdf): Uint8Array {
  const size = 2 + Math.max(...objects.keys());
  const table = Buffer.alloc(7 * size);
  let text = "%PDF-1.7\n";
  const put = (number: number, body: string) => {
    table.writeUInt8(1, 7 * number);
    table.writeUInt32BE(text.length, 7 * number + 1);
    text += `${number} 0 obj\n${body}\nendobj\n`;
  };
  const stream = (head: string, data: string) =>
    `${head.replace(/>>\s*$/u, "")}/Length ${data.length}>>\nstream\n${data}\nendstream`;
  for (const [number, { head, data }] of objects) put(number, data === undefined ? head : stream(head, data));
  const start = text.length;
  // The table names itself, so its place is there before it is written.
  table.writeUInt8(1, 7 * (size - 1));
  table.writeUInt32BE(start, 7 * (size - 1) + 1);
  const head = trailer.replace(/\/Size \d+/u, `/Size ${size}`);
  text += `${size - 1} 0 obj\n${stream(head, table.toString("latin1"))}\nendobj\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}
