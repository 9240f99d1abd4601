/** Drafts → the same without what is there twice: a project whose every value is repeated, an indicator likewise. */
import type { Place } from "../../diagnostics/index.ts";
import { fieldsOfIndicator, groupBy, type Indicator } from "../../records/index.ts";
import type { Context } from "./context.ts";
import { type DraftProject, identityOf, keyOf, ownPlace, subjectOfDraft } from "./draft.ts";

/** Of the projects of one list, those that say something new. A serial number counts rows and says nothing. */
export function distinctProjects(
  drafts: readonly DraftProject[],
  { report }: Context,
): readonly DraftProject[] {
  const first = new Map<string, { readonly draft: DraftProject; readonly repeats: DraftProject[] }>();
  const distinct = drafts.filter((draft) => {
    const content = contentOfProject(draft);
    const known = keyOf(identityOf(draft)) === "" ? undefined : first.get(content);
    if (known === undefined) first.set(content, { draft, repeats: [] });
    known?.repeats.push(draft);
    return known === undefined;
  });
  for (const { draft, repeats } of first.values()) {
    const [at, ...others] = [
      ...(draft.copies ?? []),
      ...repeats.flatMap((repeat) => [repeat.at, ...(repeat.copies ?? [])]),
    ];
    if (at === undefined) continue;
    const project = identityOf(draft).name || keyOf(identityOf(draft));
    const also = [draft.at, ...others];
    report({ code: "project-twice", at, also, subject: subjectOfDraft(draft), args: { project } });
  }
  return distinct;
}

/** The project without the indicators that it has already, which are reported together. */
export function withDistinctIndicators(draft: DraftProject, { report }: Context): DraftProject {
  // Rows that only have labels are blanks to be filled in, and no two of them are the same indicator.
  const ofName = groupBy(draft.indicators, ({ level3 }) => level3?.text);
  if (ofName.size === draft.indicators.length) return draft;
  const first = new Set<string>();
  const repeated: Place[] = [];
  const indicators = draft.indicators.filter((indicator) => {
    const name = indicator.level3?.text;
    if (name === undefined || ofName.get(name)?.length === 1) return true;
    const content = contentOfIndicator(indicator);
    const at = first.has(content) ? ownPlace(indicator) : undefined;
    if (at !== undefined) repeated.push(at);
    first.add(content);
    return at === undefined;
  });
  const [at, ...also] = repeated;
  if (at === undefined) return draft;
  report({
    code: "indicators-twice",
    at,
    also: also.length > 0 ? also : undefined,
    subject: subjectOfDraft(draft),
    args: { count: repeated.length },
  });
  return { ...draft, indicators };
}

function contentOfProject({ values, indicators }: DraftProject): string {
  const texts = [...values].flatMap(([field, { text, unit }]) =>
    field === "project.order" ? [] : [[field, text.text, unit?.unit ?? ""]],
  );
  return JSON.stringify([texts, indicators.map(contentOfIndicator)]);
}

function contentOfIndicator(indicator: Indicator): string {
  const texts = fieldsOfIndicator(indicator).map(({ field, values }) => [
    field,
    ...values.map(({ text }) => text),
  ]);
  return JSON.stringify([indicator.horizon, texts]);
}
