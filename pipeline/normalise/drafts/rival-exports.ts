/** The projects that each file tells of → a failure if two files are an old and a new export of the same projects. */
import type { Place } from "../../diagnostics/index.ts";
import {
  type FieldKind,
  type FieldName,
  fieldsOfIndicator,
  type Horizon,
  type Indicator,
  parseDecimal,
} from "../../records/index.ts";
import type { Context } from "./context.ts";
import { type DraftProject, identityOf, ownPlace, type Value } from "./draft.ts";

type Difference = { readonly at: Place; readonly other: Place; readonly what: string };

/** Whether there are two files of one kind that differ. Equal ones, and those that complete each other, can be joined. */
export function reportRivals(
  files: ReadonlyMap<string, readonly DraftProject[]>,
  { report, kindOf }: Pick<Context, "report" | "kindOf">,
): boolean {
  let found = false;
  const names = [...files.keys()];
  for (const [index, older] of names.entries()) {
    for (const newer of names.slice(index + 1)) {
      const differences = differencesOf(files.get(older) ?? [], files.get(newer) ?? [], kindOf);
      const [first] = differences;
      if (first === undefined) continue;
      found = true;
      report({
        code: "exports-differ",
        at: first.at,
        also: [first.other],
        args: {
          file: newer,
          other: older,
          count: differences.length,
          what: differences.slice(0, 3).map(({ what }) => what),
          chosen: names.filter((name) => name !== older),
          instead: names.filter((name) => name !== newer),
        },
      });
    }
  }
  return found;
}

/** In what two exports of the same projects differ; nothing if less than half of their projects are told twice. */
function differencesOf(
  older: readonly DraftProject[],
  newer: readonly DraftProject[],
  kindOf: Context["kindOf"],
): readonly Difference[] {
  const find = finder(older);
  const twice = newer.flatMap((draft) => {
    const other = find(draft);
    return other !== undefined && isToldTwice(other, draft) ? [{ other, draft }] : [];
  });
  if (twice.length * 2 <= Math.min(older.length, newer.length)) return [];
  return twice.flatMap(({ other, draft }) => [
    ...valueDifferences(other, draft, kindOf),
    ...indicatorDifferences(other, draft),
  ]);
}

/** By code; without one on either side by name and unit, if that is one project only. */
function finder(drafts: readonly DraftProject[]): (draft: DraftProject) => DraftProject | undefined {
  const byCode = new Map(drafts.map((draft) => [identityOf(draft).code, draft]));
  const byName = new Map<string, DraftProject | undefined>();
  const nameOf = (draft: DraftProject) => `${identityOf(draft).name}\n${identityOf(draft).unit}`;
  for (const draft of drafts) byName.set(nameOf(draft), byName.has(nameOf(draft)) ? undefined : draft);
  return (draft) => {
    const { code, name } = identityOf(draft);
    const coded = code === "" ? undefined : byCode.get(code);
    if (coded !== undefined || name === "") return coded;
    const named = byName.get(nameOf(draft));
    return named !== undefined && (code === "" || identityOf(named).code === "") ? named : undefined;
  };
}

/** Both files give goals and money, or indicators of one horizon under the same names: pages of one export do neither. */
function isToldTwice(one: DraftProject, other: DraftProject): boolean {
  const common = [...one.values.keys()].filter((field) => other.values.has(field));
  const gives = (scope: RegExp) => common.some((field) => scope.test(field));
  const same = common.length === one.values.size && common.length === other.values.size;
  const money = gives(/^(?:midTermB|b)udget\./u);
  return (money && (same || gives(/^goals\./u))) || commonIndicators(one, other).length > 0;
}

function valueDifferences(
  older: DraftProject,
  newer: DraftProject,
  kindOf: Context["kindOf"],
): readonly Difference[] {
  return [...newer.values].flatMap(([field, value]) => {
    const other = older.values.get(field);
    if (other === undefined || field === "project.order" || saysSame(kindOf(field), other, value)) return [];
    const what = `${headerOf(value.text.at) || field} ${brief(other.text.text)} / ${brief(value.text.text)}`;
    return [{ at: value.text.at, other: other.text.at, what: `${nameOf(newer)}：${what}` }];
  });
}

