/** XML → its tags and texts in order, held to what XML 1.0 allows: the first fault ends the reading. */

export class XmlFault extends Error {}

export type XmlTag = {
  readonly name: string;
  /** Values with their references resolved. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly kind: "open" | "close" | "empty";
};

export type XmlListener = {
  readonly open: (tag: XmlTag) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
};

/** Tags of a document repeat; more different ones than these are not kept. */
const mostKept = 20_000;
/** Decoded at a time, so that a large text is never there as a whole. */
const step = 2 ** 15;
const tagPattern =
  /^<(\/?)([\p{L}_][\p{L}\p{N}_.:-]*)((?:\s+[\p{L}_][\p{L}\p{N}_.:-]*\s*=\s*(?:"[^<"]*"|'[^<']*'))*)\s*(\/?)>$/u;
const attributePattern = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML does not allow.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\]\]>/u;

/** Takes the text in pieces, cut anywhere. Pauses after each, so that what was read of it can be taken. */
export function* scanXml(pieces: Iterable<Uint8Array>, handler: XmlListener): Generator<void> {
  const tags = new Map<string, XmlTag>();
  const open: string[] = [];
  let rooted = false;
  let rest = "";
  for (const text of decoded(pieces)) {
    rest += text;
    let from = 0;
    for (;;) {
      const begin = rest.indexOf("<", from);
      if (begin < 0) break;
      let markup = rest.slice(begin, 1 + rest.indexOf(">", begin));
      const known = tags.get(markup);
      if (known === undefined) markup = rest.slice(begin, endOfMarkup(rest, begin));
      if (markup === "") break;
      if (begin > from) putText(standingAlone(rest.slice(from, begin)), open.length > 0, handler);
      from = begin + markup.length;
      if (markup.startsWith("<?") || markup.startsWith("<!--")) continue;
      const own = known === undefined ? standingAlone(markup) : markup;
      const tag = known ?? parseTag(own);
      if (known === undefined && tags.size < mostKept) tags.set(own, tag);
      if (tag.kind === "close") {
        if (open.pop() !== tag.name) throw new XmlFault(markup);
        handler.close(tag.name);
        continue;
      }
      if (open.length === 0 && rooted) throw new XmlFault(markup);
      rooted = true;
      handler.open(tag);
      if (tag.kind === "empty") handler.close(tag.name);
      else open.push(tag.name);
    }
    rest = rest.slice(from);
    yield;
  }
  if (rest.trim() !== "" || open.length > 0 || !rooted) throw new XmlFault(open.at(-1) ?? rest.slice(0, 40));
}

/** A slice of a text holds on to all of it: a name that is kept of each piece would keep the pieces. */
function standingAlone(text: string): string {
  return Buffer.from(text).toString();
}

function* decoded(pieces: Iterable<Uint8Array>): Generator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decode = (bytes?: Uint8Array) => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw new XmlFault("UTF-8");
    }
  };
  for (const piece of pieces)
    for (let at = 0; at < piece.length; at += step) yield decode(piece.subarray(at, at + step));
  yield decode();
}

/** Behind the ">" that ends it; `begin` if that is not there yet. A value may have one of its own. */
function endOfMarkup(text: string, begin: number): number {
  const ending = text.startsWith("<!--", begin) ? "-->" : text.startsWith("<?", begin) ? "?>" : undefined;
  if (ending !== undefined) {
    const at = text.indexOf(ending, begin + ending.length);
    return at < 0 ? begin : at + ending.length;
  }
  let quote = "";
  for (let at = begin + 1; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === quote) quote = "";
    else if (quote === "" && (sign === '"' || sign === "'")) quote = sign;
    else if (quote === "" && sign === ">") return at + 1;
  }
  return begin;
}

function parseTag(markup: string): XmlTag {
  const [, slash, name, list = "", empty] = tagPattern.exec(markup) ?? [];
  if (name === undefined || (slash !== "" && (list !== "" || empty !== ""))) throw new XmlFault(markup);
  const attributes = new Map<string, string>();
  for (const [, key = "", one, other] of list.matchAll(attributePattern)) {
    if (attributes.has(key)) throw new XmlFault(markup);
    attributes.set(key, resolved(one ?? other ?? ""));
  }
  return { name, attributes, kind: slash !== "" ? "close" : empty !== "" ? "empty" : "open" };
}

function putText(text: string, inside: boolean, handler: XmlListener): void {
  if (inside) handler.text(resolved(text));
  else if (text.replace(/^\ufeff/u, "").trim() !== "") throw new XmlFault(text.slice(0, 40));
}

function resolved(text: string): string {
  if (forbidden.test(text)) throw new XmlFault(JSON.stringify(text.slice(0, 40)));
  return text.includes("&") ? text.replace(/&([^;&]*);?/gu, resolve) : text;
}

const named: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

function resolve(reference: string, body: string): string {
  const [, hex, decimal] = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/iu.exec(body) ?? [];
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  const text = named.get(body) ?? (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined);
  if (text === undefined || !reference.endsWith(";") || forbidden.test(text)) throw new XmlFault(reference);
  return text;
}
