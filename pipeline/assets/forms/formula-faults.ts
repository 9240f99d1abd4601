/** The formulas of a form → what is wrong with them, each with its line and column in form.json. */
import { type FormulaProblem, formulaProblems } from "../../check/index.ts";
import type { Form, TemplateFile } from "../../compose/index.ts";
import type { Diagnostic, Place } from "../../diagnostics/index.ts";

/** `file`: its form.json. */
export function formulaFaults({ id, spec }: Form, file: TemplateFile | undefined): readonly Diagnostic[] {
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
    const value =
      typeof key === "number" ? nthText(key, text, offset) : behindKey(JSON.stringify(key), text, offset);
    if (value === undefined) return undefined;
    offset = value;
  }
  const before = text.slice(0, positionIn(text, offset, at)).split("\n");
  return { kind: "template", file: name, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Where the value of a key begins whose colon is behind an offset. */
function behindKey(key: string, text: string, from: number): number | undefined {
  for (let at = text.indexOf(key, from); at !== -1; at = text.indexOf(key, at + 1)) {
    const colon = /^\s*:\s*/u.exec(text.slice(at + key.length));
    if (colon !== null) return at + key.length + colon[0].length;
  }
  return undefined;
}

/** Where a text begins in a list of texts, counted from 0. */
function nthText(index: number, text: string, list: number): number | undefined {
  const texts = /"(?:[^"\\]|\\.)*"/gu;
  texts.lastIndex = list;
  for (let count = 0; count < index; count += 1) texts.exec(text);
  return texts.exec(text)?.index;
}

/** The position of the nth character of a JSON text that begins at a quote; an escape is one character. */
function positionIn(text: string, quote: number, characters: number): number {
  let position = quote + 1;
  for (let count = 0; count < characters; count += 1) {
    position += text[position] === "\\" ? (text[position + 1] === "u" ? 6 : 2) : 1;
  }
  return position;
}
