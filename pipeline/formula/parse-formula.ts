/**
 * The text of a formula → what it says. The grammar is this file: a table of binding powers and one loop.
 *
 *     check      = [ "where" formula "then" ] formula
 *     formula    = operand { operator operand }           by the powers below
 *     operand    = number [ "%" | unit of money ] | "text" | field | call | "(" formula ")" | "-" operand | ( "required" | "given" | "blank" ) field
 *     call       = ( "sum" | "count" | "distinct" | "min" | "max" ) "(" formula { "," formula } [ "where" formula ] ")"
 */
import type { FormulaExpectation } from "../diagnostics/index.ts";
import { moneyUnits, nearestName, shiftDecimal } from "../records/index.ts";
import {
  arithmetic,
  type CheckFormula,
  comparisons,
  type FieldFormula,
  type Formula,
  FormulaFault,
  functionNames,
  isAggregate,
} from "./formula.ts";

/** @throws FormulaFault */
export function parseCheck(source: string): CheckFormula {
  const reader = new Reader(source);
  const where = reader.takes("where") ? reader.formula() : undefined;
  if (where !== undefined && !reader.takes("then")) throw reader.fault("word-then");
  return { where, that: reader.whole() };
}

/** @throws FormulaFault */
export function parseFormula(source: string): Formula {
  return new Reader(source).whole();
}

type Token = {
  readonly kind: "number" | "text" | "word" | "sign" | "end";
  readonly text: string;
  readonly at: number;
};

const comparison = 3;
/** How tightly an operator holds its sides together. */
const powers: ReadonlyMap<string, number> = new Map([
  ["or", 1],
  ["and", 2],
  ...comparisons.map((sign) => [sign, comparison] as const),
  ["else", 4],
  ["+", 5],
  ["-", 5],
  ["*", 6],
  ["/", 6],
]);
const tightest = 7;
/** Whoever goes through a formula goes as deep as it is long. */
const mostParts = 500;

/** Han characters are in no name that there is; whoever writes a label for a field is told which it is. */
const tokens =
  /\s*(?:(?<number>\d+(?:\.\d+)?(?:\s*(?:%|[千万亿]?元))?)|"(?<text>[^"]*)"|(?<word>[A-Za-z\p{Script=Han}][\w.\p{Script=Han}]*)|(?<sign>!=|<=|>=|[-+*/=<>(),]))/uy;

/** Two signs that are one elsewhere. */
const elsewhere = /\s*(==|<>|=>|=<|&&|\|\|)/uy;

/** What a Chinese keyboard and other languages write for a sign or a word. */
const meant: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ "＝": "=", "≠": "!=", "≥": ">=", "≤": "<=", "＞": ">", "＜": "<", "!": "!=" },
    ...{ "＋": "+", "－": "-", "—": "-", "−": "-", "×": "*", "÷": "/", "％": "%" },
    ...{ "（": "(", "）": ")", "，": ",", "、": ",", "“": '"', "”": '"', "‘": '"', "’": '"', "'": '"' },
    ...{ "==": "=", "<>": "!=", "=>": ">=", "=<": "<=", "&&": "and", "||": "or" },
    ...{
      且: "and",
      并且: "and",
      或: "or",
      或者: "or",
      ...{ if: "where", 当: "where", 其中: "where" },
      千: "千元",
      万: "万元",
      亿: "亿元",
      "&": "and",
      "|": "or",
    },
  }),
);

class Reader {
  readonly #source: string;
  #next: Token;
  #end = 0;
  #parts = 0;

  constructor(source: string) {
    this.#source = source;
    this.#next = this.#read();
  }

