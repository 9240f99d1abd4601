/** Departments' records → the figures of each, those over all of them, and who may be counted twice. */

import { countFindings, type DepartmentResult, type DepartmentRun } from "../batch/index.ts";
import { wordingOf } from "../catalogue/index.ts";
import { differ } from "../check/index.ts";
import { bareYear, type RenderedReport } from "../compose/index.ts";
import type { KindCounts, MoneySum, Rollup, RollupDepartment, RollupMoney } from "../contracts/index.ts";
import { totalsOf, withTwoPlaces } from "../department/index.ts";
import { type Diagnostic, formatPlace, severityOf } from "../diagnostics/index.ts";
import { readVersion } from "../files/index.ts";
import type { DepartmentFolder } from "../find/index.ts";
import { type Amount, convertMoney, type Department, type Project, sumDecimals } from "../records/index.ts";

type Figures = Pick<Rollup["totals"], "projects" | "indicators" | "kinds" | "money">;

export type DepartmentFigures = Figures & {
  /** 万元 */
  readonly stated?: { readonly total: string; readonly difference: string } | undefined;
};

/** What is left of a department when its records are let go. */
export type DepartmentRead = {
  readonly department: DepartmentFolder;
  readonly name: string;
  readonly year: string | undefined;
  readonly form: string;
  readonly figures: DepartmentFigures;
  readonly codes: ReadonlySet<string>;
  /** Of a volume; undefined if there is nothing to print. */
  readonly rendered: RenderedReport | undefined;
};

/** In the order of the folders; a department that failed has no value. */
export type DepartmentsRead = readonly DepartmentRun<DepartmentRead | undefined>[];

/** Counts are those of `build`, and so is the total: the annual budgets of the projects. */
export function figuresOf(department: Department): DepartmentFigures {
  const { projects } = department;
  const { projects: count, indicators } = totalsOf(department);
  const of = (name: keyof RollupMoney) => projects.map(({ budget }) => budget[name]);
  // A source that was left blank is none; a total that was is not counted.
  const given = (name: keyof RollupMoney) => of(name).filter((amount) => amount !== undefined);
  const money = {
    total: sumUp(of("total")),
    fiscal: sumUp(given("fiscal")),
    other: sumUp(given("other")),
  };
  const stated = contradiction(department.budgetTotal, money.total.sum);
  return { projects: count, indicators, kinds: kindsOf(projects), money, stated };
}

function sumOfFigures(all: readonly Figures[]): Figures {
  const add = (count: (figures: Figures) => number) => all.reduce((sum, figures) => sum + count(figures), 0);
  const addMoney = (name: keyof RollupMoney): MoneySum => {
    const sums = all.map(({ money }) => money[name]);
    return withSum(
      sums.flatMap(({ sum }) => sum ?? []),
      sums.reduce((count, { uncounted }) => count + uncounted, 0),
    );
  };
  const addKind = (kind: keyof KindCounts) => add(({ kinds }) => kinds[kind]);
  return {
    projects: add(({ projects }) => projects),
    indicators: add(({ indicators }) => indicators),
    kinds: {
      output: addKind("output"),
      cost: addKind("cost"),
      benefit: addKind("benefit"),
      satisfaction: addKind("satisfaction"),
      other: addKind("other"),
    },
    money: { total: addMoney("total"), fiscal: addMoney("fiscal"), other: addMoney("other") },
  };
}

function sumUp(amounts: readonly (Amount | undefined)[]): MoneySum {
  const counted = amounts.flatMap((amount) => inTenThousands(amount) ?? []);
  return withSum(counted, amounts.length - counted.length);
}

function withSum(values: readonly string[], uncounted: number): MoneySum {
  return values.length === 0 ? { uncounted } : { sum: withTwoPlaces(sumDecimals(values)), uncounted };
}

function inTenThousands(amount: Amount | undefined): string | undefined {
  if (amount?.value === undefined || amount.unit === undefined) return undefined;
  return convertMoney(amount.value, { from: amount.unit, to: "万元" });
}

