/** Kinds of values that options take: text as typed → the value, or nothing if the text is none of that kind. */
import {
  type Bilingual,
  type LimitName,
  limitNames,
  type TemplateLimit,
  templateLimitNames,
} from "../diagnostics/index.ts";

export type Kind<Value> = {
  readonly parse: (text: string) => Value | undefined;
  /** Completes "should be …". */
  readonly expected: Bilingual;
  /** All that may be typed, if these are few words. */
  readonly choices?: readonly string[];
  /** Parsed if the option is given without a value. */
  readonly preset?: string;
};

export function oneOf<const Choice extends string>(choices: readonly Choice[]): Kind<Choice> {
  return {
    parse: (text) => choices.find((choice) => choice === text),
    expected: { zh: `以下之一：${choices.join("、")}`, en: `one of: ${choices.join(", ")}` },
    choices,
  };
}

/** Some of the words, separated by commas; in the order of `choices`, whatever the order typed. */
export function someOf<const Choice extends string>(choices: readonly Choice[]): Kind<readonly Choice[]> {
  return {
    parse: (text) => {
      // A Chinese keyboard writes ， and 、 for the comma.
      const words = text.split(/[,，、]/u).map((word) => word.trim().toLowerCase());
      const unknown = words.filter((word) => choices.every((choice) => choice !== word));
      return unknown.length > 0 ? undefined : choices.filter((choice) => words.includes(choice));
    },
    expected: {
      zh: `以下的一个或几个，用逗号分开：${choices.join("、")}`,
      en: `one or more of these, separated by commas: ${choices.join(", ")}`,
    },
  };
}

/** Words separated by commas, as they are. */
export const words: Kind<readonly string[]> = {
  parse: (text) => {
    const all = text.split(/[,，、]/u).map((word) => word.trim());
    return all.includes("") ? undefined : all;
  },
  expected: { zh: "名称，用逗号分开", en: "names, separated by commas" },
};

/** From 1. */
export function positive(mostDigits: number): Kind<number> {
  return {
    parse: (text) => numberOf(text, mostDigits) || undefined,
    expected: { zh: "正整数", en: "a positive whole number" },
  };
}

export const port: Kind<number> = {
  parse: (text) => {
    const number = numberOf(text, 5) ?? 0;
    return number >= 1 && number < 2 ** 16 ? number : undefined;
  },
  expected: { zh: "1 到 65535 的整数", en: "a whole number from 1 to 65535" },
};

/** From 0. */
export function count(mostDigits: number): Kind<number> {
  return {
    parse: (text) => numberOf(text, mostDigits),
    expected: { zh: "不小于 0 的整数", en: "a whole number, 0 or more" },
  };
}

/** Seconds to wait; without a number, as long as it takes. */
export const seconds: Kind<number> = {
  parse: (text) => (text === "" ? Number.POSITIVE_INFINITY : numberOf(text, 6)),
  expected: {
    zh: "秒数，或不写；文件夹请写在 --wait 之前",
    en: "a number of seconds, or nothing; put folders before --wait",
  },
  preset: "",
};

export const date: Kind<string> = {
  parse: (text) => {
    const day = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
    // 2023-02-30 parses as a day of March.
    return !Number.isNaN(day) && new Date(day).toISOString().startsWith(text) ? text : undefined;
  },
  expected: { zh: "日期，格式为 YYYY-MM-DD", en: "a date, as YYYY-MM-DD" },
};

/** The volume's file name has a word more, which must not be cut off. */
const longestTitle = 50;

export const title: Kind<string> = {
  parse: (text) => {
    const trimmed = text.trim();
    return trimmed !== "" && trimmed.length <= longestTitle ? trimmed : undefined;
  },
  expected: { zh: `1 到 ${longestTitle} 个字`, en: `a text of 1 to ${longestTitle} characters` },
};

/** Part `index`, from 1, of `of`. */
export const shard: Kind<{ readonly index: number; readonly of: number }> = {
  parse: (text) => {
    const [, index = 0, of = 0] = /^(\d{1,4})\/(\d{1,4})$/u.exec(text)?.map(Number) ?? [];
    return index >= 1 && index <= of ? { index, of } : undefined;
  },
  expected: { zh: "第几片/共几片，例如 2/5", en: "a shard and the number of shards, for example 2/5" },
};

/** Numbers of two editions, or of the older one alone. */
export const editions: Kind<{ readonly before: number; readonly after?: number | undefined }> = {
  parse: (text) => {
    const [, before, after] = /^([1-9]\d{0,8})(?:\.\.([1-9]\d{0,8}))?$/u.exec(text) ?? [];
    if (before === undefined) return undefined;
    return { before: Number(before), after: after === undefined ? undefined : Number(after) };
  },
  expected: { zh: "版号，例如 3..5 或 3", en: "edition numbers, for example 3..5 or 3" },
};

const settable: readonly (LimitName | TemplateLimit)[] = [...limitNames, ...templateLimitNames];

type GivenLimits = Readonly<Partial<Record<LimitName | TemplateLimit, number>>>;

/** As given to `--limits`; none where that is not. */
export function givenLimits(text: string | undefined): GivenLimits {
  return limitsIn(text ?? "") ?? {};
}

/** `rows=400000,memory=600` → the limits that are set, by name, each once. */
function limitsIn(text: string): GivenLimits | undefined {
  const pairs = text.split(/[,，、]/u).map((pair) => {
    const [, name, value] = /^\s*([a-z]+)\s*=\s*([1-9]\d{0,8})\s*$/u.exec(pair) ?? [];
    return [settable.find((one) => one === name), Number(value)] as const;
  });
  const isOdd = ([name]: (typeof pairs)[number], index: number) =>
    name === undefined || pairs.findIndex(([other]) => other === name) < index;
  return pairs.some(isOdd) ? undefined : Object.fromEntries(pairs);
}

/** As typed, so that it can be recorded and compared. */
export const limitList: Kind<string> = {
  parse: (text) => (limitsIn(text) === undefined ? undefined : text.replace(/\s+/gu, "")),
  expected: {
    zh: `名称=数，用逗号分开，每个名称一次，例如 rows=400000,memory=600；名称有 ${settable.join("、")}`,
    en: `name=number, separated by commas, each name once, for example rows=400000,memory=600; names: ${settable.join(", ")}`,
  },
};

export const runFile: Kind<string> = {
  parse: (text) => (isRunFile(text) ? text : undefined),
  expected: {
    zh: "文件名 run.json 或 run.〈字母、数字〉.json",
    en: "run.json or run.<letters, digits>.json",
  },
};

/** Whether a file of that name is the record of a run. */
export function isRunFile(name: string): boolean {
  return /^run(?:\.[\w-]+)?\.json$/iu.test(name);
}

function numberOf(text: string, mostDigits: number): number | undefined {
  return /^\d+$/u.test(text) && text.length <= mostDigits ? Number(text) : undefined;
}
