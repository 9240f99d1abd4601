/** A record without its places in the source: what two exports of one department have in common. */
import { convertMoney, type MoneyUnit } from "../records/index.ts";

/** `indicators` are in the export's order, and again in `tables` as they are printed. */
const sourceOnly: ReadonlySet<string> = new Set(["at", "order", "indicators", "source"]);

/** Texts as printed; money in 元, as one export counts in 元 and another in 万元. */
export function substanceOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(substanceOf);
  if (typeof value !== "object" || value === null) return value;
  if ("text" in value) return "value" in value ? inYuan(value) : value.text;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !sourceOnly.has(key))
      .map(([key, inner]) => [key, substanceOf(inner)]),
  );
}

function inYuan(amount: object): string {
  const { value, unit } = amount as { value: string; unit?: MoneyUnit };
  return unit === undefined ? `${value} ?` : `${convertMoney(value, { from: unit, to: "元" })} 元`;
}
