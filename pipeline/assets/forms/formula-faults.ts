/** The formulas of a form → what is wrong with them, each with its line and column in form.json. */
import { type FormulaProblem, formulaProblems } from "../../check/index.ts";
import type { Form, TemplateFile } from "../../compose/index.ts";
import type { Diagnostic, Place } from "../../diagnostics/index.ts";

export function formulaFaults({ id, spec }: Form, files: readonly TemplateFile[]): readonly Diagnostic[] {
  const file = files.find(({ name }) => /(?:^|\/)form\.json$/u.test(name));
  return formulaProblems(spec).map((problem) => {
    const { path, found, expected, nearest } = problem;
    const at: Place = (file && placeIn(file, problem)) ?? { kind: "file", file: file?.name ?? id };
    return {
      code: "form-formula-wrong",
      at,
      found,
      args: { path: path.join("."), found, expected, nearest },
    };
  });
}

/** The position in the file of a character of the text that a path of keys leads to. */
function placeIn({ name, text }: TemplateFile, { path, at }: FormulaProblem): Place | undefined {
  let offset = 0;
  for (const key of path) {
    const quoted = new RegExp(`${escaped(JSON.stringify(key))}\\s*:\\s*`, "uy");
    const found = nextMatch(quoted, text, offset);
    if (found === undefined) return undefined;
    offset = found;
  }
  // A sentence may be an object of its own with one text a language; the first is meant then.
  const start = text[offset] === '"' ? offset : text.indexOf('"', text.indexOf(":", offset));
  const before = text.slice(0, positionIn(text, start, at)).split("\n");
  return { kind: "template", file: name, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Where a match ends that begins at an offset or behind it. */
function nextMatch(pattern: RegExp, text: string, from: number): number | undefined {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 1)) {
    pattern.lastIndex = at;
    if (pattern.test(text)) return pattern.lastIndex;
  }
  return undefined;
}

/** The position of the nth character of a JSON text that begins at a quote; an escape is one character. */
function positionIn(text: string, quote: number, characters: number): number {
  let position = quote + 1;
  for (let count = 0; count < characters; count += 1) {
    position += text[position] === "\\" ? (text[position + 1] === "u" ? 6 : 2) : 1;
  }
  return position;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
}
