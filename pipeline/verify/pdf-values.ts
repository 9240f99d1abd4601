/** The syntax of a PDF → its values (ISO 32000-1, 7.2 and 7.3). Bytes are characters of Latin-1. */

export class PdfFault extends Error {}

export class PdfName {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

export class PdfReference {
  readonly object: number;
  constructor(object: number) {
    this.object = object;
  }
}

/** An operator of a content stream, or a word such as `obj`. */
export class PdfWord {
  readonly word: string;
  constructor(word: string) {
    this.word = word;
  }
}

export type PdfDictionary = ReadonlyMap<string, PdfValue>;

/** A string is one of the file: bytes. */
export type PdfValue =
  | number
  | string
  | boolean
  | null
  | PdfName
  | PdfReference
  | PdfWord
  | PdfDictionary
  | readonly PdfValue[];

const numberPattern = /[+-]?(?:\d+\.?\d*|\.\d+)/y;
const referencePattern = /(\d+)\s+\d+\s+R(?![A-Za-z0-9])/y;
const wordPattern = /[^\s()<>[\]{}/%]+/y;
const blankPattern = /(?:[\s\0]+|%[^\r\n]*)*/y;

/** Reads one value after the other. */
export class PdfScanner {
  readonly #text: string;
  /** A content stream has none. */
  readonly #hasReferences: boolean;
  at: number;

  constructor(text: string, { at = 0, references = true } = {}) {
    this.#text = text;
    this.#hasReferences = references;
    this.at = at;
  }

  /** Undefined at the end. */
  next(): PdfValue | undefined {
    const text = this.#text;
    this.skipBlanks();
    const code = text.charCodeAt(this.at);
    if (Number.isNaN(code)) return undefined;
    if ((code >= 0x30 && code <= 0x39) || code === 0x2b || code === 0x2d || code === 0x2e)
      return this.#number();
    switch (text[this.at]) {
      case "/":
        return this.#name();
      case "(":
        return this.#literal();
      case "[":
        this.at += 1;
        return this.#list();
      case "<":
        return text[this.at + 1] === "<" ? this.#dictionary() : this.#hexadecimal();
      default:
        return this.#word();
    }
  }

  skipBlanks(): void {
    blankPattern.lastIndex = this.at;
    blankPattern.test(this.#text);
    this.at = blankPattern.lastIndex;
  }

  #number(): PdfValue {
    const reference = this.#hasReferences ? this.#match(referencePattern) : null;
    if (reference?.[1] !== undefined) return new PdfReference(Number(reference[1]));
    const number = this.#match(numberPattern);
    if (number === null) throw new PdfFault(`number at ${this.at}`);
    return Number(number[0]);
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.#text);
    if (match !== null) this.at = pattern.lastIndex;
    return match;
  }

  #name(): PdfName {
    this.at += 1;
    const name = this.#match(wordPattern)?.[0] ?? "";
    return new PdfName(
      name.replace(/#([\da-fA-F]{2})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    );
  }

  #word(): PdfValue {
    const word = this.#match(wordPattern)?.[0];
    if (word === undefined) throw new PdfFault(`${JSON.stringify(this.#text[this.at])} at ${this.at}`);
    return word === "true" ? true : word === "false" ? false : word === "null" ? null : new PdfWord(word);
  }

  #list(): readonly PdfValue[] {
    const values: PdfValue[] = [];
    for (;;) {
      this.skipBlanks();
      if (this.#text[this.at] === "]") {
        this.at += 1;
        return values;
      }
      const value = this.next();
      if (value === undefined) throw new PdfFault("a list has no end");
      values.push(value);
    }
  }

  #dictionary(): PdfDictionary {
    this.at += 2;
    const entries = new Map<string, PdfValue>();
    for (;;) {
      this.skipBlanks();
      if (this.#text.startsWith(">>", this.at)) {
        this.at += 2;
        return entries;
      }
      const key = this.next();
      const value = this.next();
      if (!(key instanceof PdfName) || value === undefined) throw new PdfFault(`dictionary at ${this.at}`);
      entries.set(key.name, value);
    }
  }

  #hexadecimal(): string {
    const end = this.#text.indexOf(">", this.at);
    const digits = this.#text.slice(this.at + 1, end).replace(/\s/gu, "");
    if (end < 0 || /[^\da-fA-F]/u.test(digits)) throw new PdfFault(`text at ${this.at}`);
    this.at = end + 1;
    return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, "hex").toString("latin1");
  }

  #literal(): string {
    const text = this.#text;
    let depth = 0;
    let from = this.at + 1;
    let whole = "";
    for (let at = this.at; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 0x5c) {
        const { read, length } = escaped(text, at + 1);
        whole += text.slice(from, at) + read;
        at += length;
        from = at + 1;
      } else if (code === 0x28) depth += 1;
      else if (code === 0x29) {
        depth -= 1;
        if (depth > 0) continue;
        this.at = at + 1;
        return whole + text.slice(from, at);
      }
    }
    throw new PdfFault(`text at ${this.at}`);
  }
}

const escapes: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["b", "\b"],
  ["f", "\f"],
  ["\n", ""],
]);

function escaped(text: string, at: number): { readonly read: string; readonly length: number } {
  const octal = /^[0-7]{1,3}/u.exec(text.slice(at, at + 3))?.[0];
  if (octal !== undefined)
    return { read: String.fromCharCode(Number.parseInt(octal, 8) & 0xff), length: octal.length };
  const sign = text[at] ?? "";
  if (sign === "\r") return { read: "", length: text[at + 1] === "\n" ? 2 : 1 };
  return { read: escapes.get(sign) ?? sign, length: 1 };
}