function indicatorDifferences(older: DraftProject, newer: DraftProject): readonly Difference[] {
  const pairs = commonIndicators(older, newer);
  if (pairs.length === 0) return [];
  const changed = pairs.flatMap(([one, other]) => {
    const [from, to] = [textsOf(one), textsOf(other)];
    const fields = [...to.keys()].filter((field) => from.has(field) && from.get(field) !== to.get(field));
    return fields.slice(0, 1).flatMap((field) => {
      const what = `${other.level3?.text} ${brief(from.get(field) ?? "")} / ${brief(to.get(field) ?? "")}`;
      return difference(ownPlace(other), ownPlace(one), `${nameOf(newer)}：${what}`);
    });
  });
  const paired = new Set(pairs.flat());
  const alone = (indicators: readonly Indicator[]) =>
    indicators.filter((one) => !paired.has(one) && one.level3);
  return [
    ...changed,
    ...alone(newer.indicators).flatMap((one) =>
      difference(ownPlace(one), older.at, `${nameOf(newer)}：— / ${one.level3?.text}`),
    ),
    ...alone(older.indicators).flatMap((one) =>
      difference(newer.at, ownPlace(one), `${nameOf(newer)}：${one.level3?.text} / —`),
    ),
  ];
}

function difference(at: Place | undefined, other: Place | undefined, what: string): readonly Difference[] {
  return at === undefined || other === undefined ? [] : [{ at, other, what }];
}

/** Indicators of one horizon that both have under one name, each paired once. */
function commonIndicators(
  { indicators }: DraftProject,
  other: DraftProject,
): readonly (readonly [Indicator, Indicator])[] {
  if (indicators.length === 0 || other.indicators.length === 0) return [];
  const waiting = new Map<string, Indicator[]>();
  for (const one of indicators) {
    const key = keyOfIndicator(one);
    waiting.set(key, [...(waiting.get(key) ?? []), one]);
  }
  return other.indicators.flatMap((two) => {
    const [one, ...rest] = two.level3 === undefined ? [] : (waiting.get(keyOfIndicator(two)) ?? []);
    if (one !== undefined) waiting.set(keyOfIndicator(two), rest);
    return one === undefined ? [] : [[one, two] as const];
  });
}

function keyOfIndicator({ horizon, level3 }: { horizon: Horizon; level3?: Indicator["level3"] }): string {
  return `${horizon} ${plain(level3?.text ?? "")}`;
}

function textsOf(indicator: Indicator): ReadonlyMap<FieldName, string> {
  return new Map(
    fieldsOfIndicator(indicator).map(({ field, values }) => [
      field,
      values.map(({ text }) => plain(text)).join(),
    ]),
  );
}

function saysSame(kind: FieldKind, one: Value, other: Value): boolean {
  if (plain(one.text.text) === plain(other.text.text)) return true;
  if (kind !== "money") return false;
  // Amounts in two units are compared by whoever reads them as money.
  return one.unit?.unit !== other.unit?.unit || amountOf(one) === amountOf(other);
}

function amountOf({ text }: Value): string {
  return parseDecimal(text.text.replaceAll(",", ""))?.toString() ?? text.text;
}

function plain(text: string): string {
  return text.normalize("NFKC").replace(/\s+/gu, "");
}

function brief(text: string): string {
  return text.length > 20 ? `${text.slice(0, 20)}…` : text;
}

function nameOf(draft: DraftProject): string {
  const { name, code } = identityOf(draft);
  return name || code;
}

function headerOf(at: Place): string {
  if (at.kind === "cell") return at.header?.replace(/\s+/gu, "") ?? "";
  return at.kind === "json" ? (at.pointer.split("/").at(-1) ?? "") : "";
}
