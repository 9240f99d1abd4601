/** Turns the text of an amount into an exact decimal with its unit; what is unclear is reported and never guessed. */
import { columnKey } from "../../diagnostics/index.ts";
import {
  type Amount,
  type Budget,
  type MoneyField,
  type MoneyUnit,
  moneyFields,
  parseDecimal,
  type Text,
  type UnitOrigin,
} from "../../records/index.ts";
import { type StatedUnit, statedUnit } from "../headers/header-key.ts";
import type { Context } from "./context.ts";
import { type DraftProject, filled, ownValues, subjectOfDraft, type Value } from "./draft.ts";

type Unit = { readonly unit: StatedUnit; readonly from: UnitOrigin };

/** `183.3万` → 183.3 and 万元; `(42)` and `(¥42)` → -42 and `-` → 0, as accountants write them. Without `value` it is no number; without `unit` the text states none. */
export function parseMoney(text: string): { readonly value?: string; readonly unit?: StatedUnit } {
  const flat = text
    .normalize("NFKC")
    .trim()
    .replace(/^([-+−(]?)\s*¥\s*/u, "$1")
    .replace(/^\(([\d,.]+)\)$|^−/u, (_, inBrackets: string | undefined) => `-${inBrackets ?? ""}`);
  if (dash.test(flat)) return { value: "0" };
  const parts = /^([+-]?[\d,.]+)\s*(\D*)$/u.exec(flat);
  if (parts === null) return {};
  const [, number = "", word = ""] = parts;
  const unit = word === "" ? undefined : statedUnit(word);
  if (word !== "" && unit === undefined) return {};
  const grouped = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(number);
  const value = parseDecimal(grouped ? number.replaceAll(",", "") : number);
  if (value === undefined) return {};
  return unit === undefined ? { value } : { value, unit };
}

const dash = /^[-—–]+$/u;

function isDash(text: string): boolean {
  return parseMoney(text).value === "0" && !/\d/u.test(text);
}

/** What amounts are read by, besides what is said of them. */
type MoneyContext = Pick<Context, "report" | "reportOnce" | "statedUnit">;

/** The total and sources of one horizon. A unit stated on the total covers the sources below it. */
export function readBudget(
  draft: DraftProject,
  {
    part,
    departmentUnit,
  }: { readonly part: "budget" | "midTermBudget"; readonly departmentUnit: MoneyUnit | undefined },
  context: MoneyContext,
): Budget {
  const value = (name: MoneyField) => draft.values.get(`${part}.${name}`);
  const total = value("total");
  const inherited = inheritedUnit(total);
  const amountOf = (source: Value, above?: Unit) =>
    readMoney(source, { draft, above, departmentUnit }, context);
  const amounts = filled(moneyFields, (name) => {
    const source = value(name);
    return source && amountOf(source, name === "total" ? undefined : inherited);
  });
  const own = ownValues(draft, part).map(([name, source]) => [name, amountOf(source, inherited)] as const);
  return { ...amounts, own: Object.fromEntries(own) };
}

/** What a total says of the unit of the amounts beside it. */
export function inheritedUnit(total: Value | undefined): Unit | undefined {
  const stated = total && ownUnit(total);
  return stated && { unit: stated.unit, from: "inherited" };
}

/** An amount of a project. Its unit is its own, or that of the total `above` it, or its file's or its department's. */
export function readMoney(
  source: Value,
  {
    draft,
    above,
    departmentUnit,
  }: {
    readonly draft: DraftProject;
    readonly above: Unit | undefined;
    readonly departmentUnit: MoneyUnit | undefined;
  },
  context: MoneyContext,
): Amount {
  const inDepartment: Unit | undefined = departmentUnit && { unit: departmentUnit, from: "department" };
  const ofFile = context.statedUnit === undefined ? (fileUnit(source) ?? inDepartment) : inDepartment;
  compareUnits(source, { draft }, context);
  return toAmount(source.text, { unit: ownUnit(source) ?? above ?? ofFile, draft }, context);
}

/** An amount that belongs to no project, as the department's own total. */
export function readAmount(text: Text, departmentUnit: MoneyUnit | undefined, context: MoneyContext): Amount {
  const cell = parseMoney(text.text).unit;
  const said: Unit | undefined = cell === undefined ? undefined : { unit: cell, from: "cell" };
  const unit = said ?? (departmentUnit && { unit: departmentUnit, from: "department" as const });
  return toAmount(text, { unit }, context);
}

function ownUnit({ text, unit }: Value): Unit | undefined {
  const inCell = parseMoney(text.text).unit;
  if (inCell !== undefined) return { unit: inCell, from: "cell" };
  return unit === undefined || unit.from === "file" ? undefined : unit;
}

/** A cell may say another unit than its header or its file. */
function compareUnits(
  { text, unit: above }: Value,
  { draft }: { draft: DraftProject },
  context: MoneyContext,
): void {
  const inCell = parseMoney(text.text).unit;
  const isOther =
    inCell !== undefined && above !== undefined && above.unit !== "unknown" && above.unit !== inCell;
  if (!isOther || inCell === "unknown") return;
  context.report({
    code: "money-unit-contradicts",
    at: text.at,
    subject: subjectOfDraft(draft),
    found: text.text,
    args: { used: inCell, others: [above.unit] },
  });
}

function fileUnit({ unit }: Value): Unit | undefined {
  return unit?.from === "file" ? unit : undefined;
}

function toAmount(
  text: Text,
  { unit, draft }: { unit: Unit | undefined; draft?: DraftProject },
  context: MoneyContext,
): Amount {
  const { value } = parseMoney(text.text);
  const finding = { at: text.at, found: text.text, subject: draft && subjectOfDraft(draft), args: {} };
  if (value === undefined) {
    context.report({ code: "money-not-a-number", ...finding });
    return text;
  }
  if (isDash(text.text))
    return { ...text, value, unit: unit?.unit === "unknown" ? undefined : unit?.unit, unitFrom: unit?.from };
  if (unit === undefined || unit.unit === "unknown") {
    // A column whose header lacks the unit is one finding, not one for each project.
    context.reportOnce(`unit ${columnKey(text.at) ?? ""}`, () => ({
      code: "money-unit-unknown",
      ...finding,
    }));
    return { ...text, value };
  }
  return { ...text, value, unit: unit.unit, unitFrom: unit.from };
}