/** What department.json says the total is, where it is another. */
function contradiction(stated: Amount | undefined, sum = "0"): DepartmentFigures["stated"] {
  const total = inTenThousands(stated);
  if (total === undefined || !differ(total, sum)) return undefined;
  const less = sum.startsWith("-") ? sum.slice(1) : `-${sum}`;
  return { total: withTwoPlaces(total), difference: withTwoPlaces(sumDecimals([total, less])) };
}

function kindsOf(projects: readonly Project[]): KindCounts {
  const counts = { output: 0, cost: 0, benefit: 0, satisfaction: 0, other: 0 };
  for (const { indicators } of projects)
    for (const { level1 } of indicators) counts[kindOf(level1?.text ?? "")] += 1;
  return counts;
}

/** The first that fits: 服务对象满意度效益 is satisfaction. 效果 is what 效益 was called before 2021. */
const kinds = [
  ["satisfaction", /满意/u],
  ["output", /产出/u],
  ["cost", /成本/u],
  ["benefit", /效益|效果/u],
] as const;

function kindOf(level1: string): keyof KindCounts {
  const bare = level1.replace(/\s+/gu, "");
  return kinds.find(([, pattern]) => pattern.test(bare))?.[0] ?? "other";
}

/** `title`: in place of the one that is made of the year. */
export function summarise(read: DepartmentsRead, title: string | undefined): Rollup {
  const departments = read.map(({ result, value }): RollupDepartment => {
    const { folder, findings } = result;
    const name = value?.name ?? result.name ?? folder.slice(folder.lastIndexOf("/") + 1);
    const about = { folder, name, findings: countFindings(findings) };
    if (value === undefined) return { ...about, state: "failed", failures: failuresOf(result) };
    const { form, year, figures } = value;
    return {
      ...about,
      state: "counted",
      year: year === undefined ? undefined : bareYear(year),
      form,
      ...figures,
    };
  });
  const counted = departments.filter((one) => one.state === "counted");
  const doubled = findDoubled(read);
  const years = [...new Set(counted.flatMap(({ year }) => year ?? []))];
  const [year] = years.length === 1 ? years : [];
  return {
    version: readVersion(),
    title: title ?? `${year === undefined ? "" : `${year}年`}部门预算绩效目标汇总表`,
    year,
    departments,
    doubled: doubled.length === 0 ? undefined : doubled,
    totals: {
      counted: counted.length,
      failed: departments.length - counted.length,
      ...sumOfFigures(counted),
      findings: countFindings(read.flatMap(({ result }) => result.findings)),
    },
  };
}

export function failuresOf({ findings }: Pick<DepartmentResult, "findings">) {
  const failures = findings.filter((finding) => severityOf(finding) === "failure");
  return failures.map((finding) => {
    const { says, todo } = wordingOf(finding, "zh");
    return { at: formatPlace(finding.at), says, todo };
  });
}

type Doubled = NonNullable<Rollup["doubled"]>[number];
type Counted = { readonly folder: string; readonly name: string };

/** Departments of one name, or with project codes in common: each with the first that it is like, in order. */
function findDoubled(read: DepartmentsRead): readonly Doubled[] {
  const firstOfName = new Map<string, Counted>();
  const firstOfCode = new Map<string, Counted>();
  const doubled: Doubled[] = [];
  for (const { value } of read) {
    if (value === undefined) continue;
    const one: Counted = { folder: value.department.folder, name: value.name };
    const shared = new Map<Counted, string[]>();
    const sameName = firstOfName.get(one.name);
    if (sameName !== undefined) shared.set(sameName, []);
    for (const code of value.codes) {
      const other = firstOfCode.get(code);
      if (other === undefined) firstOfCode.set(code, one);
      else shared.set(other, [...(shared.get(other) ?? []), code]);
    }
    if (sameName === undefined) firstOfName.set(one.name, one);
    for (const [other, codes] of shared)
      doubled.push({ first: other, second: one, sameName: other === sameName, codes });
  }
  return doubled;
}

export function doubledFindings({ doubled = [] }: Rollup): readonly Diagnostic[] {
  return doubled.map(({ first, second, ...alike }) => ({
    code: "department-counted-twice",
    at: { kind: "file", file: second.folder },
    args: { first, second, ...alike },
  }));
}
