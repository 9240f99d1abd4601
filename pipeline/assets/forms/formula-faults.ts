/** The formulas of a form → what is wrong with them, each with its line and column in form.json. */
import { formulaProblems } from "../../check/index.ts";
import { type Form, parseFormJson, placeIn, type TemplateFile } from "../../compose/index.ts";
import type { Diagnostic } from "../../diagnostics/index.ts";

/** `file`: its form.json. */
export function formulaFaults({ spec }: Form, file: TemplateFile): readonly Diagnostic[] {
  const json = parseFormJson(file, () => {});
  return formulaProblems(spec).map(({ path, of, at: behind, found, expected, nearest }) => ({
    code: "form-formula-wrong",
    at: json ? placeIn(json, path, { of, behind }) : { kind: "file", file: file.name },
    found,
    args: { path: path.join("."), found, expected, nearest },
  }));
}
