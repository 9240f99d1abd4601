/** Turns a JSON object that holds a whole project into a draft: its fields, money, goals and indicators. */
import { columnKey } from "../../diagnostics/index.ts";
import type { ObjectNode, RawEntry, RawNode } from "../../read/index.ts";
import {
  type FieldKind,
  type FieldName,
  type Horizon,
  isFieldName,
  rankOfLevel,
  rowOf,
  type SectionName,
  sectionKeys,
  sectionNames,
} from "../../records/index.ts";
import type { Context } from "../drafts/context.ts";
import { createDraft, type DraftProject, type Value } from "../drafts/draft.ts";
import { headerKey, horizonOf, keysOf, type StatedUnit, statedUnit } from "../headers/header-key.ts";
import { decides, objectsThatStay } from "../headers/left-out.ts";
import { matchesOf, matchHeader, midTermField, nearestHeader } from "../headers/match-header.ts";
import type { Meanings } from "../headers/meanings.ts";
import { amountSource, isHollow, nodeLines, nodeSource, toText } from "../headers/source-text.ts";
import { meaningBelow, saysOtherMoney } from "../tables/join-headers.ts";
import { listGrid } from "../tables/list-grid.ts";
import { createIndicatorReader, type KnownHorizon, readHorizon } from "../tables/read-indicators.ts";
import { isEnvelopeKey } from "./envelope.ts";
import { holdsIndicators, indicatorObjects, isHorizon } from "./level-tree.ts";

/** What surrounds an entry: its file, the part of the record it belongs to, and the unit of money stated there. */
type Scope = {
  readonly file: string;
  /** What a canonical name below it begins with: `project`, `budget`, `budget.own`. */
  readonly part: string;
  /** The key of the object that it is in, if that is part of what its own key means. */
  readonly under?: string;
  readonly horizon?: KnownHorizon;
  readonly unit?: StatedUnit;
  /** Whether it holds the project's indicators as the answer to a query: its `total` is their number then. */
  readonly answers?: boolean;
};
type Section = SectionName | "own";

const sections: ReadonlyMap<string, Section> = new Map<string, Section>([
  ["own", "own"],
  ...sectionNames.flatMap((name) =>
    [name, ...sectionKeys[name]].map((key) => [headerKey(key).key, name] as const),
  ),
]);

export function treeProject(file: string, node: ObjectNode, context: Context): DraftProject {
  const draft = createDraft(node.at);
  const scope = { file, part: "project", unit: unitIn(node) };
  readEntries(draft, { node: withName(node, context), scope }, context);
  return withGoalPlaced(draft, node, context);
}

/** A node of a tree is often called `label` or `title`; only where nothing else names the project that is its name. */
function withName(node: ObjectNode, { vocabulary }: Context): ObjectNode {
  const isNamed = node.entries.some(({ key }) => matchHeader(key, vocabulary)?.field === "project.name");
  const label = isNamed ? undefined : node.entries.find(isNodeLabel);
  if (label === undefined) return node;
  return { ...node, entries: node.entries.map((one) => (one === label ? { ...one, key: "项目名称" } : one)) };
}

function isNodeLabel({ key, value }: RawEntry): boolean {
  return ["label", "title", "text"].includes(headerKey(key).key) && value.kind === "text";
}

/** 绩效目标 in a record that says 中期 of itself is the mid-term goal. */
function withGoalPlaced(draft: DraftProject, { entries }: ObjectNode, context: Context): DraftProject {
  const goal = draft.values.get("goals.annual");
  if (goal === undefined || draft.indicators.length > 0) return draft;
  const goalOf = entries
    .map((entry) => statedHorizon(entry, context))
    .find((horizon) => horizon !== undefined);
  if (goalOf === undefined) return draft;
  const others = [...draft.values].filter(([field]) => field !== "goals.annual");
  const values = new Map<FieldName, Value>([
    ...others,
    [goalOf === "midTerm" ? "goals.midTerm" : "goals.annual", goal],
  ]);
  return { ...draft, values, goalOf };
}

