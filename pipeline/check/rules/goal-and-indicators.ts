/** Numbers in goals, in purposes and in Part 1 that are not those of the indicator with the same words. */
import {
  compareDecimals,
  type Decimal,
  groupBy,
  type Project,
  sumDecimals,
  type Text,
} from "../../records/index.ts";
import { comparable } from "../comparable.ts";
import { bareUnit, type Figure, type Measure, measureIn } from "../figures.ts";
import type { IndicatorBlock } from "../indicator-blocks.ts";
import { bareName } from "../indicator-name.ts";
import { likeEnough, likeness, sharesPair } from "../likeness.ts";
import { parseValue } from "../parse-value.ts";
import { type Found, type OwnContext, type RuleContext, rule } from "../rule.ts";
import { budgetYear } from "../year-in.ts";

type Differs = { readonly stated: string; readonly indicator: string; readonly value: string };
type DiffersInProject = Differs & { readonly from: "goal" | "purpose" };

/** So few of the words that another thing may be meant. */
const related = 0.3;

export const goalFigureDiffers = rule("goal-figure-differs", {
  number: 39,
  severity: "warning",
  about: {
    zh: "绩效目标、资金用途里的数字与同名指标的指标值不同",
    en: "a number in a goal or a purpose that is not that of the indicator with the same words",
  },
  says: {
    zh: ({ from, stated, indicator, value }: DiffersInProject) =>
      `${from === "goal" ? "绩效目标" : "资金用途"}写的是“${stated}”，指标“${indicator}”的指标值是“${value}”`,
    en: ({ from, stated, indicator, value }: DiffersInProject) =>
      `The ${from} says “${stated}”; the indicator “${indicator}” has “${value}”`,
  },
  todo: { zh: "请核对，把两处改成一致。", en: "Make both agree." },
  *block(block, context) {
    const { purpose } = block.project;
    const purposes = block.horizon === "annual" && purpose !== undefined ? [purpose] : [];
    const inGoal = [...differingIn("goal", linesOf(block), { block, context })];
    const inPurpose = [...differingIn("purpose", purposes, { block, context })];
    for (const one of inGoal) {
      const isRepeated = inPurpose.some((other) => isSameSlip(one, other));
      yield isRepeated ? { ...one, also: [...(one.also ?? []), ...purposes] } : one;
    }
    yield* inPurpose.filter((one) => !inGoal.some((other) => isSameSlip(one, other)));
  },
});

/** What goal and purpose both say is told once. */
function isSameSlip(
  { args: one }: Found<DiffersInProject>,
  { args: other }: Found<DiffersInProject>,
): boolean {
  return one.stated === other.stated && one.indicator === other.indicator && one.value === other.value;
}

function* differingIn(
  from: DiffersInProject["from"],
  texts: readonly Text[],
  { block, context }: { readonly block: IndicatorBlock; readonly context: OwnContext },
): Iterable<Found<DiffersInProject>> {
  const { horizon } = block;
  for (const one of differing(texts, [block], { ...context, horizon }))
    yield { ...one, args: { ...one.args, from } };
}

/** Part 1 speaks of a project below its name, and of all of them in its prose. */
export const partOneFigureDiffers = rule("part-one-figure-differs", {
  number: 39,
  severity: "warning",
  about: {
    zh: "第一部分里的数字与第二部分同名指标的指标值不同",
    en: "a number in Part 1 that is not that of the indicator with the same words in Part 2",
  },
  says: {
    zh: "第一部分写的是“{stated}”，第二部分指标“{indicator}”的指标值是“{value}”",
    en: "Part 1 says “{stated}”; the indicator “{indicator}” in Part 2 has “{value}”",
  },
  todo: { zh: "请核对，把两处改成一致。", en: "Make both agree." },
  *department(context) {
    const { department, blocks } = context;
    const annual = blocks.filter(({ horizon }) => horizon === "annual");
    const stated = { ...context, horizon: "annual" as const };
    yield* differing(department.overall, annual, stated);
    const byName = new Map(annual.map((block) => [comparable(block.project.name?.text ?? ""), block]));
    for (const { name, goals, takenFrom } of department.subGoals) {
      const block = takenFrom === undefined ? byName.get(comparable(name?.text ?? "")) : undefined;
      if (block !== undefined) yield* differing(goals, [block], stated);
    }
  },
});

