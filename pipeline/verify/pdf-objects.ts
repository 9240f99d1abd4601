/** The bytes of a PDF → its objects, each found where the file says that it is (ISO 32000-1, 7.5). */
import { inflateSync } from "node:zlib";
import {
  type PdfDictionary,
  PdfFault,
  PdfName,
  PdfReference,
  PdfScanner,
  type PdfValue,
  PdfWord,
} from "./pdf-values.ts";

type Stream = { readonly dictionary: PdfDictionary; readonly data: Uint8Array };

/** Where an object is: at an offset, or in a stream of objects. */
type Place = { readonly offset: number } | { readonly stream: number; readonly index: number };

/** By their numbers. Of a large report there are a million, which a map of places would hold in a hundred megabytes. */
type Places = {
  /** 0: not used; 1: `at` is an offset; 2: `at` is a stream of objects, and `index` the place in it. */
  readonly kind: Uint8Array;
  readonly at: Uint32Array;
  readonly index: Uint32Array;
};

/** Bytes of a stream once it is inflated, of which ours have a hundredth. */
const largestStream = 2 ** 28;

/** Objects come in the order of the document, so of their streams a few are needed at a time. */
const mostOpen = 48;

export class PdfObjects {
  readonly #bytes: Uint8Array;
  readonly #text: string;
  readonly #places: Places;
  readonly #open = new Map<number, readonly string[]>();
  readonly trailer: PdfDictionary;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
    if (!/^%PDF-[12]\.\d[\r\n]/u.test(this.#text.slice(0, 12))) throw new PdfFault("%PDF");
    const [, start] = /startxref\s+(\d+)\s+%%EOF\s*$/u.exec(this.#text.slice(-64)) ?? [];
    if (start === undefined) throw new PdfFault("startxref");
    this.#places = { kind: new Uint8Array(), at: new Uint32Array(), index: new Uint32Array() };
    const { dictionary, places } = this.#readTable(Number(start));
    this.trailer = dictionary;
    this.#places = places;
  }

  /** The value itself, or that of the object that it names. */
  value(value: PdfValue | undefined): PdfValue | undefined {
    return value instanceof PdfReference ? this.object(value.object) : value;
  }

  dictionary(value: PdfValue | undefined): PdfDictionary {
    const resolved = this.value(value);
    if (resolved instanceof Map) return resolved;
    throw new PdfFault(`object ${value instanceof PdfReference ? value.object : ""}`);
  }

  list(value: PdfValue | undefined): readonly PdfValue[] {
    const resolved = this.value(value);
    return Array.isArray(resolved) ? resolved : resolved === undefined ? [] : [resolved];
  }

  /** A list of keys and values in turn, as trees of names and numbers have them. */
  *pairs(value: PdfValue | undefined): Generator<readonly [key: PdfValue, value: PdfValue]> {
    const list = this.list(value);
    for (let at = 0; at + 1 < list.length; at += 2) {
      const [key, own] = [list[at], list[at + 1]];
      if (key !== undefined && own !== undefined) yield [key, own];
    }
  }

  /** Of all objects. */
  *numbers(): Generator<number> {
    for (const [number, kind] of this.#places.kind.entries()) if (kind !== 0) yield number;
  }

  #placeOf(number: number): Place | undefined {
    const { kind, at, index } = this.#places;
    const [own, first = 0, second = 0] = [kind[number] ?? 0, at[number], index[number]];
    if (own === 0) return undefined;
    return own === 1 ? { offset: first } : { stream: first, index: second };
  }

  object(number: number): PdfValue {
    const place = this.#placeOf(number);
    if (place === undefined) throw new PdfFault(`object ${number}`);
    if ("offset" in place) return this.#parseAt(number, place.offset).value;
    const value = new PdfScanner(this.#objectsOf(place.stream)[place.index] ?? "").next();
    if (value === undefined) throw new PdfFault(`object ${number}`);
    return value;
  }

  /** A stream's bytes, inflated. */
  stream(value: PdfValue | undefined): Stream {
    if (!(value instanceof PdfReference)) throw new PdfFault("stream");
    const place = this.#placeOf(value.object);
    if (place === undefined || !("offset" in place)) throw new PdfFault(`stream ${value.object}`);
    return this.#streamAt(value.object, place.offset);
  }

  #parseAt(number: number, offset: number) {
    const scanner = new PdfScanner(this.#text, { at: offset });
    const [own, , word] = [scanner.next(), scanner.next(), scanner.next()];
    if (own !== number || !(word instanceof PdfWord) || word.word !== "obj")
      throw new PdfFault(`object ${number}`);
    const value = scanner.next();
    if (value === undefined) throw new PdfFault(`object ${number}`);
    scanner.skipBlanks();
    return { value, end: scanner.at };
  }

  #streamAt(number: number, offset: number): Stream {
    const { value, end } = this.#parseAt(number, offset);
    const [opening] = /^stream\r?\n/u.exec(this.#text.slice(end, end + 8)) ?? [];
    if (!(value instanceof Map) || opening === undefined) throw new PdfFault(`stream ${number}`);
    const dictionary: PdfDictionary = value;
    const length = this.value(dictionary.get("Length"));
    if (typeof length !== "number") throw new PdfFault(`stream ${number}`);
    const begin = end + opening.length;
    if (!/^\s*endstream/u.test(this.#text.slice(begin + length, begin + length + 12)))
      throw new PdfFault(`stream ${number}`);
    const packed = this.#bytes.subarray(begin, begin + length);
    const filter = this.value(dictionary.get("Filter"));
    const [name] = Array.isArray(filter) ? filter : [filter];
    if (filter === undefined) return { dictionary, data: packed };
    if (!(name instanceof PdfName) || name.name !== "FlateDecode") throw new PdfFault(`stream ${number}`);
    try {
      const data = inflateSync(packed, { maxOutputLength: largestStream });
      return { dictionary, data: predicted(data, this.value(dictionary.get("DecodeParms"))) };
    } catch {
      throw new PdfFault(`stream ${number}`);
    }
  }

  #objectsOf(stream: number): readonly string[] {
    const before = this.#open.get(stream);
    if (before !== undefined) return before;
    const place = this.#placeOf(stream);
    if (place === undefined || !("offset" in place)) throw new PdfFault(`stream ${stream}`);
    const { dictionary, data } = this.#streamAt(stream, place.offset);
    const [count, first] = [dictionary.get("N"), dictionary.get("First")];
    if (typeof count !== "number" || typeof first !== "number") throw new PdfFault(`stream ${stream}`);
    const text = Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString("latin1");
    const head = text.slice(0, first).trim().split(/\s+/u).map(Number);
    const starts = Array.from({ length: count }, (_, index) => first + (head[2 * index + 1] ?? 0));
    const objects = starts.map((start, index) => text.slice(start, starts[index + 1] ?? text.length));
    this.#open.set(stream, objects);
    const [oldest] = this.#open.keys();
    if (this.#open.size > mostOpen && oldest !== undefined) this.#open.delete(oldest);
    return objects;
  }

  /** A stream of cross-references that has every object in turn; we write no other. */
  #readTable(start: number): { readonly dictionary: PdfDictionary; readonly places: Places } {
    const [, number] = /^(\d+) 0 obj/u.exec(this.#text.slice(start, start + 20)) ?? [];
    if (number === undefined) throw new PdfFault("xref");
    const { dictionary, data } = this.#streamAt(Number(number), start);
    const widths = this.list(dictionary.get("W")).map(Number);
    const [kindWidth = 0, placeWidth = 0, restWidth = 0] = widths;
    const size = Number(dictionary.get("Size"));
    const isWhole = size > 0 && size * (kindWidth + placeWidth + restWidth) === data.length;
    if (!isWhole || dictionary.has("Index")) throw new PdfFault("xref");
    const places = { kind: new Uint8Array(size), at: new Uint32Array(size), index: new Uint32Array(size) };
    let at = 0;
    const take = (width: number): number => {
      let value = 0;
      for (let step = 0; step < width; step += 1) value = value * 256 + (data[at + step] ?? 0);
      at += width;
      return value;
    };
    for (let object = 0; object < size; object += 1) {
      const kind = kindWidth === 0 ? 1 : take(kindWidth);
      if (kind > 2) throw new PdfFault("xref");
      places.kind[object] = kind;
      places.at[object] = take(placeWidth);
      places.index[object] = take(restWidth);
    }
    return { dictionary, places };
  }
}

/** Rows that say how they differ from the row above them (PNG's filters 0 and 2), as the table of objects has them. */
function predicted(data: Uint8Array, parameters: PdfValue | undefined): Uint8Array {
  if (!(parameters instanceof Map) || parameters.get("Predictor") === 1) return data;
  const columns = Number(parameters.get("Columns"));
  const rows = data.length / (columns + 1);
  const plain = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const filter = data[row * (columns + 1)];
    if (filter !== 0 && filter !== 2) throw new PdfFault("predictor");
    for (let column = 0; column < columns; column += 1) {
      const own = data[row * (columns + 1) + 1 + column] ?? 0;
      const above = filter === 0 || row === 0 ? 0 : (plain[(row - 1) * columns + column] ?? 0);
      plain[row * columns + column] = own + above;
    }
  }
  return plain;
}
