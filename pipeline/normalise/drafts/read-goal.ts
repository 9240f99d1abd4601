/** Turns a goal as given into its lines and its numbered parts. */
import type { Goal, GoalItem, Text } from "../../records/index.ts";
import { splitLines } from "../headers/source-text.ts";
import type { Value } from "./draft.ts";

const number =
  "(?:目标\\s*(?:\\d{1,2}|[一二三四五六七八九十]{1,3})\\s*[:：、.．]|[(（](?:\\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|\\d{1,2}\\s*[、)）:：]|\\d{1,2}\\s*[.．](?!\\d)|[一二三四五六七八九十]{1,3}、|[①-⑳])";
const numbered = new RegExp(`^${number}`, "u");
// ① is nothing but a number, so it needs no mark before it.
const between = new RegExp(`(?<=[。；;！!？?\\s])(?=${number})|(?=[①-⑳])`, "u");

export function readGoal({ text, lines: given }: Value): Goal {
  const lines = given ?? splitLines(text);
  return { lines, items: itemsOf(lines) };
}

/** The parts keep their numbers as written. A line without a number goes on with the part above it. */
function itemsOf(lines: readonly Text[]): readonly GoalItem[] {
  const pieces = lines.flatMap(({ text }, line) => partsOf(text).map((piece) => ({ text: piece, line })));
  if (!pieces.some(({ text }) => numbered.test(text))) return pieces;
  const items: GoalItem[] = [];
  for (const piece of pieces) {
    const above = items.at(-1);
    if (above === undefined || numbered.test(piece.text) || !numbered.test(above.text)) items.push(piece);
    else items[items.length - 1] = { ...above, text: `${above.text}${piece.text}` };
  }
  return items;
}

/** Numbers inside a line count only if the line begins with one and they go on counting. */
function partsOf(line: string): string[] {
  if (!numbered.test(line)) return [line];
  const parts: string[] = [];
  for (const piece of line.split(between)) {
    const follows = parts.length === 0 || ordinal(piece) === ordinal(parts.at(-1) ?? "") + 1;
    if (follows) parts.push(piece);
    else parts.push(`${parts.pop() ?? ""}${piece}`);
  }
  return parts.map((part) => part.trim());
}

function ordinal(part: string): number {
  const digits = /^\D{0,4}(\d{1,2})/u.exec(part.normalize("NFKC"))?.[1];
  if (digits !== undefined) return Number(digits);
  const word = /[一二三四五六七八九十]{1,3}/u.exec(part)?.[0] ?? "";
  const [tens, ones] = word.includes("十") ? word.split("十") : [undefined, word];
  const digit = (text: string | undefined): number =>
    "一二三四五六七八九".indexOf(text === "" || text === undefined ? "?" : text) + 1;
  return tens === undefined ? digit(ones) : (tens === "" ? 1 : digit(tens)) * 10 + digit(ones);
}
