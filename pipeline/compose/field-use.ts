/** Where templates name the fields of form.json: what a form prints, before any data are there. */
import type { Diagnostic, TemplatePlace } from "../diagnostics/index.ts";
import type { Horizon } from "../records/index.ts";
import type { Shape } from "./shape.ts";

export type FieldUse = {
  /** As form.json calls it. */
  readonly field: string;
  /** Its value is printed, record by record; otherwise it is asked for, its label is printed, or what its values come to. */
  readonly printed: boolean;
  /** Of an indicator's: those of which horizon it is printed of. */
  readonly horizon?: Horizon | undefined;
  readonly at: TemplatePlace;
  /** The template that is printed, which `at` may be a partial of. */
  readonly template: string;
};

/** What is seen of a form's templates on the way through them. */
export type Seen = {
  readonly uses: readonly FieldUse[];
  /** The templates that something prints. */
  readonly files: ReadonlySet<string>;
  /** What works with some data only. */
  readonly doubts: readonly Diagnostic[];
};

/** The fields whose values a shape holds; 指标值 as it is printed is made of three. */
export function fieldsOfShape(shape: Shape): readonly string[] {
  if (shape.kind === "list") return fieldsOfShape(shape.of);
  if (shape.kind !== "text" || shape.field === undefined || shape.field === "") return [];
  if (shape.field !== "indicator.printedValue") return [shape.field];
  return ["indicator.value", "indicator.operator", "indicator.unit"];
}
