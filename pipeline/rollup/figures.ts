/** Departments' records → the figures of each, those over all of them, and who may be counted twice. */

import { countFindings, type DepartmentResult, type DepartmentRun } from "../batch/index.ts";
import { wordingOf } from "../catalogue/index.ts";
import { differ, ownSourceNames } from "../check/index.ts";
import { bareYear, type RenderedReport } from "../compose/index.ts";
import {
  columnOf,
  type FormFigure,
  type KindCounts,
  type MoneySum,
  type Rollup,
  type RollupDepartment,
  type RollupMoney,
} from "../contracts/index.ts";
import { totalsOf } from "../department/index.ts";
import { type Diagnostic, formatPlace, severityOf } from "../diagnostics/index.ts";
import { readVersion } from "../files/index.ts";
import type { DepartmentFolder } from "../find/index.ts";
import { addUpFigure, parsedFigures } from "../formula/index.ts";
import {
  type Amount,
  compareDecimals,
  convertMoney,
  type Department,
  decimalOf,
  divideExact,
  exact,
  type FormSpec,
  groupBy,
  isFieldName,
  type Project,
  roundExact,
  subtractDecimals,
  sumDecimals,
  withTwoPlaces,
} from "../records/index.ts";
import type { Recount } from "./recount.ts";

/** In which all money of a roll-up is counted. */
const unit = "万元";

type Figures = Omit<Rollup["totals"], "counted" | "failed" | "findings">;

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
  /** The same from the records once more, which the written files are held to. */
  readonly recount: Recount;
  readonly codes: ReadonlySet<string>;
  /** Of a volume; undefined if there is nothing to print. */
  readonly rendered: RenderedReport | undefined;
};

/** In the order of the folders; a department that failed has no value. */
export type DepartmentsRead = readonly DepartmentRun<DepartmentRead | undefined>[];

/** Counts are those of `build`, and so is the total: the annual budgets of the projects. */
export function figuresOf(department: Department, spec: FormSpec): DepartmentFigures {
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
  return {
    projects: count,
    indicators,
    kinds: kindsOf(projects),
    money,
    ...sourcesIn(projects, spec),
    figures: formFigures(department, spec),
    stated: contradiction(department.budgetTotal, money.total.sum),
  };
}

/** The sources of the form's own, and what of the totals has none. */
function sourcesIn(projects: readonly Project[], spec: FormSpec): Pick<Figures, "sources" | "unlisted"> {
  const named = projects.map(({ budget }) => ({ budget, names: ownSourceNames(budget, spec, unit) }));
  const labels = new Map<string, string[]>();
  for (const field of Object.keys(spec.fields)) {
    const [scope, own, name] = field.split(".");
    if (scope !== "budget" || own !== "own" || name === undefined) continue;
    if (!named.some(({ names }) => names.includes(name))) continue;
    const label = (isFieldName(field) ? spec.fields[field]?.label : undefined) ?? name;
    labels.set(label, [...(labels.get(label) ?? []), name]);
  }
  const sources = [...labels].map(([label, names]) => {
    const amounts = named.flatMap(({ budget, names: own }) =>
      names.flatMap((name) => (own.includes(name) ? (budget.own[name] ?? []) : [])),
    );
    return { label, ...sumUp(amounts) };
  });
  const rests = named.flatMap(({ budget, names }) => {
    const total = inTenThousands(budget.total);
    if (total === undefined) return [];
    const parts = [budget.fiscal, budget.other, ...names.map((name) => budget.own[name])];
    return subtractDecimals(total, sumDecimals(parts.flatMap((part) => inTenThousands(part) ?? [])));
  });
  return { sources, ...asUnlisted(rests) };
}

function asUnlisted(amounts: readonly string[]): Pick<Figures, "unlisted"> {
  const unlisted = sumDecimals(amounts);
  return compareDecimals(unlisted, "0") === 0 ? {} : { unlisted: withTwoPlaces(unlisted) };
}

function formFigures(department: Department, spec: FormSpec): readonly FormFigure[] {
  return parsedFigures(spec).map(({ figure, parsed }) => {
    const { sum, over, uncounted } = addUpFigure(parsed, { spec, department, unit });
    const { label, how } = figure;
    const places = how === "count" ? 0 : figure.places;
    const about = { label, how, unit: parsed.unit, places };
    return withValue({ ...about, sum: sum && decimalOf(sum), over: decimalOf(over), uncounted });
  });
}

function withValue(figure: Omit<FormFigure, "value">): FormFigure {
  const { sum, over, places, unit: shown } = figure;
  const value = sum === undefined ? undefined : divideExact(exact(sum), exact(over));
  if (value === undefined) return figure;
  return { ...figure, value: roundExact(value, shown === "percent" ? places + 2 : places) };
}

function sumOfFigures(all: readonly Figures[]): Figures {
  const add = (count: (figures: Figures) => number) => all.reduce((sum, figures) => sum + count(figures), 0);
  const addMoney = (name: keyof RollupMoney) => addSums(all.map(({ money }) => money[name]));
  const addKind = (kind: keyof KindCounts) => add(({ kinds }) => kinds[kind]);
  const sources = groupBy(
    all.flatMap((one) => one.sources),
    ({ label }) => label,
  );
  const figures = groupBy(
    all.flatMap((one) => one.figures),
    columnOf,
  );
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
    sources: [...sources].map(([label, sums]) => ({ label, ...addSums(sums) })),
    ...asUnlisted(all.flatMap(({ unlisted }) => unlisted ?? [])),
    figures: [...figures.values()].flatMap(sumOfColumn),
  };
}

function addSums(sums: readonly MoneySum[]): MoneySum {
  return withSum(
    sums.flatMap(({ sum }) => sum ?? []),
    sums.reduce((count, { uncounted }) => count + uncounted, 0),
  );
}

/** Sums are added, and ratios and means are made of the sums: no mean of means. */
function sumOfColumn(figures: readonly FormFigure[]): readonly FormFigure[] {
  const [first] = figures;
  if (first === undefined) return [];
  const said = figures.flatMap(({ sum, over }) => (sum === undefined ? [] : [{ sum, over }]));
  const isDivided = first.how === "ratio" || first.how === "mean";
  return [
    withValue({
      ...first,
      places: Math.max(...figures.map(({ places }) => places)),
      sum: said.length === 0 ? undefined : sumDecimals(said.map(({ sum }) => sum)),
      over: isDivided ? sumDecimals(said.map(({ over }) => over)) : "1",
      uncounted: figures.reduce((count, { uncounted }) => count + uncounted, 0),
    }),
  ];
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
  return convertMoney(amount.value, { from: amount.unit, to: unit });
}

/** What department.json says the total is, where it is another. */
function contradiction(stated: Amount | undefined, sum = "0"): DepartmentFigures["stated"] {
  const total = inTenThousands(stated);
  if (total === undefined || !differ(total, sum)) return undefined;
  return { total: withTwoPlaces(total), difference: withTwoPlaces(subtractDecimals(total, sum)) };
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
    return { code: finding.code, at: formatPlace(finding.at), says, todo };
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
