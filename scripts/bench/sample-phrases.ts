/** The sample departments → the phrases that generated departments are made of. */
import { join } from "node:path";
import type { Department, Indicator, Text } from "../../pipeline/records/index.ts";
import { openReader } from "./read-exports.ts";

export type Phrases = {
  /** Parts of sentences, of goals and purposes. */
  readonly clauses: readonly string[];
  readonly names: readonly string[];
  readonly indicators: readonly string[];
  readonly descriptions: readonly string[];
  /** 指标值 that are words. */
  readonly values: readonly string[];
  readonly bases: readonly string[];
};

/** Departments of `data/` that plan a year. */
const samples = ["beidaihe", "korla", "suzhou"];

export async function samplePhrases(root: string, program: string): Promise<Phrases> {
  const read = await openReader(program);
  const departments: Department[] = [];
  for (const name of samples)
    departments.push((await read(join(root, "data", name), async (_, work) => work())).department);
  const projects = departments.flatMap((one) => one.projects);
  const indicators = projects.flatMap((one) => one.indicators);
  const goals = projects.flatMap(({ goals: { annual } }) => annual?.items ?? []);
  const purposes = projects.flatMap(({ purpose }) => purpose?.text ?? []);
  const of = (field: (indicator: Indicator) => Text | undefined) =>
    distinct(indicators.flatMap((indicator) => field(indicator)?.text ?? []));
  const prose = [
    ...goals.map(({ text }) => text),
    ...purposes,
    ...departments.flatMap(({ overall }) => overall.map(({ text }) => text)),
  ];
  return {
    clauses: distinct(prose.flatMap((text) => text.split(/[\s，,。；;、：:]+/u))).filter(isClause),
    names: distinct(projects.flatMap(({ name }) => name?.text ?? [])).filter(({ length }) => length <= 30),
    indicators: of(({ level3 }) => level3).filter(isClause),
    descriptions: of(({ description }) => description).filter(isClause),
    values: of(({ value }) => value).filter((text) => /^\p{Script=Han}{2,12}$/u.test(text)),
    bases: of(({ basis }) => basis).filter(({ length }) => length <= 20),
  };
}

const isClause = (text: string): boolean => text.length >= 4 && text.length <= 40;

const distinct = (texts: readonly string[]): string[] => [...new Set(texts.map(withoutNumber))];

/** 1. 2、 （3）: whoever puts phrases together numbers them. */
function withoutNumber(text: string): string {
  return text.replace(/^(?:[(（]?\d{1,2}[)）.．、]\s*)+/u, "").trim();
}