function linesOf({ project, horizon }: IndicatorBlock): readonly Text[] {
  return project.goals[horizon]?.lines ?? [];
}

/** 满意度提高幅度: not what it comes to, but by how much. */
const ofChange =
  /(?:提高|提升|增长|增加|上升|增幅|下降|降低|降幅|减少|缩短|压缩)(?:幅度|比例|比率|率|百分点|天数|时间|时长|[数量额值])*$/u;

type Candidate = {
  readonly project: Project;
  readonly name: string;
  readonly core: string;
  readonly value: Text;
  /** As printed, with its sign and unit. */
  readonly printed: string;
  readonly measure: Measure;
};
/** By unit: only what is counted alike can be compared. */
type Candidates = ReadonlyMap<string, readonly Candidate[]>;

function candidatesOf(
  blocks: readonly IndicatorBlock[],
  units: ReadonlySet<string>,
  coreOfName: RuleContext["coreOfName"],
): Candidates {
  const candidates = blocks.flatMap(({ project, indicators }) =>
    indicators.flatMap(({ level3, value, printedValue, parsed, counted }) => {
      if (level3 === undefined || value === undefined || !units.has(priceUnit(counted ?? ""))) return [];
      const measure = measureIn(parsed);
      const name = bareName(level3.text);
      if (measure === undefined || ofChange.test(name)) return [];
      const printed = printedValue?.text ?? value.text;
      return { project, name, core: coreOfName(name), value, printed, measure };
    }),
  );
  return groupBy(candidates, ({ measure }) => priceUnit(measure.unit));
}

function* differing(
  texts: readonly Text[],
  blocks: readonly IndicatorBlock[],
  {
    figuresOf,
    coreOfName,
    department,
    horizon,
  }: Pick<OwnContext, "figuresOf" | "coreOfName" | "department"> & Pick<IndicatorBlock, "horizon">,
): Iterable<Found<Differs>> {
  const stated = texts.flatMap((text) => {
    const figures = figuresOf(text.text);
    return figures
      .filter((one) => mayMeanIndicator(one, horizon))
      .map((figure) => ({ text, figure, figures }));
  });
  if (stated.length === 0) return;
  const units = new Set(stated.map(({ figure }) => unitOf(figure)));
  const candidates = candidatesOf(blocks, units, coreOfName);
  for (const { text, figure, figures } of stated) {
    const sameUnit = candidates.get(unitOf(figure)) ?? [];
    const one =
      figure.per === undefined
        ? contradicted(figure, { figures, sameUnit })
        : contradictedPrice(figure, { figures, sameUnit });
    if (one === undefined || isLastOfGroups(one.measure, figure, text)) continue;
    const year = budgetYear(one.project, department);
    if (figure.year !== undefined && figure.year !== year) continue;
    const { project, name, value, printed } = one;
    const args = { stated: figure.written, indicator: name, value: printed };
    yield { at: text, also: [value], part: figure.written, project, args };
  }
}

/** 建成站点3，120人上岗 may be 3 and 120: whether it is one number is asked of the comma. */
function isLastOfGroups({ number, unit }: Measure, { written }: Figure, { text }: Text): boolean {
  if (!written.includes(",") || !text.includes(written.replaceAll(",", "，"))) return false;
  const last = measureIn(parseValue(written.slice(written.lastIndexOf(",") + 1)));
  return last !== undefined && last.unit === unit && compareDecimals(last.number, number) === 0;
}

