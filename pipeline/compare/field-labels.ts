/** A field's canonical name → what an officer calls it: by the form's own label, or by the table of fields. */
import type { Label, Snapshot } from "../contracts/index.ts";
import { rowOf } from "../records/index.ts";

/** A field's name with its label. */
export type Named = { readonly field: string; readonly label: Label };

export type LabelOf = (field: string) => Named;

/** Each label is made once, as every indicator of a department asks for the same few. */
export function labelling(snapshot: Snapshot): LabelOf {
  const known = new Map<string, Named>();
  return (field) => {
    const named = known.get(field) ?? { field, label: fieldLabel(field, snapshot) };
    known.set(field, named);
    return named;
  };
}

/** Forms have Chinese labels only, so English takes those of the table; a form's own field keeps its own name. */
export function fieldLabel(field: string, { labels }: Pick<Snapshot, "labels">): Label {
  const house = rowOf(field)?.label;
  const own = formLabel(field, labels);
  return {
    zh: own ?? house?.zh ?? field,
    en: house?.en ?? (own === undefined ? field : `${field} (${own})`),
  };
}

/** A label below another on the page (其中：财政拨款) loses that prefix, and gets its horizon if two fields share it. */
function formLabel(field: string, labels: Snapshot["labels"]): string | undefined {
  const label = bare(labels[field]);
  if (label === undefined) return undefined;
  const shared = Object.keys(labels).some((other) => other !== field && bare(labels[other]) === label);
  const midTerm = field.startsWith("midTermBudget.") || field === "goals.midTerm";
  return shared && midTerm ? `${label}（中期）` : label;
}

function bare(label: string | undefined): string | undefined {
  const words = label?.replace(/^其中[：:]/u, "").trim();
  return words === "" ? undefined : words;
}
