/** Every text that a department prints, with the project it belongs to, for rules that look at wording. */
import {
  type Department,
  type FieldKind,
  type FieldName,
  type FormSpec,
  fieldsOfIndicator,
  fieldsOfProject,
  type Indicator,
  kindOf,
  type Project,
  perText,
  type Text,
} from "../records/index.ts";

export type PrintedText = { readonly text: Text; readonly project?: Project };
/** The lines of a goal together, as a bracket may open in one and close in the next; or a text that is a whole by itself. */
export type Passage = { readonly lines: readonly Text[]; readonly project?: Project };

export function printedFacts(department: Department): readonly PrintedText[] {
  return departmentTexts(department).map((text) => ({ text }));
}

export function printedTextReader({ fields }: FormSpec): (project: Project) => readonly PrintedText[] {
  const isWorded = perText((field: FieldName) => isWording(kindOf(field, fields)));
  return (project) => projectTexts(project, isWorded).map((text) => ({ text, project }));
}

/** The first of all texts that are equal, once they are asked for: names, labels and phrases come again and again. */
export function distinctTexts(texts: readonly PrintedText[]): () => readonly Text[] {
  const distinct = new Map<string, Text>();
  return () => {
    if (distinct.size === 0)
      for (const { text } of texts) if (!distinct.has(text.text)) distinct.set(text.text, text);
    return [...distinct.values()];
  };
}

/** `texts`: all of a project, or of the department itself. */
export function passagesOf(texts: readonly PrintedText[], project?: Project): readonly Passage[] {
  const goals = [project?.goals.annual?.lines ?? [], project?.goals.midTerm?.lines ?? []];
  const inGoals = new Set(goals.flat());
  const alone = texts.flatMap(({ text }) => (inGoals.has(text) ? [] : [{ lines: [text], project }]));
  return [...alone, ...goals.map((lines) => ({ lines, project }))];
}

/** What department.json or the exports say of the department. */
export function departmentTexts(department: Department) {
  const { name, title, unitName, overall, subGoals, safeguards, own = {}, lists = {} } = department;
  // Items that were taken from the projects would be looked at twice.
  const items = subGoals.filter(({ takenFrom }) => takenFrom === undefined);
  const itemTexts = items.flatMap((item) => [item.name, ...item.goals]);
  // What has an exact value is no wording.
  const rows = Object.values(lists).flatMap((list) => list.flatMap(({ values }) => Object.values(values)));
  const ownTexts = new Set([...Object.values(own), ...rows].filter(({ value }) => value === undefined));
  return [name, title, unitName, ...overall, ...itemTexts, ...safeguards, ...ownTexts].filter(isGiven);
}

function projectTexts(project: Project, isWorded: (field: FieldName) => boolean): readonly Text[] {
  const filled = [fieldsOfProject(project), ...project.indicators.map(wordedOfIndicator)];
  return filled.flatMap((fields) => fields.flatMap(({ field, values }) => (isWorded(field) ? values : [])));
}

/** A number with a unit beside it is a quantity, however it looks: 13800001234 吨 is no telephone number. */
function wordedOfIndicator(indicator: Indicator): ReturnType<typeof fieldsOfIndicator> {
  const fields = fieldsOfIndicator(indicator);
  const isQuantity = indicator.unit?.text && /^\d+(?:\.\d+)?$/u.test(indicator.value?.text ?? "");
  return isQuantity ? fields.filter(({ field }) => field !== "indicator.value") : fields;
}

/** What people worded: no codes, amounts or shares, and no words of a list. */
function isWording(kind: FieldKind): boolean {
  return kind === "text" || kind === "lines";
}

function isGiven(text: Text | undefined): text is Text {
  return text !== undefined;
}
