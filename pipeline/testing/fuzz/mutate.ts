/** The bytes of a sound file → others much like them: changed as bytes, or as what they are (JSON, a table, markup, a ZIP). */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { isRecord } from "../../files/index.ts";
import type { Chance } from "./chance.ts";

/** Larger ones cost time and show nothing new. */
const mostBytes = 200_000;
/** Of all files in a ZIP. */
const mostUnpackedBytes = 10 * mostBytes;

/** `others`: of the same kind, to take pieces from. */
export function mutate(bytes: Uint8Array, others: readonly Uint8Array[], chance: Chance): Uint8Array {
  let mutated = bytes;
  for (let left = 1 + chance.below(4); left > 0; left -= 1) mutated = mutateOnce(mutated, others, chance);
  return mutated.subarray(0, mostBytes);
}

function mutateOnce(bytes: Uint8Array, others: readonly Uint8Array[], chance: Chance): Uint8Array {
  if (chance.isOneIn(5)) return mutateBytes(bytes, others, chance);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return mutateZip(bytes, others, chance);
  const start = strFromU8(bytes.subarray(0, 200), true).trimStart();
  if (/^(?:\xef\xbb\xbf)?[[{"]/u.test(start)) return mutateJson(bytes, chance);
  const text = strFromU8(bytes, true);
  return strToU8(start.startsWith("<") ? mutateMarkup(text, chance) : mutateLines(text, chance), true);
}

function mutateBytes(bytes: Uint8Array, others: readonly Uint8Array[], chance: Chance): Uint8Array {
  const [at, length] = [chance.below(bytes.length + 1), chance.below(chance.isOneIn(4) ? 2000 : 16)];
  const piece = bytes.subarray(at, at + length);
  const replaced = (by: Uint8Array, taken: number) =>
    new Uint8Array(Buffer.concat([bytes.subarray(0, at), by, bytes.subarray(at + taken)]));
  switch (chance.below(7)) {
    case 0:
      return replaced(Uint8Array.of((bytes[at] ?? 0) ^ (1 << chance.below(8))), 1);
    case 1:
      return replaced(Uint8Array.of(chance.of([0, 1, 0x7f, 0x80, 0xff, 0x0a, 0x22, 0x2c, 0x3c])), 1);
    case 2:
      return replaced(new Uint8Array(), length);
    case 3:
      return replaced(Buffer.concat([piece, piece]), length);
    case 4:
      return bytes.subarray(0, at);
    case 5: {
      const other = chance.of(others.length === 0 ? [bytes] : others);
      const from = chance.below(other.length + 1);
      return replaced(other.subarray(from, from + 1 + chance.below(500)), chance.isOneIn(2) ? 0 : length);
    }
    default:
      return replaced(strToU8(wordOf(chance)), chance.isOneIn(2) ? 0 : length);
  }
}

/** One of the files in it, or their list. */
function mutateZip(bytes: Uint8Array, others: readonly Uint8Array[], chance: Chance): Uint8Array {
  try {
    const files = new Map<string, Uint8Array>(Object.entries(unzipped(bytes)));
    const name = chance.of([...files.keys()]);
    switch (chance.below(12)) {
      case 0:
        files.delete(name);
        break;
      case 1:
        files.set(chance.of([`../${name}`, `/${name}`, wordOf(chance)]), new Uint8Array());
        break;
      default:
        files.set(name, mutateOnce(files.get(name) ?? new Uint8Array(), others, chance));
    }
    return zipSync(Object.fromEntries(files), { level: 1 });
  } catch {
    return mutateBytes(bytes, others, chance);
  }
}

/** Those that are small: a mutated list may say gigabytes, for which room would be made, and all of it packed again. */
function unzipped(bytes: Uint8Array): Record<string, Uint8Array> {
  let left = mostUnpackedBytes;
  const filter = ({ size, originalSize }: { readonly size: number; readonly originalSize: number }) => {
    const taken = Math.max(size, originalSize);
    if (taken > left) return false;
    left -= taken;
    return true;
  };
  return unzipSync(bytes, { filter });
}

function mutateJson(bytes: Uint8Array, chance: Chance): Uint8Array {
  try {
    const tree: unknown = JSON.parse(Buffer.from(bytes).toString("utf8").replace("\uFEFF", ""));
    return strToU8(JSON.stringify(mutateValue(tree, chance)));
  } catch {
    return strToU8(mutateLines(strFromU8(bytes, true), chance), true);
  }
}

/** At a place further in, mostly. */
function mutateValue(value: unknown, chance: Chance): unknown {
  if (Array.isArray(value) && value.length > 0 && !chance.isOneIn(6)) {
    const at = chance.below(value.length);
    if (chance.isOneIn(8)) return value.toSpliced(at, 1);
    if (chance.isOneIn(8)) return value.toSpliced(at, 0, ...Array(1 + chance.below(40)).fill(value[at]));
    return value.with(at, mutateValue(value[at], chance));
  }
  if (isRecord(value) && Object.keys(value).length > 0 && !chance.isOneIn(6)) {
    const entries = Object.entries(value);
    const at = chance.below(entries.length);
    const [key, inner] = entries[at] ?? ["", undefined];
    if (chance.isOneIn(8)) return Object.fromEntries(entries.toSpliced(at, 1));
    if (chance.isOneIn(8)) return Object.fromEntries(entries.with(at, [wordOf(chance), inner]));
    return Object.fromEntries(entries.with(at, [key, mutateValue(inner, chance)]));
  }
  if (typeof value === "string" && !chance.isOneIn(4)) return mutateText(value, chance);
  return chance.of([
    ...[null, true, false, 0, -1, 1.5, 2 ** 53, 1e308, "", [], {}, [[]], [{}], { a: { b: [null] } }],
    ...["1", "2026-02-30", "../../outside", "/etc/passwd", "C:\\x", [value], { 值: value }],
    ...[JSON.stringify(value), JSON.parse('{"__proto__":{"polluted":true}}'), nested(60), wordOf(chance)],
  ]);
}

function nested(depth: number): unknown {
  return depth === 0 ? 1 : [nested(depth - 1)];
}

/** In characters, half ones of two included. */
export function mutateText(text: string, chance: Chance): string {
  const at = chance.below(text.length + 1);
  const [before, after] = [text.slice(0, at), text.slice(at)];
  switch (chance.below(6)) {
    case 0:
      return before;
    case 1:
      return before + after.slice(1 + chance.below(6));
    case 2:
      return before + text.slice(0, 40) + after;
    case 3:
      return before + String.fromCharCode(chance.below(2 ** 16)) + after;
    case 4:
      return chance.isOneIn(10)
        ? before + wordOf(chance).repeat(chance.below(10_000)).slice(0, 10_000) + after
        : before;
    default:
      return before + wordOf(chance) + after;
  }
}

/** Rows and cells of a delimited text, lines of any. */
function mutateLines(text: string, chance: Chance): string {
  const lines = text.split("\n");
  const at = chance.below(lines.length);
  const line = lines[at] ?? "";
  const separator = line.includes("\t") ? "\t" : ",";
  const cells = line.split(separator);
  const cell = chance.below(cells.length);
  const changed = (by: string) => lines.with(at, cells.with(cell, by).join(separator)).join("\n");
  const word = latin1(wordOf(chance));
  switch (chance.below(9)) {
    case 0:
      return lines.toSpliced(at, 1).join("\n");
    case 1:
      return lines.toSpliced(at, 0, ...Array(1 + chance.below(30)).fill(chance.of(lines))).join("\n");
    case 2:
      return lines.with(at, cells.toSpliced(cell, 1).join(separator)).join("\n");
    case 3:
      return lines.with(at, cells.toSpliced(cell, 0, word).join(separator)).join("\n");
    case 4:
      return changed(`"${word}`);
    case 5:
      return changed(chance.of(chance.of(lines).split(separator)));
    case 6:
      return changed(latin1(mutateText(Buffer.from(cells[cell] ?? "", "latin1").toString("utf8"), chance)));
    case 7:
      return text.replaceAll(separator, chance.of([";", "|", "\t", ","]));
    default:
      return changed(word);
  }
}

/** Tags, and what stands between them. */
function mutateMarkup(text: string, chance: Chance): string {
  const pieces = text.split(/(?=<)|(?<=>)/u);
  const at = chance.below(pieces.length);
  const piece = pieces[at] ?? "";
  switch (chance.below(6)) {
    case 0:
      return pieces.toSpliced(at, 1).join("");
    case 1:
      return pieces.toSpliced(at, 0, ...Array(1 + chance.below(50)).fill(chance.of(pieces))).join("");
    case 2:
      return pieces.toSpliced(at, 0, ...pieces.slice(at, at + 1 + chance.below(200))).join("");
    case 3:
      return pieces.with(at, piece.replace(/"[^"]*"/u, `"${latin1(wordOf(chance))}"`)).join("");
    case 4:
      return pieces
        .with(at, latin1(mutateText(Buffer.from(piece, "latin1").toString("utf8"), chance)))
        .join("");
    default:
      return pieces
        .with(at, piece.replace(/\d+/u, String(chance.of([0, -1, 3, 70_000, 2 ** 31, 1e15]))))
        .join("");
  }
}

function latin1(text: string): string {
  return Buffer.from(text, "utf8").toString("latin1");
}

function wordOf(chance: Chance): string {
  return chance.isOneIn(6) ? String.fromCodePoint(1 + chance.below(0xd7ff)) : chance.of(words);
}

/** What has a meaning somewhere: to a reader, a form, a writer, a file system or a terminal. */
const words: readonly string[] = [
  ...[
    "项目名称",
    "项目编码",
    "一级指标",
    "二级指标",
    "三级指标",
    "指标值",
    "预算数（元）",
    "绩效目标",
    "权重",
    "合计",
    "小计",
    "其中：",
  ],
  ...[
    "年度",
    "中期",
    "部门名称",
    "单位：万元",
    "产出指标",
    "数量指标",
    "≥95%",
    "不超过3次",
    "1,234.50",
    "0.1+0.2",
    "１２３",
    "三千万元",
  ],
  ...[
    "1e400",
    "-0",
    "NaN",
    "9007199254740993",
    "2026-02-30",
    "45678",
    "9".repeat(120),
    "%",
    "‰",
    "～",
    "--",
    "±",
    "〔2026〕1号",
  ],
  ...[
    '"',
    '""',
    "'",
    ",",
    "\t",
    "\r\n",
    "\n",
    "\0",
    "\uFEFF",
    "\u001A",
    "\u2028",
    "\u202E",
    "\u200B",
    "\uFFFE",
    "\uD800",
    "\uDC00x",
    "𠮷",
    "👨‍👩‍👧",
    "e\u0301".repeat(30),
    "\u0F40\u0F74",
  ],
  ...[
    "=1+1",
    "@SUM(A1)",
    "<b>",
    "</w:t>",
    "]]>",
    "<!--",
    "&amp;",
    "&#0;",
    "&lt;",
    "{{#each projects}}",
    "{{/each}}",
    "{{{",
    "{{> x}}",
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
  ],
  ...[
    "../../outside",
    "/etc/passwd",
    "con",
    "a".repeat(300),
    "汇".repeat(2000),
    "\u001B[31m",
    "null",
    "true",
    "[]",
    "{}",
  ],
];
