/** Turns the bytes of an export into a raw table or tree, told apart by content; interprets nothing. */
import type { Place, Report } from "../diagnostics/index.ts";
import { type NamedText, readDelimited } from "./delimited.ts";
import { type Decoded, decodeText } from "./encoding.ts";
import { readJson } from "./json.ts";
import type { RawFile, RawTree } from "./raw.ts";
import { endPosition, findSeparator } from "./separator.ts";
import { looksLikeJson, natureOf } from "./sniff.ts";
import type { Source } from "./source.ts";
import { positionsIn } from "./text-position.ts";

export {
  cellPlace,
  type RawEntry,
  type RawFile,
  type RawNode,
  type RawRow,
  type RawTable,
  type RawTree,
} from "./raw.ts";
export type { Source } from "./source.ts";

/** One export. Undefined where it cannot be read, with a failure, or is no text, with a finding. */
export function readSource(source: Source, report: Report): RawFile | undefined {
  const text = readText(source, report);
  if (text === undefined) return undefined;
  return looksLikeJson(text.text) ? readJson(text, report) : readDelimited(text, report);
}

/** A file that must be JSON whatever it looks like, as department.json must. */
export function readTree(source: Source, report: Report): RawTree | undefined {
  const text = readText(source, report);
  return text === undefined ? undefined : readJson(text, report);
}

function readText(source: Source, report: Report): NamedText | undefined {
  const nature = natureOf(source);
  if (nature !== "text") {
    const code = nature === "office" ? "spreadsheet-not-text" : "file-not-text";
    report({ code, at: { kind: "file", file: source.name }, args: {} });
    return undefined;
  }
  const decoded = decodeText(source.bytes);
  if (decoded.kind === "text") return { name: source.name, text: decoded.text };
  report({
    code: "encoding-broken",
    at: placeOfDamage(source.name, decoded),
    found: `0x${decoded.byte.toString(16).toUpperCase().padStart(2, "0")}`,
    args: { encoding: decoded.encoding },
  });
  return undefined;
}

function placeOfDamage(file: string, { text, before }: Extract<Decoded, { kind: "broken" }>): Place {
  if (looksLikeJson(text)) {
    return { kind: "json", file, ...positionsIn(before)(before.length), pointer: "" };
  }
  return { kind: "cell", file, ...endPosition(before, findSeparator(text)) };
}
