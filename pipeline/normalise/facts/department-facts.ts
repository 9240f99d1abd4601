/** Reads what a JSON file says of the department itself: its name and year, its form, and its Part 1. */
import {
  type JsonPlace,
  type Place,
  type Report,
  type Severity,
  stageRows,
} from "../../diagnostics/index.ts";
import type { RawEntry, RawNode } from "../../read/index.ts";
import {
  checkDepartmentFile,
  type DepartmentKey,
  departmentKeys,
  type IgnoreEntry,
  ignoreKeys,
  keptRowKeys,
  type MoneyUnit,
  moneyUnits,
  nearestName,
  type PublicSettings,
  publicKeys,
  RuleSetting,
  type RuleSettings,
  StyleSheet,
  type SubGoal,
  sourceKeys,
  subGoalKeys,
  type Text,
} from "../../records/index.ts";
import { amountSource, nodeLines, nodeSource, toText } from "../headers/source-text.ts";

const singleFacts = ["name", "year", "title", "unitCode", "unitName", "form", "budgetTotal"] as const;

/** The unit of money that the department states, and where. */
export type DepartmentUnit = { readonly unit: MoneyUnit; readonly at: Place };

export type Facts = { readonly [Name in (typeof singleFacts)[number]]?: Text } & {
  readonly moneyUnit?: DepartmentUnit;
  readonly overall: readonly Text[];
  readonly subGoals: readonly SubGoal[];
  readonly safeguards: readonly Text[];
  readonly rules?: RuleSettings;
  readonly ignored?: readonly IgnoreEntry[];
  readonly public?: PublicSettings | undefined;
  readonly styles?: StyleSheet;
  /** What may be fields of the form's own, which is not known yet. */
  readonly own: readonly RawEntry[];
};

/** What is needed to know a key: the rules that may be set, and whether a form may have a field of that name. */
export type KnownKeys = {
  readonly ruleCodes: readonly string[];
  readonly isOwn: (key: string) => boolean;
  /** What an unknown key may have been meant to be: one of those that all forms share, or of what the form asks for. */
  readonly nearest: (entry: RawEntry, shared: readonly string[]) => string;
};

const factNames: ReadonlySet<string> = new Set(Object.entries(departmentKeys).flat());

type Known = ReadonlyMap<string, RawEntry>;

/** Canonical key → the Chinese one. */
type Keys = Readonly<Record<string, string>>;

/** Reports unknown keys, and as failures values of a wrong kind. */
export function readFacts(
  given: readonly RawEntry[],
  { ruleCodes, isOwn, nearest }: KnownKeys,
  report: Report,
): Facts {
  const entries = given.flatMap(withOwnKeys);
  const own = entries.filter(({ key }) => !factNames.has(key) && isOwn(key));
  const known = canonicalEntries(
    entries.filter((entry) => !own.includes(entry)),
    departmentKeys,
    report,
    nearest,
  );
  const problems = checkDepartmentFile(plainObject(known));
  for (const { path, expected } of problems) {
    const { at, key, found } = locate(known, path);
    report({ code: "department-value-wrong", at, found, args: { key, expected } });
  }
  const wrong = new Set(problems.map(({ path }) => path[0]));
  const node = (key: DepartmentKey): RawNode | undefined =>
    wrong.has(key) ? undefined : known.get(key)?.value;
  const singles: Partial<Record<(typeof singleFacts)[number], Text>> = {};
  for (const key of singleFacts) {
    const text = key === "budgetTotal" ? amountOf(node(key), report) : textOf(node(key), report);
    if (text !== undefined) singles[key] = text;
  }
  const stated = textOf(node("moneyUnit"), report);
  const unit = moneyUnits.find((one) => one === stated?.text);
  const moneyUnit = stated && unit && { unit, at: stated.at };
  const rules = readRules(node("rules"), ruleCodes, report);
  reportItemKeys(node("sources"), sourceKeys, report);
  reportItemKeys(node("keptRows"), keptRowKeys, report);
  const ignored = readIgnored(node("ignored"), ruleCodes, report);
  return {
    ...singles,
    moneyUnit,
    overall: linesOf(node("overall"), report),
    subGoals: readSubGoals(node("subGoals"), report),
    safeguards: linesOf(node("safeguards"), report),
    rules,
    ignored: ignored.length === 0 ? undefined : ignored,
    public: readPublic(node("public"), report),
    styles: readStyles(node("styles"), node("twoSided")),
    own,
  };
}

/** The form's own fields under their full names, if they have an object of their own. */
function withOwnKeys(entry: RawEntry): readonly RawEntry[] {
  if (entry.key !== "own" || entry.value.kind !== "object") return [entry];
  return entry.value.entries.map((own) => ({ ...own, key: `department.own.${own.key}` }));
}

