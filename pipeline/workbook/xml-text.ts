/** The bytes of an XML text, in pieces → its tags and texts as they come; a declaration of entities ends it. */
import { DamagedContainer } from "./damaged.ts";

export type Attributes = Readonly<Record<string, string>>;

export type XmlHandler = {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
};

export type XmlReader = { readonly push: (piece: Uint8Array) => void; readonly end: () => void };

/** No program nests elements so deep. */
const deepest = 1000;

/** No program writes longer ones; what is not whole is looked at again with each piece. */
const longestTag = 2 ** 20;

/** Bytes that are decoded at a time: texts of this length are let go at once, longer ones lie about until memory is short. */
const step = 32_768;

const none: Attributes = {};

/**
 * `encoding`: as `TextDecoder` names it. Of a Word file half of the time went by in a parser that looks at each character;
 * this one goes from tag to tag, and is as lenient: a tag that closes another than the last one closes those in between.
 */
export function readXml({ open, text, close }: XmlHandler, encoding = "utf-8"): XmlReader {
  const decoder = new TextDecoder(encoding);
  const names: string[] = [];
  let [opened, rest] = [0, ""];
  /** What ends a comment, a text that is no markup, or an instruction that has begun. */
  let until: { readonly mark: string; readonly isText: boolean } | undefined;

  const openTag = (name: string, attributes: Attributes, isEmpty: boolean): void => {
    opened += 1;
    if (names.length >= deepest) throw new DamagedContainer("structure", "XML");
    open(name, attributes);
    if (isEmpty) close(name);
    else names.push(name);
  };

  const closeTag = (name: string): void => {
    const last = names.at(-1) === name ? names.length - 1 : names.lastIndexOf(name);
    if (last < 0) return;
    while (names.length > last) close(names.pop() ?? "");
  };

  /** Where it goes on behind what began at `at`; undefined if that is not whole. */
  const markup = (all: string, at: number): number | undefined => {
    const code = all.charCodeAt(at + 1);
    if (Number.isNaN(code)) return undefined;
    if (code === slash) {
      const end = all.indexOf(">", at);
      if (end < 0) return undefined;
      closeTag(all.slice(at + 2, end).trim());
      return end + 1;
    }
    if (code === question) {
      until = { mark: "?>", isText: false };
      return at + 2;
    }
    if (code === exclamation) return declaration(all, at);
    if (isBlank(code) || code === greater) {
      text("<");
      return at + 1;
    }
    return tagAt(all, at, openTag);
  };

  const declaration = (all: string, at: number): number | undefined => {
    const begin = all.slice(at, at + 9);
    if (begin.startsWith("<!--")) {
      until = { mark: "-->", isText: false };
      return at + 4;
    }
    if (begin === "<![CDATA[") {
      until = { mark: "]]>", isText: true };
      return at + 9;
    }
    if (/^<!doctype$/iu.test(begin)) throw new DamagedContainer("entities");
    if (begin.length < 9) return undefined;
    until = { mark: ">", isText: false };
    return at + 2;
  };

  const read = (all: string): string => {
    let at = 0;
    while (at < all.length) {
      if (until !== undefined) {
        const { mark, isText } = until;
        const end = all.indexOf(mark, at);
        // A part of the mark may be at the end.
        const last = end < 0 ? Math.max(at, all.length - mark.length + 1) : end;
        if (isText && last > at) text(all.slice(at, last));
        if (end < 0) return all.slice(last);
        at = end + mark.length;
        until = undefined;
        continue;
      }
      if (all.charCodeAt(at) === less) {
        const next = markup(all, at);
        if (next === undefined) return all.slice(at);
        at = next;
        continue;
      }
      const end = all.indexOf("<", at);
      const last = end < 0 ? beforeEntity(all) : end;
      if (last > at) text(decoded(all.slice(at, last)));
      if (end < 0) return all.slice(Math.max(at, last));
      at = end;
    }
    return "";
  };

  const write = (piece: string): void => {
    rest = read(rest === "" ? piece : rest + piece);
    if (rest.length > longestTag) throw new DamagedContainer("structure", "XML");
  };

  return {
    push: (piece) => {
      for (let at = 0; at < piece.length; at += step)
        write(decoder.decode(piece.subarray(at, at + step), { stream: true }));
    },
    end: () => {
      write(decoder.decode());
      // A text that breaks off would be taken for a whole one.
      if (names.length > 0 || opened === 0) throw new DamagedContainer("structure", "XML");
    },
  };
}

const less = 0x3c;
const greater = 0x3e;
const slash = 0x2f;
const equals = 0x3d;
const question = 0x3f;
const exclamation = 0x21;

function quoteAt(code: number): string | undefined {
  if (code === 0x22) return '"';
  return code === 0x27 ? "'" : undefined;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0x0c;
}

/** Where the tag that begins at `at` ends; undefined if it is not whole. */
function tagAt(
  all: string,
  at: number,
  take: (name: string, attributes: Attributes, isEmpty: boolean) => void,
): number | undefined {
  let here = endOfWord(all, at + 1);
  const name = all.slice(at + 1, here);
  let attributes: Record<string, string> | undefined;
  let isEmpty = false;
  for (;;) {
    while (isBlank(all.charCodeAt(here))) here += 1;
    const code = all.charCodeAt(here);
    if (Number.isNaN(code)) return undefined;
    if (code === greater) break;
    isEmpty = code === slash;
    if (code === slash || code === equals) {
      here += 1;
      continue;
    }
    const end = endOfWord(all, here);
    const key = all.slice(here, end);
    here = end;
    while (isBlank(all.charCodeAt(here))) here += 1;
    let value = "";
    if (all.charCodeAt(here) === equals) {
      here += 1;
      while (isBlank(all.charCodeAt(here))) here += 1;
      const quote = quoteAt(all.charCodeAt(here));
      const last = quote === undefined ? endOfValue(all, here) : all.indexOf(quote, here + 1);
      if (last < 0) return undefined;
      value = decoded(all.slice(quote === undefined ? here : here + 1, last));
      here = quote === undefined ? last : last + 1;
    }
    attributes ??= {};
    if (!Object.hasOwn(attributes, key)) attributes[key] = value;
  }
  take(name, attributes ?? none, isEmpty);
  return here + 1;
}

/** A name ends before a blank, and before a sign that cannot be in it. */
function endOfWord(all: string, from: number): number {
  let at = from;
  for (; at < all.length; at += 1) {
    const code = all.charCodeAt(at);
    if (code === greater || code === slash || code === equals || isBlank(code)) break;
  }
  return at;
}

/** Of a value without quotes. */
function endOfValue(all: string, from: number): number {
  let at = from;
  while (at < all.length && all.charCodeAt(at) !== greater && !isBlank(all.charCodeAt(at))) at += 1;
  return at;
}

/** The end of a text, but before a reference to a character that may go on. */
function beforeEntity(all: string): number {
  const last = all.lastIndexOf("&");
  return last < all.length - longestEntity || all.includes(";", last) ? all.length : last;
}

const longestEntity = 12;
const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** With the characters that are referred to; what is no reference stays. */
function decoded(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#x([\da-f]{1,8})|#(\d{1,8})|(amp|lt|gt|quot|apos));/giu,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      const isCharacter = code > 0 && code <= 0x10_ffff && (code < 0xd800 || code > 0xdfff);
      return isCharacter ? String.fromCodePoint(code) : "\uFFFD";
    },
  );
}
