/**
 * Conditions → whether they come out the same whatever the cells say: `a < 3 and a > 5` never holds. Each is tried with
 * every order of what it compares. Those of different things are taken to be independent of each other: what is found
 * is certain, and more may be so.
 */
import {
  compareDecimals,
  convertMoney,
  type Decimal,
  subtractDecimals,
  sumDecimals,
} from "../records/index.ts";
import { type Comparator, type Formula, mirrored } from "./formula.ts";

/** `always`: it cannot fail; `never`: it cannot hold. */
type Decision = "always" | "never" | "either";

/** By how much a check lets two sides differ: numbers, and amounts in 元. `<` and `>` are taken as they stand. */
export type Slack = { readonly number: Decimal; readonly money: Decimal };
type Condition = { readonly formula: Formula; readonly slack?: Slack | undefined };

export function decisionOn(condition: Condition): Decision {
  const outcomes = casesOf([condition]).map((tried) => isHeld(condition, tried));
  if (outcomes.length === 0 || outcomes.includes(true) === outcomes.includes(false)) return "either";
  return outcomes.includes(true) ? "always" : "never";
}

/** Whether a claim can fail where another condition holds. */
export function canFail(claim: Condition, where: Condition): boolean {
  const cases = casesOf([where, claim]);
  return cases.length === 0 || cases.some((tried) => isHeld(where, tried) && !isHeld(claim, tried));
}

/** Equal for formulas that say the same, wherever they stand and whichever side comes first. */
export function sameness(formula: Formula): string {
  switch (formula.kind) {
    case "number":
    case "text":
      return limitOf(formula) ?? "";
    case "field":
      return formula.name;
    case "call": {
      const where = formula.where === undefined ? "" : ` where ${sameness(formula.where)}`;
      return `${formula.name}(${formula.args.map(sameness).toSorted().join(", ")}${where})`;
    }
    case "negative":
      return `-${sameness(formula.operand)}`;
    case "given":
    case "required":
      return askedOf(formula);
    case "blank":
      return `blank ${formula.operand.name}`;
    case "comparison": {
      const { key, operator, limit } = read({ formula });
      return `(${key} ${operator} ${limit})`;
    }
    default: {
      const { operator, left, right } = formula;
      const sides = [left, right].map(sameness);
      const isOrdered = operator === "-" || operator === "/" || operator === "else";
      return `(${(isOrdered ? sides : sides.toSorted()).join(` ${operator} `)})`;
    }
  }
}

type Comparison = Extract<Formula, { kind: "comparison" }>;
type Asked = Extract<Formula, { kind: "given" | "required" | "blank" }>;

/** What has an answer for all that ask of a field whether it is filled in. */
function askedOf({ operand }: Asked): string {
  return `given ${operand.name}`;
}

/** A comparison as one of something, or of how far two things are apart, with a number or a text. */
type Reading = Bounds & Limit & { readonly key: string; readonly operator: Comparator };
/** `low`, `high`: what still counts as equal to it. */
type Limit = { readonly limit: string; readonly low: string; readonly high: string };
/** What something can be at least, and at most. */
type Bounds = { readonly least?: string | undefined; readonly most?: string | undefined };

type Compared = Condition & { readonly formula: Comparison };

function read({ formula: { operator, left, right }, slack }: Compared): Reading {
  const [below, above] = [limitOf(left), limitOf(right)];
  if (above !== undefined)
    return { key: sameness(left), operator, ...reach(above, slackAt(right, slack)), ...boundsOf(left) };
  const turned = mirrored[operator];
  if (below !== undefined)
    return {
      key: sameness(right),
      operator: turned,
      ...reach(below, slackAt(left, slack)),
      ...boundsOf(right),
    };
  const isTurned = sameness(left) > sameness(right);
  const [one, other] = isTurned ? [right, left] : [left, right];
  const key = `${sameness(one)} beside ${sameness(other)}`;
  // Of two amounts as of two numbers: the difference has no other limit, so how much it may be does not matter.
  const near = reach("0", slack?.number);
  return { key, operator: isTurned ? turned : operator, ...near, ...boundsBeside(one, other) };
}

function reach(limit: string, by: Decimal | undefined): Limit {
  if (by === undefined) return { limit, low: limit, high: limit };
  return { limit, low: subtractDecimals(limit, by), high: sumDecimals([limit, by]) };
}

/** Of a number or an amount; a text differs or it does not. */
function slackAt(limit: Formula, slack: Slack | undefined): Decimal | undefined {
  if (limit.kind === "negative") return slackAt(limit.operand, slack);
  if (limit.kind !== "number") return undefined;
  return limit.unit === undefined ? slack?.number : slack?.money;
}

/** A number, or a text in quotation marks; undefined of what is read in the data. */
function limitOf(formula: Formula): string | undefined {
  if (formula.kind === "text") return JSON.stringify(formula.text);
  if (formula.kind === "negative" && formula.operand.kind === "number")
    return sumDecimals([`-${limitOf(formula.operand)}`]);
  if (formula.kind !== "number") return undefined;
  const { value, unit } = formula;
  return sumDecimals([unit === undefined ? value : convertMoney(value, { from: unit, to: "元" })]);
}