/** What the department changes in the form's style; 双面 is a page setting under a name of its own. */
function readStyles(node: RawNode | undefined, twoSidedNode: RawNode | undefined): StyleSheet | undefined {
  const styles = node?.kind === "object" ? StyleSheet.parse(plain(node, "styles")) : undefined;
  const twoSided = isYes(twoSidedNode);
  return twoSided === undefined ? styles : { ...styles, page: { ...styles?.page, twoSided } };
}

function isYes(node: RawNode | undefined): boolean | undefined {
  if (node?.kind === "boolean") return node.value;
  return node?.kind === "text" ? node.text === "是" : undefined;
}

function readSubGoals(node: RawNode | undefined, report: Report): SubGoal[] {
  const items = node?.kind === "list" ? node.items : [];
  return items.flatMap((item) => {
    const known = canonicalEntries(item.kind === "object" ? item.entries : [], subGoalKeys, report);
    const name = textOf(known.get("name")?.value, report);
    return [{ name, goals: linesOf(known.get("goals")?.value, report) }];
  });
}

function reportItemKeys(node: RawNode | undefined, keys: Keys, report: Report): void {
  for (const item of node?.kind === "list" ? node.items : []) {
    if (item.kind === "object") canonicalEntries(item.entries, keys, report);
  }
}

/**
 * An entry whose rules there are not, or which are failures, has no effect and is reported. One that has a key which is not
 * known says less than it was to say, and would ignore more: it ignores nothing.
 */
function readIgnored(node: RawNode | undefined, ruleCodes: readonly string[], report: Report): IgnoreEntry[] {
  const items = node?.kind === "list" ? node.items : [];
  if (items.length > mostIgnored && node !== undefined) {
    report({ code: "ignore-too-many", at: node.at, args: { count: items.length, allowed: mostIgnored } });
    return [];
  }
  return items.flatMap((item): IgnoreEntry[] => {
    const entries = item.kind === "object" ? item.entries : [];
    let isUnderstood = true;
    const known = canonicalEntries(entries, ignoreKeys, (found) => {
      isUnderstood &&= found.code !== "department-key-unknown";
      report(found);
    });
    const text = (key: keyof typeof ignoreKeys) => textOf(known.get(key)?.value, report);
    const texts = (key: keyof typeof ignoreKeys) => {
      const lines = linesOf(known.get(key)?.value, report);
      return lines.length === 0 ? undefined : lines;
    };
    const reason = text("reason");
    if (reason === undefined) return [];
    const codes = texts("rule")?.flatMap((rule) => codesCalled(rule.text, rule.at, ruleCodes, report));
    if (codes?.length === 0 || !isUnderstood) return [];
    const entry = { projects: texts("project"), place: text("place"), by: text("by"), until: text("until") };
    return [{ at: item.at, codes, ...entry, reason }];
  });
}

/** More than anybody looks at one by one; each is compared with each finding. */
const mostIgnored = 5000;

function readPublic(node: RawNode | undefined, report: Report): PublicSettings | undefined {
  if (node?.kind !== "object") return undefined;
  const known = canonicalEntries(node.entries, publicKeys, report);
  const texts = (key: keyof typeof publicKeys) => linesOf(known.get(key)?.value, report);
  return { leftOut: texts("leftOut"), names: texts("names"), nameFields: texts("nameFields") };
}

/** Settings of the checker's rules; one of an unknown code has no effect and is reported. */
function readRules(
  node: RawNode | undefined,
  ruleCodes: readonly string[],
  report: Report,
): RuleSettings | undefined {
  if (node?.kind !== "object") return undefined;
  const settings: Record<string, RuleSetting> = {};
  for (const { key, at, value } of node.entries) {
    for (const code of codesCalled(key, at, ruleCodes, report))
      settings[code] = RuleSetting.parse(plain(value, "rules"));
  }
  return settings;
}

/** A check of a form is meant by its own name as well: 〈form〉/total-score, total-score. None: reported. */
function codesCalled(
  name: string,
  at: Place,
  ruleCodes: readonly string[],
  report: Report,
): readonly string[] {
  const codes = ruleCodes.includes(name) ? [name] : ruleCodes.filter((code) => code.endsWith(`/${name}`));
  if (codes.length === 0 && isFailure(name)) report({ code: "rule-is-a-failure", at, args: { rule: name } });
  else if (codes.length === 0)
    report({ code: "rule-unknown", at, args: { rule: name, nearest: nearestName(name, ruleCodes) } });
  return codes;
}

const rows: ReadonlyMap<string, { readonly severity: Severity }> = new Map(Object.entries(stageRows));

