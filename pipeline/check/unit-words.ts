/** The words that things are counted in, for telling a unit from a value: 次, 万元, 个/年, 百分比. */

// Longer words before those that they begin with. 方 is short for 立方米, and begins many a word: 3方面.
const words = [
  "百分比|百分点|个百分点|[%‰]|分(?!钟)|个工作日",
  "[万亿千]?元|人民币|万|亿",
  "[万亿千]?(?:人次|人|户次|户|吨|亩|公顷|平方米|平方公里|平米|立方米|立方|平方|(?<=[\\d万亿千/每])方(?![案面式法向便形位块程圆针])|株|千瓦时|千瓦|度|册|头|只|米)",
  "批次|班次|场次|车次|家次|点次|辆次|艘次|台次|件次|例次|项次|台套|套|台|次|件|个|项|处|座|所|家|场|批|份|本|篇|部|辆|艘|架|匹|棵|条|期",
  "页|枚|具|羽|尾|顶|名|位|种|张|幅|块|片|段|组|队|班|间|栋|幢|床位|床|例|起|宗|卷|盒|箱|袋|瓶|支|把|根|口|孔|眼|盏|趟|集|课时|学时|节|学员",
  "公里|千米|厘米|毫米|微米|里|兆瓦|公斤|千克|毫克|微克|毫升|升|克",
  "工作日|小时|分钟|秒钟|秒|天|日|周|星期|个?月|季度|季|年度|年|岁",
].join("|");

export const unitWord = `(?:${words})`;

/** Of money, or of what is measured: no name begins with one, as with 张 and 米, and what precedes it is a quantity. */
export const measureUnit =
  "(?:[元万亿%‰吨]|[千百]万|千?人次|人民币|公顷|平方|平米|立方|千瓦|兆瓦|公里|千米|厘米|毫米|公斤|千克|毫克|毫升)";

const alone = new RegExp(`^[(（]?${unitWord}(?:[/／·、.]${unitWord})*[)）]?$`, "u");

/** Whether a text is a unit and nothing else. */
export function isUnitWord(text: string): boolean {
  return alone.test(text);
}

const anywhere = new RegExp(unitWord, "gu");

export function withoutUnits(text: string): string {
  return text.replace(anywhere, "");
}

const sign = /^(?:[≥≤≧≦<>=≈~]|>=|<=)+/u;
const atEnd = new RegExp(`(?<=.)(?:[%‰]|[/(]?${unitWord})+[)]?$`, "u");

/** What is left of a value in half-width characters without its sign and its unit. */
export function withoutSignAndUnit(value: string): string {
  return value.trim().replace(sign, "").replace(atEnd, "").trim();
}
