/** Records → the same with their texts masked; what says where they stand, and what they are counted by, stays. */
import { isRecord, type JsonRecord } from "../files/index.ts";
import { moneyFields } from "../records/index.ts";

/** Lines that follow one another → each masked; a number may begin in one and end in the next. */
export type MaskLines = (lines: readonly string[]) => readonly string[];

/** What is of no text: places, keys that things are known by, settings; codes, which are numbers of no person. */
const kept: ReadonlySet<string> = new Set([
  ...["at", "key", "takenFrom", "source", "rules", "ignored", "styles", "horizon"],
  ...["code", "unitCode"],
]);
/** Under these the names are a form's own, and mean nothing here. */
const namedByForms: ReadonlySet<string> = new Set(["own", "values", "lists"]);

const moneyNames: ReadonlySet<string> = new Set([...moneyFields, "budgetTotal"]);

/** What has nothing to be masked is the same object, and what was one object in two places still is. */
export function maskTexts<Value>(value: Value, mask: MaskLines): Value;
export function maskTexts(value: unknown, mask: MaskLines): unknown {
  const done = new Map<object, unknown>();
  const visit = (one: unknown, below = ""): unknown => {
    if (typeof one === "string") return mask([one])[0];
    if (typeof one !== "object" || one === null) return one;
    const before = done.get(one);
    if (before !== undefined) return before;
    const masked = Array.isArray(one) ? visitList(one) : isRecord(one) ? visitRecord(one, below) : one;
    done.set(one, masked);
    return masked;
  };
  const visitList = (list: readonly unknown[]): unknown => {
    const lines = list.map((one) => (typeof one === "string" ? one : isText(one) ? one.text : undefined));
    const isOfLines = lines.every((line) => line !== undefined);
    const texts = isOfLines ? mask(lines) : [];
    const masked = list.map((one, index) => {
      if (!isOfLines) return visit(one);
      return isText(one) ? withText(one, texts[index] ?? "") : texts[index];
    });
    return masked.every((one, index) => one === list[index]) ? list : masked;
  };
  const visitRecord = (record: JsonRecord, below: string): unknown => {
    if (isText(record))
      return isMoney(record, below) ? record : withText(record, mask([record.text])[0] ?? "");
    const pairs = Object.entries(record).map(([name, one]): [string, unknown] =>
      kept.has(name) && !namedByForms.has(below) ? [name, one] : [name, visit(one, name)],
    );
    return pairs.every(([name, one]) => one === record[name]) ? record : Object.fromEntries(pairs);
  };
  return visit(value);
}

type TextRecord = JsonRecord & { readonly text: string };

function isText(value: unknown): value is TextRecord {
  return isRecord(value) && typeof value.text === "string" && "at" in value;
}

/** An exact sum of money is none of the numbers that are masked, whatever it looks like. */
function isMoney({ value, unit }: TextRecord, below: string): boolean {
  return value !== undefined && (unit !== undefined || moneyNames.has(below));
}

function withText(one: TextRecord, text: string): TextRecord {
  if (text === one.text) return one;
  const { raw: _, value: _exact, derived: _derived, ...rest } = one;
  return { ...rest, text };
}