  whole(): Formula {
    const formula = this.formula();
    if (this.#next.kind !== "end") throw this.fault("end");
    return formula;
  }

  formula(tighterThan = 0): Formula {
    let left = this.#operand();
    for (let power = this.#power(); power > tighterThan; power = this.#power()) {
      const { text: operator } = this.#take();
      left = infix(operator, left, this.formula(power));
      if (power === comparison && this.#power() === comparison) throw this.fault("one-comparison");
    }
    return left;
  }

  /** Whether the next token is this word or sign, which is taken then. */
  takes(text: string): boolean {
    const isNext = this.#next.text === text && (this.#next.kind === "word" || this.#next.kind === "sign");
    if (isNext) this.#take();
    return isNext;
  }

  fault(expected: FormulaExpectation): FormulaFault {
    const { at, text: found } = this.#next;
    const small = found.toLowerCase();
    const word = powers.has(small) && small !== found ? small : undefined;
    return new FormulaFault({ at, found, expected, nearest: meant.get(found) ?? word });
  }

  #operand(): Formula {
    const { kind, text, at } = this.#next;
    if (kind === "number") {
      this.#take();
      const [, value = "", unit] = /^([\d.]+)\s*(.*)$/u.exec(text) ?? [];
      if (unit === "%") return { kind: "number", value: shiftDecimal(value, -2), inPercent: true, at };
      return { kind: "number", value, unit: moneyUnits.find((one) => one === unit), at };
    }
    if (kind === "text") {
      this.#take();
      return { kind: "text", text, at };
    }
    if (this.takes("(")) {
      const inside = this.formula();
      this.#expect(")");
      return { ...inside, at };
    }
    if (this.takes("-")) return { kind: "negative", operand: this.formula(tightest), at };
    const asked = (["required", "given", "blank"] as const).find((one) => this.takes(one));
    if (asked !== undefined) return { kind: asked, operand: this.#field(), at };
    return this.#named();
  }

  #named(): Formula {
    const name = functionNames.find((one) => one === this.#next.text);
    if (this.#next.kind !== "word" || powers.has(this.#next.text)) throw this.fault("operand");
    const { text: found, at } = this.#next;
    if (name === undefined) {
      const field = this.#field();
      if (this.#next.text !== "(") return field;
      const nearest = nearestName(found.toLowerCase(), functionNames);
      throw new FormulaFault({ at, found, expected: "function", nearest });
    }
    this.#take();
    this.#expect("(");
    const args: [Formula, ...Formula[]] = [this.formula()];
    while (this.takes(",")) args.push(this.formula());
    const where = isAggregate(name) && this.takes("where") ? this.formula() : undefined;
    this.#expect(")");
    return { kind: "call", name, args, where, at };
  }

  #field(): FieldFormula {
    if (this.#next.kind !== "word") throw this.fault("field");
    const { text, at } = this.#take();
    return { kind: "field", name: text, at };
  }

  #expect(sign: "(" | ")"): void {
    if (!this.takes(sign)) throw this.fault(sign === "(" ? "opening-bracket" : "closing-bracket");
  }

  #power(): number {
    const { kind, text } = this.#next;
    return kind === "word" || kind === "sign" ? (powers.get(text) ?? 0) : 0;
  }

  #take(): Token {
    const taken = this.#next;
    this.#parts += 1;
    if (this.#parts > mostParts) throw this.fault("fewer-parts");
    this.#next = this.#read();
    return taken;
  }

  #read(): Token {
    tokens.lastIndex = this.#end;
    elsewhere.lastIndex = this.#end;
    const match = tokens.exec(this.#source);
    const rest = this.#source.slice(this.#end);
    const at = this.#end + rest.length - rest.trimStart().length;
    const [, signs] = elsewhere.exec(this.#source) ?? [];
    if (signs !== undefined)
      throw new FormulaFault({ at, found: signs, expected: "sign", nearest: meant.get(signs) });
    if (match === null) {
      if (rest.trim() === "") return { kind: "end", text: "", at: this.#source.length };
      const found = Array.from(rest.trimStart())[0] ?? "";
      throw new FormulaFault({ at, found, expected: "sign", nearest: meant.get(found) });
    }
    this.#end = tokens.lastIndex;
    const { number, text, word, sign } = match.groups ?? {};
    if (number !== undefined) return { kind: "number", text: number, at };
    if (text !== undefined) return { kind: "text", text, at };
    return word === undefined ? { kind: "sign", text: sign ?? "", at } : { kind: "word", text: word, at };
  }
}

function infix(text: string, left: Formula, right: Formula): Formula {
  const { at } = left;
  const compared = comparisons.find((one) => one === text);
  if (compared !== undefined) return { kind: "comparison", operator: compared, left, right, at };
  if (text === "and" || text === "or") return { kind: "logic", operator: text, left, right, at };
  const operator = arithmetic.find((one) => one === text) ?? "else";
  return { kind: "arithmetic", operator, left, right, at };
}
