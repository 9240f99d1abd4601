/** Two wordings of a text → both in parts, with the parts marked that only one of them has. */
import { diffArrays } from "diff";
import { likenessOf, profileOf } from "./likeness.ts";

export type MarkedPart = { readonly text: string; readonly changed: boolean };
export type Marked = { readonly before: readonly MarkedPart[]; readonly after: readonly MarkedPart[] };

// Beyond this the texts have little in common, and finding what is would take long (the time grows with its square).
const mostEdits = 1000;

/** Less alike than this, single characters that both have are chance. */
const comparable = 0.3;

/** Unchanged text between two changes that is shorter than this reads better as part of one change. */
const shortest = 2;

export function markChanges(before: string, after: string): Marked {
  if (likenessOf(profileOf(before), profileOf(after)) < comparable) return whole(before, after);
  const found = diffArrays(words(before), words(after), { maxEditLength: mostEdits });
  if (found === undefined) return whole(before, after);
  const steps = found.map(({ value, added, removed }) => ({ text: value.join(""), added, removed }));
  const kept = steps.map(
    ({ text, added, removed }, at) =>
      !added && !removed && (text.length >= shortest || at === 0 || at === steps.length - 1),
  );
  const side = (other: "added" | "removed"): readonly MarkedPart[] =>
    joined(steps.flatMap((step, at) => (step[other] ? [] : [{ text: step.text, changed: !kept[at] }])));
  return { before: side("added"), after: side("removed") };
}

function joined(parts: readonly MarkedPart[]): readonly MarkedPart[] {
  const runs: MarkedPart[] = [];
  for (const { text, changed } of parts) {
    const last = runs.at(-1);
    if (last?.changed === changed) runs[runs.length - 1] = { text: last.text + text, changed };
    else runs.push({ text, changed });
  }
  return runs;
}

function whole(before: string, after: string): Marked {
  return { before: [{ text: before, changed: true }], after: [{ text: after, changed: true }] };
}

/** Numbers and Latin words whole, as half a number says nothing; Han characters one by one, as no rule splits them into words. */
function words(text: string): string[] {
  return text.match(/[A-Za-z]+|\d+(?:[.,]\d+)*[%％‰]?|\s+|./gsu) ?? [];
}

/** Keeps what surrounds the changes; … replaces the rest. */
export function shortenAround(parts: readonly MarkedPart[], context: number): readonly MarkedPart[] {
  return parts.map((part, at) => {
    if (part.changed) return part;
    const characters = Array.from(part.text);
    const [first, last] = [at === 0, at === parts.length - 1];
    const wanted = (first ? 0 : context) + (last ? 0 : context);
    if (characters.length <= wanted + 1) return part;
    const head = first ? "" : characters.slice(0, context).join("");
    const tail = last ? "" : characters.slice(characters.length - context).join("");
    return { text: `${head}…${tail}`, changed: false };
  });
}

/** The beginning of a long text. */
export function shortenEnd(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join("")}…`;
}