function boundsOf(formula: Formula): Bounds {
  if (formula.kind !== "call" || formula.name === "sum") return {};
  const limits = formula.args.flatMap((one) => limitOf(one) ?? []).toSorted(compareLimits);
  if (formula.name === "min") return { most: limits[0] };
  return { least: formula.name === "max" ? limits.at(-1) : "0" };
}

/** min(a, b) is not above a, and max(a, b) not below it. */
function boundsBeside(one: Formula, other: Formula): Bounds {
  const chosen = (from: Formula, name: "min" | "max", among: Formula) =>
    from.kind === "call" && from.name === name && from.args.map(sameness).includes(sameness(among));
  if (chosen(one, "min", other) || chosen(other, "max", one)) return { most: "0" };
  return chosen(one, "max", other) || chosen(other, "min", one) ? { least: "0" } : {};
}

function compareLimits(one: string, other: string): number {
  if (one.startsWith('"')) return one < other ? -1 : Number(one !== other);
  return compareDecimals(one, other);
}

/** By what is compared, where on its line it is: 1 at the first limit, 0 below it, 2 between that and the next. */
type Tried = ReadonlyMap<string, number>;

/** What has more cases than anybody thought of is not looked at. */
const mostCases = 4096;

function casesOf(conditions: readonly Condition[]): readonly (readonly [Tried, Lines])[] {
  const readings = conditions.flatMap(({ formula, slack }) =>
    comparisonsIn(formula).map((one) => read({ formula: one, slack })),
  );
  const lines: Lines = new Map(readings.map(({ key }) => [key, limitsOn(key, readings)]));
  const asked = new Set(conditions.flatMap(({ formula }) => askedIn(formula)).map(askedOf));
  let cases: Tried[] = [new Map()];
  const choices = [
    ...[...lines].map(([key, limits]) => [key, placesOn(key, limits, readings)] as const),
    ...[...asked].map((key) => [key, [0, 1]] as const),
  ];
  for (const [key, places] of choices) {
    if (cases.length * places.length > mostCases) return [];
    cases = cases.flatMap((tried) => places.map((place) => new Map(tried).set(key, place)));
  }
  return cases.map((tried) => [tried, lines]);
}

/** By what is compared: the limits on its line, in their order. */
type Lines = ReadonlyMap<string, readonly string[]>;

function limitsOn(key: string, readings: readonly Reading[]): readonly string[] {
  const own = readings.filter((one) => one.key === key);
  const all = own.flatMap(({ limit, low, high, least = limit, most = limit }) => [
    ...[limit, low, high, least, most],
  ]);
  return [...new Set(all)].toSorted(compareLimits);
}

function placesOn(key: string, limits: readonly string[], readings: readonly Reading[]): readonly number[] {
  const { least, most } = readings.find((one) => one.key === key) ?? {};
  const first = least === undefined ? 0 : placeOf(least, limits);
  const last = most === undefined ? 2 * limits.length : placeOf(most, limits);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

function placeOf(limit: string, limits: readonly string[]): number {
  return 2 * limits.indexOf(limit) + 1;
}

function isHeld({ formula, slack }: Condition, [tried, lines]: readonly [Tried, Lines]): boolean {
  switch (formula.kind) {
    case "logic": {
      const sides = [formula.left, formula.right].map((side) =>
        isHeld({ formula: side, slack }, [tried, lines]),
      );
      return formula.operator === "and" ? !sides.includes(false) : sides.includes(true);
    }
    case "comparison": {
      const reading = read({ formula, slack });
      return isAt(reading, tried.get(reading.key) ?? 0, lines.get(reading.key) ?? []);
    }
    case "given":
    case "required":
    case "blank":
      return (tried.get(askedOf(formula)) === 1) === (formula.kind !== "blank");
    default:
      return false;
  }
}

function isAt({ operator, limit, low, high }: Reading, place: number, limits: readonly string[]): boolean {
  const isBelow = place < placeOf(low, limits);
  const isAbove = place > placeOf(high, limits);
  switch (operator) {
    case "=":
      return !isBelow && !isAbove;
    case "!=":
      return isBelow || isAbove;
    case "<":
      return place < placeOf(limit, limits);
    case "<=":
      return !isAbove;
    case ">":
      return place > placeOf(limit, limits);
    case ">=":
      return !isBelow;
  }
}

function comparisonsIn(condition: Formula): readonly Comparison[] {
  if (condition.kind === "logic") return [condition.left, condition.right].flatMap(comparisonsIn);
  return condition.kind === "comparison" ? [condition] : [];
}

function askedIn(condition: Formula): readonly Asked[] {
  if (condition.kind === "logic") return [condition.left, condition.right].flatMap(askedIn);
  return condition.kind === "given" || condition.kind === "required" || condition.kind === "blank"
    ? [condition]
    : [];
}