function isFailure(code: string): boolean {
  return rows.get(code)?.severity === "failure";
}

/** Entries by canonical name, from either spelling. */
export function canonicalEntries(
  entries: readonly RawEntry[],
  keys: Keys,
  report: Report,
  nearestTo: KnownKeys["nearest"] = ({ key }, names) => nearestName(key, names),
): Known {
  const canonical = new Map(
    Object.entries(keys).flatMap(([name, spelling]) => [
      [name, name],
      [spelling, name],
    ]),
  );
  const known = new Map<string, RawEntry>();
  for (const entry of entries) {
    const name = canonical.get(entry.key);
    if (name === undefined && entry.key !== "$schema") {
      const nearest = nearestTo(entry, [...canonical.keys()]);
      report({ code: "department-key-unknown", at: entry.at, args: { key: entry.key, nearest } });
    } else if (name !== undefined) {
      const first = known.get(name);
      if (first === undefined) known.set(name, entry);
      // Two exports of one department both give its name and its year.
      else if (sayingOf(first.value) !== sayingOf(entry.value))
        report({ code: "department-key-twice", at: entry.at, also: [first.at], args: { key: entry.key } });
    }
  }
  return known;
}

/** A value as text, whether it is written as a number or as a text; made at once, as a text within a text is twice as long. */
function sayingOf(node: RawNode): string {
  return JSON.stringify(plainOf(node));
}

function plainOf(node: RawNode): unknown {
  if (node.kind === "list") return node.items.map(plainOf);
  if (node.kind === "object")
    return node.entries
      .toSorted((one, other) => (one.key < other.key ? -1 : 1))
      .map(({ key, value }) => [key, plainOf(value)]);
  return nodeSource(node, () => {}).trim();
}

/** Objects whose keys are names of the department's own, and none of the schema's. */
const keyedByPeople = new Set(["rules", "aliases", "styles", "values", "omittedRows"]);

/** Of objects, and of lists of objects: the keys of one of them. */
const keysOfItems: ReadonlyMap<string, Keys> = new Map<DepartmentKey, Keys>([
  ["subGoals", subGoalKeys],
  ["sources", sourceKeys],
  ["keptRows", keptRowKeys],
  ["ignored", ignoreKeys],
  ["public", publicKeys],
]);

function plainObject(known: Known): Record<string, unknown> {
  return Object.fromEntries([...known].map(([name, { value }]) => [name, plain(value, name)]));
}

function plain(node: RawNode, key: string): unknown {
  switch (node.kind) {
    case "text":
      return node.text;
    case "number":
      return Number(node.text);
    case "boolean":
      return node.value;
    case "null":
      return null;
    case "list":
      return node.items.map((item) => plain(item, key));
    case "object": {
      if (keyedByPeople.has(key))
        return Object.fromEntries(node.entries.map((entry) => [entry.key, plain(entry.value, key)]));
      // Unknown keys of an item are findings of their own, reported when it is read.
      return plainObject(canonicalEntries(node.entries, keysOfItems.get(key) ?? {}, () => {}));
    }
  }
}

/** The value that a path of canonical names and indexes leads to. */
function locate(
  known: Known,
  path: readonly (string | number)[],
): { at: JsonPlace; key: string; found: string } {
  const [first, ...rest] = path;
  const entry = known.get(String(first));
  if (entry === undefined)
    throw new Error(`the schema of department.json faults a key that is not there: ${path}`);
  let node = entry.value;
  let key = entry.key;
  for (const part of rest) {
    if (node.kind === "object") {
      const own = node.entries.find((one) => one.key === String(part));
      const inner: RawEntry | undefined =
        canonicalEntries(node.entries, keysOfItems.get(String(first)) ?? {}, () => {}).get(String(part)) ??
        own;
      key = inner?.key ?? key;
      node = inner?.value ?? node;
    } else if (node.kind === "list") node = node.items[Number(part)] ?? node;
  }
  return { at: node.at, key, found: sketch(node) };
}

function sketch(node: RawNode): string {
  if (node.kind === "list") return "[ … ]";
  if (node.kind === "object") return "{ … }";
  if (node.kind === "null") return "null";
  return node.kind === "boolean" ? String(node.value) : node.text;
}

function textOf(node: RawNode | undefined, report: Report): Text | undefined {
  return node === undefined ? undefined : toText(nodeSource(node, report), node.at, report);
}

function amountOf(node: RawNode | undefined, report: Report): Text | undefined {
  return node && toText(amountSource(node, nodeSource(node, report)), node.at, report);
}

function linesOf(node: RawNode | undefined, report: Report): Text[] {
  return node === undefined ? [] : nodeLines(node, report);
}
