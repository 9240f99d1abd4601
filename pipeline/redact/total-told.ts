/** A text that is published → whether it states the sum of all projects: less that of those shown, it tells what others get. */
import {
  type Amount,
  compareDecimals,
  convertMoney,
  type Decimal,
  moneyUnits,
  type Project,
  parseDecimal,
  placesOf,
  roundDecimal,
  sumDecimals,
} from "../records/index.ts";

/** 元. Undefined if those that are left out get nothing that is known. */
export function totalToHide(shown: readonly Project[], leftOut: readonly Project[]): Decimal | undefined {
  const hidden = sumOf(leftOut);
  return compareDecimals(hidden, "0") === 0 ? undefined : sumDecimals([sumOf(shown), hidden]);
}

function sumOf(projects: readonly Project[]): Decimal {
  return sumDecimals(
    projects.flatMap(({ budget: { total } }) =>
      total?.value === undefined || total.unit === undefined
        ? []
        : [convertMoney(total.value, { from: total.unit, to: "元" })],
    ),
  );
}

/** 500万 is said for 500万元, and a sum below a title that says its unit has none. */
const sums = new RegExp(
  String.raw`(?<![\d.,])(\d[\d,]*(?:\.\d+)?)\s*(${[...moneyUnits].reverse().join("|")}|[千万亿](?!\d))?`,
  "gu",
);

export function tellsTotal({ text, value, unit }: Amount, total: Decimal): boolean {
  if (value !== undefined && unit !== undefined) return isRounded(value, { unit, total });
  return [...text.normalize("NFKC").matchAll(sums)].some(([, written = "", word]) => {
    const number = parseDecimal(written.replaceAll(",", ""));
    if (number === undefined) return false;
    if (word === undefined) return moneyUnits.some((one) => isWhole(number, { unit: one, total }));
    const said = moneyUnits.find((one) => one === word || one === `${word}元`);
    return said !== undefined && isRounded(number, { unit: said, total });
  });
}

/** A number without a unit is of anything, unless it has as many digits as few numbers have. */
const tellingDigitsAlone = 5;

function isWhole(
  number: Decimal,
  { unit, total }: { readonly unit: (typeof moneyUnits)[number]; readonly total: Decimal },
): boolean {
  const whole = convertMoney(total, { from: "元", to: unit });
  return digitsOf(number).length >= tellingDigitsAlone && compareDecimals(whole, number) === 0;
}

/** Fewer digits are of any sum of that size, unless they are all that there are. */
const tellingDigits = 3;

/** 123.46万元 tells of 1,234,567.00, too. */
function isRounded(
  number: Decimal,
  { unit, total }: { readonly unit: (typeof moneyUnits)[number]; readonly total: Decimal },
): boolean {
  const whole = convertMoney(total, { from: "元", to: unit });
  if (compareDecimals(whole, number) === 0) return true;
  return (
    digitsOf(number).length >= tellingDigits &&
    compareDecimals(roundDecimal(whole, placesOf(number)), number) === 0
  );
}

function digitsOf(number: Decimal): string {
  return number.replace(/\D/gu, "").replace(/^0+/u, "");
}