const horizonKeys = new Set(keysOf(rowOf("indicator.horizon")?.spellings ?? []));

/** The horizon that a record states of itself, in words or in the code of a column that has one. */
function statedHorizon({ key, value }: RawEntry, { meaningsOf }: Context): Horizon | undefined {
  if (value.kind !== "text" && value.kind !== "number") return undefined;
  if (!horizonKeys.has(headerKey(key).key)) return undefined;
  const text = value.text.trim();
  return horizonOf(meaningsOf(key, "indicator.horizon")?.get(text) ?? text);
}

/** What a document says once for all of its projects, by field. */
export function sharedValues(
  entries: readonly RawEntry[],
  { vocabulary, report }: Context,
): ReadonlyMap<FieldName, Value> {
  const values = new Map<FieldName, Value>();
  for (const { key, value } of entries) {
    const field = matchHeader(key, vocabulary)?.field;
    const text = toText(nodeSource(value, report), value.at, report);
    if (field !== undefined && text !== undefined && !values.has(field)) values.set(field, { text });
  }
  return values;
}

function readEntries(
  draft: DraftProject,
  { node, scope }: { node: ObjectNode; scope: Scope },
  context: Context,
): void {
  for (const entry of node.entries) {
    const section = sections.get(headerKey(entry.key).key);
    const money =
      section === undefined && entry.value.kind === "object" ? moneyPart(entry, scope, context) : undefined;
    if (section === "indicators" || holdsIndicators(entry.value, context.indicatorVocabulary)) {
      const horizon = horizonOfEntry(entry, context) ?? scope.horizon;
      readIndicators(draft, { node: entry.value, scope: { ...scope, horizon } }, context);
    } else if (section !== undefined && entry.value.kind === "object") {
      const unit = headerKey(entry.key).unit ?? unitIn(entry.value) ?? scope.unit;
      const part = section === "own" ? `${scope.part}.own` : section;
      const inner = { ...scope, part, unit };
      readEntries(draft, { node: entry.value, scope: inner }, context);
    } else if (entry.value.kind === "object" && money !== undefined) {
      const unit = headerKey(entry.key).unit ?? unitIn(entry.value) ?? scope.unit;
      readEntries(draft, { node: entry.value, scope: { ...scope, ...money, unit } }, context);
    } else if (
      scope.part === "project" &&
      entry.value.kind === "object" &&
      isPart(entry.value, context) &&
      !holdsOtherMoney(entry, context)
    ) {
      const unit = headerKey(entry.key).unit ?? unitIn(entry.value) ?? scope.unit;
      const answers = entry.value.entries.some(({ value }) =>
        holdsIndicators(value, context.indicatorVocabulary),
      );
      readEntries(draft, { node: entry.value, scope: { ...scope, answers, unit } }, context);
    } else if (!isUnitEntry(entry) && !(scope.answers && isEnvelopeKey(entry)))
      readField(draft, { entry, scope }, context);
  }
}

/** An object below the name of a total, or of parts of it, holds that money: 年初预算数 { 资金总额, 财政拨款 }. */
function moneyPart(
  { key, value }: RawEntry,
  { part }: Scope,
  { vocabulary }: Context,
): Pick<Scope, "part" | "under"> | undefined {
  if (part !== "project" || value.kind !== "object") return undefined;
  const field = matchHeader(key, vocabulary)?.field;
  if (field === "budget.total") return { part: "budget", under: key };
  if (field === "midTermBudget.total") return { part: "midTermBudget", under: key };
  const known = value.entries.some((entry) => matchHeader(`${key}${entry.key}`, vocabulary) !== undefined);
  return known ? { part, under: key } : undefined;
}

