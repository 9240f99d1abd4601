/** What programs leave in a cell instead of what was there: #REF!, null, &ge;, ? for ≥, powers of ten, times of the day. */
import type { FieldKind, FieldName } from "../records/index.ts";
import { foldWidth } from "./comparable.ts";
import { withoutSignAndUnit } from "./unit-words.ts";

export type DamageKind =
  | "spreadsheet-error"
  | "program-word"
  | "html-entity"
  | "timestamp"
  | "ditto"
  | "power-of-ten"
  | "question-mark";

export type Damage = { readonly kind: DamageKind; readonly part: string };

type Cell = {
  readonly text: string;
  readonly field: FieldName | undefined;
  readonly kind: FieldKind | undefined;
  /** In half-width characters. */
  readonly plain: string;
  /** The same without the sign before it and the unit behind it. */
  readonly bare: string;
};

/** The first damage in the text of a field, or of department.json. */
export function damageIn(
  text: string,
  { field, kind }: { readonly field?: FieldName | undefined; readonly kind?: FieldKind | undefined } = {},
): Damage | undefined {
  if (!anyTrace.test(text)) return undefined;
  const plain = foldWidth(text.trim());
  const cell = { text: text.trim(), field, kind, plain, bare: withoutSignAndUnit(plain) };
  for (const [damage, find] of detectors) {
    const part = find(cell);
    if (part !== undefined) return { kind: damage, part };
  }
  return undefined;
}

/** What each kind of damage has at least, and few cells have: in tables of 100,000 rows only these are looked into. */
const anyTrace = /[A-Za-zＡ-Ｚａ-ｚ#＃&＆?？[［"“”'＂＇〃″]|同[上前左一]|\d[:：]\d/u;

const spreadsheetError =
  /#(?:REF!?|VALUE!?|DIV\/0!?|N\/A(?: N\/A)?|NAME\??|NUM!|NULL!|SPILL!?|CALC!?|GETTING_DATA|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!)(?![A-Za-z])|Err:5\d\d/iu;
/** What is shown if a column is too narrow. */
const hashes = /^#{3,}$/u;
const programWord =
  /^(?:null|nan|none|nil|undefined|true|false|-?infinity|\(null\)|\[object \w+\]|\[\]|System\.[\w.[\]]+|\\N)$/iu;
const objectWord = /\[object \w+\]/u;
const entity =
  /&(?:amp;)*(?:[lg][et]|ne|amp|nbsp|quot|apos|[lr][ds]quo|[lr]aquo|[mn]dash|hellip|middot|bull|times|divide|permil|plusmn|deg|sup[123]|micro|e[mn]sp|thinsp|copy|reg|yen|#\d{2,6}|#x[\da-f]{2,5});/iu;
const timestamp =
  /(?:19|20)\d{2}-\d{2}-\d{2}T\d{2}:\d{2}[\d:.Z+-]*|(?:19|20)\d{2}[-/]\d{1,2}[-/]\d{1,2} +0?0:00(?::00(?:\.0+)?)?|[A-Z][a-z]{2} [A-Z][a-z]{2} \d{2} \d{4} \d{2}:\d{2}:\d{2} GMT\S*/u;
const ditto = /^["“”']?(?:同[上前左](?:[行格项列]|一[行格项])?|[〃″"]|''|“”)["“”']?$/u;
const powerOfTen = /^\d+(?:\.\d+)?E[+-]?\d{1,3}$/iu;

const detectors: readonly (readonly [DamageKind, (cell: Cell) => string | undefined])[] = [
  ["spreadsheet-error", ({ plain, bare }) => (spreadsheetError.exec(plain) ?? hashes.exec(bare))?.[0]],
  [
    "program-word",
    ({ plain, bare }) => (programWord.exec(plain) ?? programWord.exec(bare) ?? objectWord.exec(plain))?.[0],
  ],
  ["html-entity", ({ plain }) => entity.exec(plain)?.[0]],
  ["timestamp", ({ plain }) => timestamp.exec(plain)?.[0]],
  ["ditto", ({ text }) => ditto.exec(text)?.[0]],
  // Codes that are powers of ten have a rule of their own.
  ["power-of-ten", ({ field, bare }) => (field === "project.code" ? undefined : powerOfTen.exec(bare)?.[0])],
  ["question-mark", questionMark],
];

/** Values, units and level names ask nothing; elsewhere only marks inside a clause that is no question count. */
function questionMark({ text, field, kind }: Cell): string | undefined {
  const asksNothing =
    field === "indicator.value" || (kind !== undefined && kind !== "text" && kind !== "lines");
  if (asksNothing) return /\p{L}?[?？]+/u.exec(text)?.[0];
  if (!text.includes("?")) return undefined;
  for (const found of text.matchAll(/([^，。；：:;！!?？\n]*)(\?+)(?=([^\s”’」』）)]?))/gu)) {
    const [, clause = "", marks = "", next = ""] = found;
    const isInAddress = /:\/\/\S*$/u.test(text.slice(0, found.index + clause.length));
    const isInside = marks.length > 1 || /[\p{L}\p{N}]/u.test(next);
    if (isInside && !isInAddress && !question.test(clause)) return `${clause.slice(-4)}${marks}${next}`;
  }
  return undefined;
}

const question = /谁|什么|啥|怎|吗|呢|何|哪|几|多少|否|么/u;
