/** Names of files: made from a title, shown to people, and sorted as people number them. */
import { sep } from "node:path";

// The full-width twins read the same to people and mean nothing to a file system.
const twins: Readonly<Record<string, string>> = {
  "<": "＜",
  ">": "＞",
  ":": "：",
  '"': "”",
  "/": "／",
  "\\": "＼",
  "|": "｜",
  "?": "？",
  "*": "＊",
};

const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/iu;

/** Linux allows 255 bytes; this leaves room for the extension and for the whole path on Windows. */
const mostBytes = 180;

/**
 * A report's title → a name, without extension, that Windows, macOS, Linux and a zip all accept; a title with nothing
 * printable in it becomes 报告.
 */
export function fileNameOf(title: string): string {
  const clean = title
    .normalize("NFC")
    .replace(/\s+/gu, " ")
    .replace(/[\p{Variation_Selector}\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, "")
    .replace(/[<>:"/\\|?*]/gu, (sign) => twins[sign] ?? "");
  const trimmed = trim(cut(trim(clean)));
  if (trimmed === "") return "报告";
  return reserved.test(trimmed) ? `_${trimmed}` : trimmed;
}

// A leading dot or ~$ hides the file; Windows drops dots and blanks at the end.
function trim(name: string): string {
  return name.replace(/^(?:[\s.]|~\$)+/u, "").replace(/[\s.]+$/u, "");
}

function cut(name: string): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  let kept = "";
  for (const { segment } of new Intl.Segmenter("zh", { granularity: "grapheme" }).segment(name)) {
    bytes += encoder.encode(segment).length;
    if (bytes > mostBytes) break;
    kept += segment;
  }
  return kept;
}

/** Whether a file of that name has others in it that are not looked for. */
export function isArchive(name: string): boolean {
  return /\.(?:zip|rar|7z|tar|t?gz)$/iu.test(name);
}

/** A path of this system → the way it is shown and recorded: with `/` everywhere, none at the end. */
export function displayPath(path: string): string {
  return path
    .split(sep)
    .join("/")
    .replace(/(?<=.)\/$/u, "");
}

/** 2.csv before 10.csv: numbers by value, all else by code unit, as a collation would depend on the machine. */
export function compareNames(one: string, other: string): number {
  const left = one.match(nameParts) ?? [];
  const right = other.match(nameParts) ?? [];
  for (const [index, part] of left.entries()) {
    const against = right[index] ?? "";
    const difference = /^\d/u.test(part) && /^\d/u.test(against) ? Number(part) - Number(against) : 0;
    if (difference !== 0) return difference;
    if (part !== against) return part < against ? -1 : 1;
  }
  return left.length - right.length;
}

const nameParts = /\d+|\D/gu;
