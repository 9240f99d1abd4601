/** A text in which a script is handed JSON (`callback({…});`, `var data = […];`) → the JSON in it, and where it begins. */

/** A stretch of a text, and where in it it begins. */
export type TextPiece = { readonly text: string; readonly offset: number };

const name = "[\\p{L}$_][\\p{L}\\p{N}$_]*";
const path = `${name}(?:\\.${name}|\\[(?:'[^']*'|"[^"]*"|\\d+)\\])*`;
const comments = "(?:\\s|//[^\\r\\n]*(?=[\\r\\n])|/\\*(?:(?!\\*/)[\\s\\S])*\\*/)*";
/** What keeps a browser from running an answer as a script. */
const guard = "(?:\\)\\]\\}'?,?|while\\s*\\(1\\);|for\\s*\\(;;\\);)";
/** Express asks first whether there is such a function. */
const call = `(?:typeof\\s+${path}\\s*===?\\s*(?:'function'|"function")\\s*&&\\s*)?${path}\\s*\\(`;
const assignment = `(?:(?:export\\s+)?(?:var|let|const)\\s+)?${path}\\s*=|export\\s+default\\b`;
const head = new RegExp(
  `^${comments}(?:${guard}\\s*(?=[[{])|(?:${call}|${assignment})${comments}(?=\\{|\\[\\s*[[{\\]]))`,
  "u",
);
const longestHead = 2000;

/** Undefined if it is no such script. */
export function jsonInScript(text: string): TextPiece | undefined {
  const before = head.exec(text.slice(0, longestHead))?.[0].length;
  if (before === undefined) return undefined;
  const inner = [";", ")"].reduce(withoutEnd, text.slice(before).trimEnd());
  return { offset: before, text: inner };
}

function withoutEnd(text: string, sign: string): string {
  return text.endsWith(sign) ? text.slice(0, -1).trimEnd() : text;
}