/** `{"上年预算": {"合计": 7}}`; amounts of the budget's own year have spellings that name it. */
function holdsOtherMoney({ key, value }: RawEntry, { vocabulary }: Context): boolean {
  if (value.kind !== "object" || !saysOtherMoney(key)) return false;
  const match = (text: string) => matchHeader(text, vocabulary);
  const amounts = value.entries.filter((one) => match(one.key)?.kind === "money");
  return amounts.length > 0 && amounts.every((one) => match(meaningBelow(key, one.key, match)) === undefined);
}

/** An object that only keeps some of a project's fields together, whatever it is called. */
function isPart({ entries }: ObjectNode, { vocabulary, indicatorVocabulary }: Context): boolean {
  // Of a point in time, whose `year` is not the project's.
  if (entries.some(({ key }) => key === "time")) return false;
  return entries.some(({ key, value }) => {
    if (holdsIndicators(value, indicatorVocabulary)) return true;
    const field = matchHeader(key, vocabulary)?.field;
    return value.kind !== "object" && field !== undefined && !field.startsWith("indicator.");
  });
}

function readField(
  draft: DraftProject,
  { entry, scope }: { entry: RawEntry; scope: Scope },
  context: Context,
): void {
  const match = fieldOf(entry.key, scope, context);
  if (match === undefined) {
    if (isHollow(entry.value) || statedHorizon(entry, context) !== undefined || decides(entry.key, context))
      return;
    if (entry.value.kind === "object" && isEnvelopeKey(entry)) return;
    context.reportOnce(`unknown ${columnKey(entry.at)}`, () => ({
      code: "column-unknown",
      at: entry.at,
      args: { header: entry.key, nearest: nearestHeader(entry.key, context.vocabulary) },
    }));
    return;
  }
  const written = valueFrom(entry.value, { kind: match.kind, unit: match.unit ?? scope.unit }, context);
  const value = written && withMeaning(written, context.meaningsOf(entry.key, match.field));
  if (value === undefined) context.noteBlank({ field: match.field, at: entry.value.at });
  else context.noteUse({ field: match.field, at: entry.at, header: entry.key });
  const first = draft.values.get(match.field);
  if (value === undefined || first?.text.text === value.text.text) return;
  if (first === undefined) draft.values.set(match.field, value);
  else reportSecond({ entry, first }, context);
}

/** The value that a code stands for; what was written is kept beside it. */
function withMeaning(value: Value, meanings: Meanings | undefined): Value {
  const meant = meanings?.get(value.text.text);
  if (meant === undefined) return value;
  const { lines: _, ...rest } = value;
  return { ...rest, text: { ...value.text, text: meant, raw: value.text.raw ?? value.text.text } };
}

function reportSecond({ entry, first }: { entry: RawEntry; first: Value }, { reportOnce }: Context): void {
  reportOnce(`duplicate ${columnKey(entry.at)}`, () => ({
    code: "column-repeated",
    at: entry.at,
    also: [first.text.at],
    args: { header: entry.key },
  }));
}

function fieldOf(
  key: string,
  { part, under = "" }: Scope,
  { vocabulary, kindOf }: Context,
): { readonly field: FieldName; readonly kind: FieldKind; readonly unit?: StatedUnit } | undefined {
  const horizon = part === "goals" ? horizonOf(key) : undefined;
  if (horizon !== undefined)
    return { field: horizon === "annual" ? "goals.annual" : "goals.midTerm", kind: "lines" };
  const canonical = `${part}.${key}`;
  if (isFieldName(canonical)) return { field: canonical, kind: kindOf(canonical) };
  const together = under === "" ? [] : matchesOf(`${under}${key}`, vocabulary);
  const matches = [...together, ...matchesOf(key, vocabulary)].filter(
    ({ field }) => !field.startsWith("indicator."),
  );
  const section = part.split(".")[0] ?? part;
  const [match] = [
    ...matches.filter((one) => together.includes(one)),
    ...matches.filter(({ field }) => inSection(field, section)),
    ...matches,
  ];
  if (match === undefined) return undefined;
  const isMidTerm = match.field.startsWith("midTermBudget.");
  // Money that only the other horizon has is none of this section's.
  if (section === "budget" && isMidTerm && !together.includes(match)) return undefined;
  return section === "midTermBudget" ? { ...match, field: midTermField(match.field) } : match;
}

