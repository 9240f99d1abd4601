/** The forms there are → lines that say what each needs of an export. */

import type { ListedForm } from "../commands/index.ts";
import type { Language } from "../diagnostics/index.ts";
import { messages } from "./messages.ts";
import { type Paint, printable } from "./terminal.ts";

export function formLines(
  forms: readonly ListedForm[],
  { language, paint }: { readonly language: Language; readonly paint: Paint },
): readonly string[] {
  const { forms: say, comma, colon } = messages[language];
  const list = (items: readonly string[]) => (items.length === 0 ? say.none : printable(items.join(comma)));
  const lines = forms.flatMap((form) => {
    const labels = (required: boolean) =>
      form.fields
        .filter((field) => field.required === required)
        .map(({ label, horizon }) => (horizon === undefined ? label : say.ofHorizon(label, say[horizon])));
    const horizons = form.horizons.map((horizon) => say[horizon]);
    const department = form.departmentRequired.map((fact) => say.department[fact]);
    return [
      `${paint("bold", printable(form.id))}  ${printable(form.name.zh)}  ${printable(form.name.en)}  ${list(horizons)}`,
      `  ${say.needs}${colon}${list(labels(true))}`,
      `  ${say.optional}${colon}${list(labels(false))}`,
      `  ${say.departmentNeeds}${colon}${list(department)}`,
      "",
    ];
  });
  return lines.slice(0, -1);
}
