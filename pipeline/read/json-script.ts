/** A text in which a script is handed JSON (`callback({…});`, `var data = […];`) → the JSON in it, and where it begins. */

/** A stretch of a text, and where in it it begins. */
export type TextPiece = { readonly text: string; readonly offset: number };

/** What a script is handed, and what it calls it. */
export type ScriptPiece = TextPiece & { readonly name: string };

const name = "[\\p{L}$_][\\p{L}\\p{N}$_]*";
const path = `${name}(?:\\.${name}|\\[(?:'[^']*'|"[^"]*"|\\d+)\\])*`;
const comments = "(?:\\s|//[^\\r\\n]*(?=[\\r\\n])|/\\*(?:(?!\\*/)[\\s\\S])*\\*/)*";
/** What keeps a browser from running an answer as a script. */
const guard = "(?:\\)\\]\\}'?,?|while\\s*\\(1\\);|for\\s*\\(;;\\);)";
const single = `(?:"[^"\\n]*"|'[^'\\n]*'|-?[\\d.]+|true|false|null)`;
/** Express asks first whether there is such a function; a status may stand before the data. */
const call = `(?:typeof\\s+${path}\\s*===?\\s*(?:'function'|"function")\\s*&&\\s*)?(?<called>${path})\\s*\\(${comments}(?:${single}${comments},${comments})*`;
const assignment = `(?:(?:export\\s+)?(?:var|let|const)\\s+)?(?<assigned>${path})\\s*=|export\\s+default\\b`;
const head = new RegExp(
  `^${comments}(?:${guard}\\s*(?=[[{])|(?:${call}|${assignment})${comments}(?=\\{|\\[\\s*[[{\\]]))`,
  "u",
);
const tail = new RegExp(`^(?:${comments},${comments}${single})*${comments}\\)?${comments};?`, "u");
/** What may stand behind the last one: a comment, and the name that it is handed on by. */
const handedOn = `(?:export\\s+(?:default\\s+${name}|\\{[^{}]*\\})${comments})?`;
const rest = new RegExp(`^(?:${comments}${handedOn};)*${comments}${handedOn}(?://[^\\r\\n]*)?$`, "u");
const longestHead = 2000;

/** Whether a text is such a script. */
export function isJsonInScript(text: string): boolean {
  return head.test(text.slice(0, longestHead));
}

/** Each JSON that it is handed; undefined if it is no such script. What is behind the last one is a fault in it. */
export function jsonInScript(given: string): readonly ScriptPiece[] | undefined {
  const text = given.trimEnd();
  const pieces: ScriptPiece[] = [];
  let at = 0;
  for (;;) {
    const begun = head.exec(text.slice(at, at + longestHead));
    if (begun === null && pieces.length > 0)
      return rest.test(text.slice(at, at + longestHead)) ? pieces : withRest(pieces, text);
    if (begun === null) return undefined;
    const { called, assigned = called ?? "data" } = begun.groups ?? {};
    const offset = at + begun[0].length;
    const end = endOfJson(text, offset);
    pieces.push({ name: assigned, offset, text: text.slice(offset, end) });
    at = end + (tail.exec(text.slice(end, end + longestHead))?.[0].length ?? 0);
    if (at >= text.length) return pieces;
  }
}

/** The last piece with all that is behind it, but for what ends a script. */
function withRest(pieces: readonly ScriptPiece[], text: string): readonly ScriptPiece[] {
  return pieces.map((piece, index) =>
    index < pieces.length - 1
      ? piece
      : { ...piece, text: [";", ")"].reduce(withoutEnd, text.slice(piece.offset)) },
  );
}

function withoutEnd(text: string, sign: string): string {
  return text.endsWith(sign) ? text.slice(0, -1).trimEnd() : text;
}

/** Behind the bracket that closes the one at an offset; the end of the text if none does. */
function endOfJson(text: string, from: number): number {
  const sign = /["{}[\]]/gu;
  sign.lastIndex = from;
  let depth = 0;
  for (let found = sign.exec(text); found !== null; found = sign.exec(text)) {
    if (found[0] === '"') sign.lastIndex = endOfText(text, found.index);
    else depth += found[0] === "{" || found[0] === "[" ? 1 : -1;
    if (depth === 0) return sign.lastIndex;
  }
  return text.length;
}

function endOfText(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}
