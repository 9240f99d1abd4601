/** What can be wrong with a value or a key of form.json, house-style.json, or the styles of department.json. */
import { define } from "./define.ts";

/** What a place in a JSON file takes. */
export type Need =
  | { readonly kind: "type"; readonly type: "text" | "number" | "integer" | "boolean" | "list" | "object" }
  | { readonly kind: "words"; readonly words: readonly string[] }
  | { readonly kind: "filled" }
  | { readonly kind: "least" | "most"; readonly limit: number };

type Valued = { readonly path: string; readonly needs: readonly Need[] };

const typeZh = {
  text: "加引号的文字",
  number: "数字",
  integer: "整数",
  boolean: "true 或 false",
  list: "列表 […]",
  object: "对象 {…}",
} as const;
const typeEn = {
  text: "a text in quotes",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  list: "a list […]",
  object: "an object {…}",
} as const;

function needZh(need: Need): string {
  switch (need.kind) {
    case "type":
      return typeZh[need.type];
    case "words":
      return need.words.map((word) => `"${word}"`).join("、");
    case "filled":
      return "不空的内容";
    case "least":
      return `不小于 ${need.limit} 的数字`;
    case "most":
      return `不大于 ${need.limit} 的数字`;
  }
}

function needEn(need: Need): string {
  switch (need.kind) {
    case "type":
      return typeEn[need.type];
    case "words":
      return need.words.map((word) => `"${word}"`).join(", ");
    case "filled":
      return "something that is not empty";
    case "least":
      return `a number of at least ${need.limit}`;
    case "most":
      return `a number of at most ${need.limit}`;
  }
}

function todoZh(needs: readonly Need[]): string {
  return needs.length === 0 ? "请改正。" : `应为：${needs.map(needZh).join("，或")}`;
}

function todoEn(needs: readonly Need[]): string {
  return needs.length === 0 ? "Correct it." : `It takes: ${needs.map(needEn).join("; or ")}`;
}

export const composingValues = {
  "form-value-invalid": define<Valued & { readonly found: string }>({
    severity: "failure",
    zh: ({ path, found, needs }) => ({ says: `${path} 的值不对：${found}`, todo: todoZh(needs) }),
    en: ({ path, found, needs }) => ({ says: `${path} cannot be ${found}`, todo: todoEn(needs) }),
  }),
  "form-value-missing": define<Valued>({
    severity: "failure",
    zh: ({ path, needs }) => ({ says: `缺少 ${path}`, todo: todoZh(needs) }),
    en: ({ path, needs }) => ({ says: `${path} is missing`, todo: todoEn(needs) }),
  }),
  "form-key-unknown": define<{
    readonly path: string;
    readonly key: string;
    readonly nearest: string;
    readonly known: readonly string[];
  }>({
    severity: "failure",
    zh: ({ path, key, nearest, known }) => ({
      says: path === "" ? `不认得“${key}”` : `${path} 中不认得“${key}”`,
      todo: `${nearest === "" ? "" : `是不是“${nearest}”？`}可用：${known.join("、")}`,
    }),
    en: ({ path, key, nearest, known }) => ({
      says: path === "" ? `“${key}” is unknown` : `“${key}” is unknown in ${path}`,
      todo: `${nearest === "" ? "" : `Did you mean “${nearest}”? `}What can be used: ${known.join(", ")}`,
    }),
  }),
} as const;