/** All of the project's money is compared with its budget. */
function mayMeanIndicator(figure: Figure, horizon: IndicatorBlock["horizon"]): boolean {
  const { aside, ofTerm, per, unit, words, behind } = figure;
  const isAside = aside && per === undefined && !(ofTerm && horizon === "midTerm");
  if (isAside || comparable(words + behind).length < 3) return false;
  return per !== undefined || unit !== "元" || !/总|预算|^(?:项目|本级|财政|专项|各级)*资金$/u.test(words);
}

/** 元/户 for what is said of each 户. */
function unitOf({ unit, per }: Figure): string {
  return per === undefined ? unit : priceUnit(`${unit}/${per}`);
}

/** 人均补助 is given in 元/人 and in 元/人次; 元/人·天 is 元/天/人 and 元/人/日. */
function priceUnit(unit: string): string {
  const [money = "", ...per] = unit.split(/[/／·、]/u);
  if (per.length === 0) return unit;
  const things = per.map((one) => bareUnit(one).replace(/(?<=^[人户])次$/u, ""));
  return [money, ...things.toSorted()].join("/");
}

type Beside = {
  /** All of its text. */
  readonly figures: readonly Figure[];
  readonly sameUnit: readonly Candidate[];
};

/** The one indicator that a figure must mean, if it has another number. */
function contradicted(figure: Figure, { figures, sameUnit }: Beside): Candidate | undefined {
  const words = coreOfMoney(comparable(figure.words).replace(leading, ""), figure);
  if (figure.part) return contradictedPart(words, { figure, figures, sameUnit });
  const isNamed = comparable(figure.words).length >= 3;
  const before = wordsBefore(figure, figures);
  const like = ({ core }: Candidate) =>
    Math.max(
      isNamed ? likeness(words, coreOfMoney(core, figure)) : 0,
      isBehind(core, { words: before, behind: figure.behind }) ||
        isAround(core, before === figure.words ? figure : { words: "", behind: figure.behind })
        ? 1
        : 0,
    );
  const one = soleOf(
    sameUnit.filter((candidate) => like(candidate) >= likeEnough),
    ({ core }) => core === words,
  );
  if (one === undefined) return undefined;
  const sums = sumsWith(figure, figures);
  // 前三季度培训200人次，全年培训300人次 says the number, too, and so does 覆盖8个街道60个社区.
  const alsoSaid = figures.some(
    (other) =>
      other.unit === figure.unit &&
      compareDecimals(other.number, one.measure.number) === 0 &&
      (other.sentence === figure.sentence || likeness(comparable(other.words), one.core) >= likeEnough),
  );
  if (alsoSaid) return undefined;
  const said = sameUnit.some(
    (candidate) =>
      like(candidate) >= related &&
      sums.some((number) => compareDecimals(candidate.measure.number, number) === 0),
  );
  return said ? undefined : one;
}

/** The only one; of several, the only one that is it to the letter. */
function soleOf<One>(all: readonly One[], isExact: (one: One) => boolean): One | undefined {
  const [one, ...others] = all.length > 1 ? all.filter(isExact) : all;
  return others.length === 0 ? one : undefined;
}

/** Of 其中 only what has a name of its own is an indicator's: 其中门诊救助1.8万人次, but not 其中女性30人. */
function contradictedPart(
  words: string,
  { figure, figures, sameUnit }: Beside & { readonly figure: Figure },
): Candidate | undefined {
  if (words.length < 4) return undefined;
  const [one, ...others] = sameUnit.filter(
    ({ core }) => core.endsWith(words) && core.length - words.length <= 2,
  );
  if (one === undefined || others.length > 0) return undefined;
  const isSaid = figures.some(
    ({ unit, number }) => unit === figure.unit && compareDecimals(number, one.measure.number) === 0,
  );
  return isSaid ? undefined : one;
}

