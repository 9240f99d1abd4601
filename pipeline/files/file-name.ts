/** A report's title → a file name that Windows, macOS, Linux and a zip all accept. */

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

/** The name without its extension; a title with nothing printable in it becomes 报告. */
export function fileNameOf(title: string): string {
  const clean = title
    .normalize("NFC")
    .replace(/\s+/gu, " ")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, "")
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
