/** The formulas of a form → what is wrong with them, each with its line and column in form.json. */
import { formulaProblems } from "../../check/index.ts";
import type { Diagnostic } from "../../diagnostics/index.ts";
import type { FormSpec } from "../../records/index.ts";
import type { PlaceOf } from "./places-in-form.ts";

export function formulaFaults(spec: FormSpec, placeOf: PlaceOf): readonly Diagnostic[] {
  return formulaProblems(spec).map(({ path, of, at: behind, found, expected, nearest }) => ({
    code: "form-formula-wrong",
    at: placeOf(path, { of, behind }),
    found,
    args: { path: path.join("."), found, expected, nearest },
  }));
}