/** What stands before it; before the first number of its clause, if its own words are what an earlier number counts: 服务9个乡镇62个行政村. */
function wordsBefore(figure: Figure, figures: readonly Figure[]): string {
  const { words, sentence } = figure;
  const counted = figures
    .slice(0, figures.indexOf(figure))
    .findLast(
      (other) =>
        other.sentence === sentence && other.behind !== "" && words.startsWith(other.behind.slice(0, 2)),
    );
  return counted === undefined ? words : wordsBefore(counted, figures);
}

/** 建设基地4个 names the thing before its number, 建设4个基地 behind it: the rest of the name is said before it. */
function isBehind(core: string, { words, behind }: Pick<Figure, "words" | "behind">): boolean {
  const said = comparable(behind);
  for (let length = Math.min(core.length, said.length); length >= 2; length -= 1) {
    if (!said.startsWith(core.slice(-length))) continue;
    return words.includes(core.slice(0, -length));
  }
  return false;
}

/** 发放抚恤补助人数 of 发放1350名优抚对象抚恤补助: all that the name says stands before the number and behind it. */
function isAround(core: string, { words, behind }: Pick<Figure, "words" | "behind">): boolean {
  const said = comparable(words + behind);
  return core.length >= 6 && core.length <= said.length && likeness(core, said) === 1;
}

/** When it is, and that it is planned, which no name says. */
const leading = /^(?:20\d\d年度?|全年度?|本年度?|今年|年度内?|年内|计划|预计|力争|确保|拟|继续)+(?=.{2})/u;

/** 采集费用 as sentences write it: 采集72万元. */
function coreOfMoney(core: string, { unit }: Figure): string {
  const bare = unit === "元" ? core.replace(/(?:总?成本|费用?|经费|支出|投入|资金)$/u, "") : core;
  return bare.length >= 2 ? bare : core;
}

/** A figure alone, and with those beside it in its sentence: 新建2个、改建4个 are 6. */
function sumsWith(figure: Figure, figures: readonly Figure[]): readonly Decimal[] {
  const beside = figures.filter(
    ({ unit, sentence, per }) => unit === figure.unit && sentence === figure.sentence && per === figure.per,
  );
  const at = beside.indexOf(figure);
  const runs = beside.flatMap((_, from) =>
    from > at ? [] : beside.slice(at).map((_, further) => beside.slice(from, at + further + 1)),
  );
  return runs.map((run) => sumDecimals(run.map(({ number }) => number)));
}

/** Words that say only what it is a price of. */
const ofEach = /每(?:人次|户次|.)|[人户次亩]均|平均|标准|金额|数额?/gu;

/** Of a price the words tell little; those of one side must be among the other's: 低保对象 are not 特困对象. */
function contradictedPrice(figure: Figure, { figures, sameUnit }: Beside): Candidate | undefined {
  const said = [figure.words, figure.words + figure.behind].map((words) =>
    comparable(words).replace(ofEach, "").replace(/^按/u, ""),
  );
  // 办案补贴 of each 件 is 案件补贴.
  const nameOf = ({ name }: Candidate) =>
    comparable(name)
      .replace(ofEach, "")
      .replace(figure.per ?? "", "");
  const means = (name: string) => said.some((words) => sharesPair(words, name) && isAmong(words, name));
  const one = sameUnit.length === 1 ? sameUnit[0] : soleOf(sameUnit, (each) => said.includes(nameOf(each)));
  if (one === undefined || !means(nameOf(one))) return undefined;
  const isSaid = (stated: Figure) =>
    unitOf(stated) === unitOf(figure) && compareDecimals(stated.number, one.measure.number) === 0;
  return figures.some(isSaid) ? undefined : one;
}

/** Whether all characters of one are in the other. */
function isAmong(one: string, other: string): boolean {
  const [short = "", long = ""] = [one, other].toSorted((a, b) => a.length - b.length);
  return [...short].every((character) => long.includes(character));
}
