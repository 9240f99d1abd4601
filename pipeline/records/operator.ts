/** What an operator column may say: a sign, its word, its code in the systems' dictionary, or that no number follows. */

/** Codes of the systems' dictionary; 6, 9 and 10 are 定性, 定量（其他） and 不适用. */
const codes: ReadonlyMap<string, string> = new Map([
  ["1", "≥"],
  ["2", "＞"],
  ["3", "＝"],
  ["4", "＜"],
  ["5", "≤"],
  ["6", ""],
  ["9", ""],
  ["10", ""],
]);

const signs = /^(?:[≥≤≧≦⩾⩽><=≈±~]|>=|=>|<=|=<|==)$/u;
const words =
  /^(?:大于|大于或?等于|小于|小于或?等于|等于|不低于|不少于|不小于|不超过|不高于|不大于|不多于|至少|至多|最少|最多|超过|高于|低于|多于|少于|大?约)$/u;
const noNumber = /^(?:定性(?:指标|描述)?|定量(?:\(?其他\)?)?|文字描述?|不适用|无|[/—–-]+)$/u;

/** The sign that is printed before the value, "" if none is; undefined if the text is no operator. */
export function operatorSign(text: string): string | undefined {
  const plain = text.normalize("NFKC").replace(/\s+/gu, "");
  const [, outer = "", inner = ""] = twice.exec(plain) ?? [];
  if (isSign(outer) && isSign(inner)) return signs.test(outer) ? outer : inner;
  if (noNumber.test(plain)) return "";
  // Spreadsheets turn the code 1 into 1.0, and texts of two digits into 01.
  const code = /^0*(\d{1,2})(?:\.0+)?$/u.exec(plain)?.[1];
  if (code !== undefined) return codes.get(code);
  return isSign(plain) ? text : undefined;
}

/** 大于等于（≥）, ≥(不低于), as lists to choose from have them. */
const twice = /^([^()]+)\(([^()]+)\)$/u;

function isSign(plain: string): boolean {
  return signs.test(plain) || words.test(plain);
}

/** Whether an operator says that no number follows it: 定性, 定量（其他） and 不适用, or their codes. */
export function callsForNoNumber(text: string): boolean {
  return operatorSign(text) === "";
}