function inSection(field: FieldName, section: string): boolean {
  return field.startsWith(`${section}.`) || midTermField(field).startsWith(`${section}.`);
}

function valueFrom(
  node: RawNode,
  { kind, unit }: { kind: FieldKind; unit?: StatedUnit },
  { report }: Context,
): Value | undefined {
  if (node.kind === "list") {
    const lines = nodeLines(node, report);
    const [first] = lines;
    if (first === undefined) return undefined;
    return { text: { text: lines.map(({ text }) => text).join("\n"), at: first.at }, lines };
  }
  const isMoney = kind === "money";
  const source = nodeSource(node, report);
  const text = toText(isMoney ? amountSource(node, source) : source, node.at, report);
  if (text === undefined) return undefined;
  return { text, unit: isMoney && unit !== undefined ? { unit, from: "header" } : undefined };
}

function readIndicators(
  draft: DraftProject,
  { node, scope }: { node: RawNode; scope: Scope },
  context: Context,
): void {
  if (node.kind === "object") {
    const halves = node.entries.flatMap((entry) => {
      const horizon = horizonOfEntry(entry, context);
      return horizon === undefined ? [] : [{ value: entry.value, horizon }];
    });
    for (const { value, horizon } of halves)
      readIndicators(draft, { node: value, scope: { ...scope, horizon } }, context);
    if (halves.length > 0) return;
    const answer = node.entries.find(
      ({ key, value }) =>
        rankOfLevel(key) === undefined && holdsIndicators(value, context.indicatorVocabulary),
    );
    if (answer !== undefined && node.entries.every((entry) => entry === answer || isEnvelopeKey(entry))) {
      readIndicators(draft, { node: answer.value, scope }, context);
      return;
    }
  }
  const inside = { ...context, vocabulary: context.indicatorVocabulary, kind: "indicators" } as const;
  const objects = objectsThatStay(indicatorObjects(node, context), context).map(withOwnKeys);
  const grid = listGrid(scope.file, objects, inside);
  const read = createIndicatorReader(grid, context, scope.horizon);
  for (let row = 0; row < grid.rowCount; row += 1) draft.indicators.push(...read(row, row === 0, draft));
}

/** Undefined of a key that names no horizon, and none of the form's groups. */
function horizonOfEntry({ key, at }: RawEntry, context: Context): KnownHorizon | undefined {
  return isHorizon(key) || context.groupCalled(key) !== undefined
    ? readHorizon({ text: key.trim(), at }, context)
    : undefined;
}

/** The form's own fields of an indicator under their full names, if they have an object of their own. */
function withOwnKeys(node: ObjectNode): ObjectNode {
  const entries = node.entries.flatMap((entry) =>
    entry.key === "own" && entry.value.kind === "object"
      ? entry.value.entries.map((own) => ({ ...own, key: `indicator.own.${own.key}` }))
      : [entry],
  );
  return { ...node, entries };
}

function unitIn({ entries }: ObjectNode): StatedUnit | undefined {
  const entry = entries.find(isUnitEntry);
  if (entry?.value.kind !== "text" || entry.value.text.trim() === "") return undefined;
  return statedUnit(entry.value.text) ?? "unknown";
}

/** 单位 is also the agency; it is the unit of money if it names one. */
function isUnitEntry({ key, value }: RawEntry): boolean {
  const name = headerKey(key).key;
  if (name === "金额单位" || name === "moneyunit") return true;
  return name === "单位" && value.kind === "text" && statedUnit(value.text) !== undefined;
}
