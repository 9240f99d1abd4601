/** Gathers a grid's rows into projects: a row without name or code goes on with the project above it. */
import {
  compareDecimals,
  type FieldName,
  type Horizon,
  type Indicator,
  nearestName,
  outerGroup,
  plainName,
  type Text,
} from "../../records/index.ts";
import type { Context } from "../drafts/context.ts";
import {
  createDraft,
  type DraftProject,
  fillValue,
  type Identity,
  identity,
  identityOf,
  keyOf,
  subjectOfDraft,
  type Value,
  withShared,
} from "../drafts/draft.ts";
import { type IndicatorsOfRun, signatureOf } from "../drafts/kept-rows.ts";
import { parseMoney } from "../drafts/read-money.ts";
import { type Reporting, recorded } from "../drafts/recorded.ts";
import { printableText } from "../headers/source-text.ts";
import { type FieldColumn, type Grid, hasIndicators, identityColumns, textAt, unitAt } from "./grid.ts";
import { createIndicatorReader } from "./read-indicators.ts";

type Current = { readonly draft: DraftProject; readonly firstRow: number };

/**
 * The projects of a table that has indicators: rows of one project need not be together.
 * `apart`: rows of one code with different names are kept apart, for tables that show which of two is meant.
 */
export function gatherProjects(
  grid: Grid,
  context: Context,
  { apart = false, most = Number.POSITIVE_INFINITY } = {},
): DraftProject[] {
  const columns = projectColumns(grid);
  const identify = identityReader(grid);
  const readRun = runReader(grid, identify, context);
  const projects = new Map<string, Current>();
  const tellsApart = apart ? () => true : anotherProject(grid, columns);
  const key = (row: number, whose: Identity): string => {
    const plain = keyOf(whose);
    if (whose.code === "" || whose.name === "") return plain;
    const named = `${plain}\n${whose.name}`;
    if (projects.has(named)) return named;
    const first = projects.get(plain);
    return first !== undefined && isNamedOtherwise(whose, first) && tellsApart(row, first) ? named : plain;
  };
  let row = 0;
  while (row < grid.rowCount && projects.size <= most) {
    const first = row;
    const whose = identify(first);
    const own = key(row, whose);
    const current = projects.get(own) ?? startProject(grid, { row, columns }, context);
    projects.set(own, current);
    const goesOn = (next: Identity) => continues(next, current) || projects.get(key(row, next)) === current;
    do {
      if (current.firstRow !== row) compareRow(grid, { row, columns, current }, context);
      row += 1;
    } while (row < grid.rowCount && goesOn(identify(row)));
    const { indicators, comesBack } = readRun({ first, end: row }, current.draft);
    for (const indicator of indicators) current.draft.indicators.push(indicator);
    for (const level of comesBack) current.draft.comesBack.push(level);
  }
  reportBesideMerges(grid, context);
  return [...projects.values()].map(({ draft }) => draft);
}

/** Rows of one project that follow one another, from 0; `end` is not of them. */
type Run = { readonly first: number; readonly end: number };

/** Runs are read in their order. */
function runReader(
  grid: Grid,
  identify: (row: number) => Identity,
  context: Context,
): (run: Run, draft: DraftProject) => IndicatorsOfRun {
  const { groupBy, groupOrder, groupCalled, labelOf, prints, statedUnit, keptRows } = context;
  const mergesLevels = leavesLevelsBlank(grid);
  let reporting: Reporting = context;
  const readIndicators = createIndicatorReader(grid, {
    ...{ groupBy, groupOrder, groupCalled, labelOf, prints, statedUnit },
    report: (finding) => reporting.report(finding),
    reportOnce: (key, diagnose) => reporting.reportOnce(key, diagnose),
  });
  const read = ({ first, end }: Run, draft: DraftProject): IndicatorsOfRun => {
    const comesBack = returningLevels(grid, { groupBy, mergesLevels });
    const run: { indicators: Indicator[]; comesBack: Text[] } = { indicators: [], comesBack: [] };
    for (let row = first; row < end; row += 1) {
      const { code, name } = identify(row);
      for (const indicator of readIndicators(row, row === first, draft)) {
        run.indicators.push(indicator);
        const { level1 } = indicator;
        if (comesBack(indicator, row, code === "" && name === "") && level1 !== undefined)
          run.comesBack.push(level1);
      }
    }
    return run;
  };
  if (keptRows === undefined) return read;
  const recordedRun = (run: Run, draft: DraftProject) =>
    recorded((recording) => {
      reporting = recording;
      try {
        return read(run, draft);
      } finally {
        reporting = context;
      }
    });
  const decides = decidesRun(grid, context, mergesLevels);
  return (run, draft) => {
    const cells = grid.rawRow?.(run.first)?.cells;
    if (cells === undefined) return read(run, draft);
    const given = decides(run, draft);
    const known = keptRows.run.find(cells, given);
    const { made, tell } = known ?? keptRows.run.keep(cells, given, recordedRun(run, draft));
    tell(context);
    return made;
  };
}

/** What such rows say depends on their cells and places, and on the row behind them: a name above it may be that of a level. */
function decidesRun(
  { at, columns, unitColumn, unit, named, merged, rawRow }: Grid,
  { form, statedUnit }: Context,
  mergesLevels: boolean,
): (run: Run, draft: DraftProject) => readonly unknown[] {
  const ofTable = { at, columns, unitColumn, unit, named, merged, mergesLevels };
  const decides = signatureOf([ofTable, form, statedUnit]);
  return ({ first, end }, draft) => {
    const { unit: whose, code, project } = subjectOfDraft(draft);
    const rows = Array.from({ length: end - first }, (_, index) => rawRow?.(first + index));
    const placed = rows.flatMap((row) => [row?.row, row?.cells]);
    return [decides, whose, code, project, rawRow?.(end)?.cells, ...placed];
  };
}

/** Blanks beside merged cells: a row that was forgotten when they were merged, or one of another project. */
function reportBesideMerges(grid: Grid, { report }: Context): void {
  const rows = Array.from({ length: grid.rowCount }, (_, row) => row);
  const isBlank = (row: number) => (column: FieldColumn) => grid.source(row, column.index).trim() === "";
  const isMerged = ({ index }: FieldColumn) => grid.merged?.has(index) === true;
  const identity = identityColumns(grid);
  const nameless = identity.some(isMerged) ? rows.filter((row) => identity.every(isBlank(row))) : [];
  const [first, ...others] = nameless.map(grid.rowPlace);
  if (first !== undefined)
    report({ code: "rows-beside-merge", at: first, also: some(others), args: { rows: nameless.length } });
  const measured = grid.columns.filter(({ field }) => /^indicator\.(?:level3|value)$/u.test(field));
  for (const column of grid.columns.filter((one) => isMerged(one) && isLabel(one.field))) {
    const blank = rows.filter((row) => isBlank(row)(column) && !measured.every(isBlank(row)));
    const [at, ...also] = blank.map((row) => grid.place(row, column.index));
    if (at !== undefined)
      report({ code: "labels-beside-merge", at, also: some(also), args: { cells: blank.length } });
  }
}

function some<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length > 0 ? items : undefined;
}

function isLabel(field: FieldName): boolean {
  return field === "indicator.level1" || field === "indicator.level2";
}

/**
 * Whether a level 1 stands again in a row although merged cells had ended it, or had it still: its row may belong to a
 * project whose own row was filtered away. Rows that name their project tell whose they are.
 */
function returningLevels(
  grid: Grid,
  { groupBy, mergesLevels }: { readonly groupBy: string | undefined; readonly mergesLevels: boolean },
): (indicator: Indicator, row: number, merged: boolean) => boolean {
  const columns = levelColumns(grid);
  const seen = new Map<Horizon, Set<string>>();
  const last = new Map<Horizon, string>();
  let goal: string | undefined;
  return (indicator, row, merged) => {
    const { level1, level2, horizon } = indicator;
    const before = goal;
    goal = outerGroup(indicator, groupBy);
    // Below each of a form's named goals the levels begin again.
    if (goal !== before) {
      seen.clear();
      last.clear();
    }
    if (level1 === undefined) return false;
    const labels = `${level1.text}\t${level2?.text ?? ""}`;
    const labelled = seen.get(horizon) ?? new Set<string>();
    const above = last.get(horizon) ?? "";
    const isNew = !above.startsWith(`${level1.text}\t`);
    const written = columns.some(({ index }) => grid.source(row, index).trim() !== "");
    const back = merged && written && (isNew ? labelled.has(level1.text) : mergesLevels && above === labels);
    seen.set(horizon, labelled.add(level1.text));
    last.set(horizon, labels);
    return back;
  };
}

function levelColumns({ columns }: Grid): readonly FieldColumn[] {
  return columns.filter(({ field }) => field === "indicator.level1");
}

function leavesLevelsBlank(grid: Grid): boolean {
  const columns = levelColumns(grid);
  const isBlank = (row: number) => columns.every(({ index }) => grid.source(row, index).trim() === "");
  return Array.from({ length: grid.rowCount }, (_, row) => row).some((row) => row > 0 && isBlank(row));
}

/** The projects of a table without indicators: every row is one. */
export function listProjects(grid: Grid, context: Context): DraftProject[] {
  const columns = projectColumns(grid);
  return Array.from(
    { length: grid.rowCount },
    (_, row) => startProject(grid, { row, columns }, context).draft,
  );
}

/** Whether a grid says more of a project than which one it is. */
export function tellsProjects(grid: Grid): boolean {
  const identity = /^project\.(?:code|name|unit|unitCode|department|year|order)$/u;
  return !hasIndicators(grid.columns) || projectColumns(grid).some(({ field }) => !identity.test(field));
}

function projectColumns(grid: Grid): FieldColumn[] {
  return grid.columns.filter(({ field }) => !field.startsWith("indicator."));
}

function identityReader(grid: Grid): (row: number) => Identity {
  const reader = (field: FieldName) => {
    const column = grid.columns.find((one) => one.field === field)?.index;
    return (row: number): string => (column === undefined ? "" : printableText(grid.source(row, column)));
  };
  const [code, name, unit] = [reader("project.code"), reader("project.name"), reader("project.unit")];
  return (row) => identity({ code: code(row), name: name(row), unit: unit(row) });
}

/** A blank identity goes on with the project above; so does a name that is repeated while the code is merged. */
function continues({ code, name, unit }: Identity, { draft }: Current): boolean {
  if (code === "" && name === "") return true;
  const above = identityOf(draft);
  if (code !== "") return code === above.code && (name === "" || name === above.name);
  return name === above.name && (unit === "" || unit === above.unit);
}

function isNamedOtherwise({ name }: Identity, { draft }: Current): boolean {
  return plainName(name) !== plainName(identityOf(draft).name);
}

/**
 * Whether a row is named as a part of another, or goes on with it: 其中：设备, （1）设备, its name with 续 behind it or with more
 * in brackets. Two that say different things in brackets are two, unless those are funds or years: 购置（救护车）, 购置（家具）.
 */
function isPartOf(name: string, whole: string): boolean {
  if (asPart.test(name) && !asPart.test(whole)) return true;
  const [part, of] = [name, whole].map((text) => {
    const plain = plainName(text).replace(/(?:续表?|中期|年度)$/u, "");
    const [inBrackets = ""] = /\([^()]*\)/u.exec(plain) ?? [];
    return { inBrackets, bare: plain.replace(/\([^()]*\)|[\s\p{P}\p{Cf}]/gu, "") };
  });
  if (part === undefined || of === undefined || part.bare === "" || part.bare !== of.bare) return false;
  const brackets = [part.inBrackets, of.inBrackets];
  return brackets.includes("") || brackets.every((text) => ofFundOrTime.test(text));
}

/** What a row begins with that is of the one above; 一、 and 1. begin projects, too. */
const asPart =
  /^\s*(?:[(（\s]*其中|[(（\s]*[子分]项|同上|[-–—•·●○]|[(（](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]|[①-⑳])/u;

/** Of nothing else: （市财政资金）, but not （市医院）. */
const ofFundOrTime =
  /^\((?:[上本省市县区级年度续\d、和及\s-]|中央|地方|财政|自筹|专项|补助|配套|资金|拨款|中期|追加|结转|剩余)+\)$/u;

/**
 * A cell may be wrong, and so may a name; where name, money and goal are all quite others, it is the code: the row is of
 * another project. One that is written otherwise (6000 and 6,000.00), has a slip, or is named as a part, is no other.
 */
function anotherProject(grid: Grid, columns: readonly FieldColumn[]): (row: number, of: Current) => boolean {
  const some = (row: number, { firstRow }: Current, fields: RegExp, differ: typeof amountsDiffer) =>
    columns.some(
      ({ field, index }) =>
        fields.test(field) && differ(grid.source(firstRow, index), grid.source(row, index)),
    );
  const name = /^project\.name$/u;
  return (row, of) =>
    some(row, of, money, amountsDiffer) &&
    some(row, of, name, (whole, own) => textsDiffer(whole, own) && !isPartOf(own, whole)) &&
    some(row, of, goalOrPurpose, textsDiffer);
}

function amountsDiffer(one: string, other: string): boolean {
  const [left, right] = [parseMoney(one), parseMoney(other)];
  if (left.value === undefined || right.value === undefined || left.unit !== right.unit) return false;
  return compareDecimals(left.value, right.value) !== 0;
}

/** By more than half of their characters. */
function textsDiffer(one: string, other: string): boolean {
  const [left, right] = [one, other].map((text) =>
    text.replace(/[\s\p{P}\p{Cf}]/gu, "").slice(0, mostCompared),
  );
  return (
    left !== undefined &&
    right !== undefined &&
    left !== "" &&
    right !== "" &&
    nearestName(left, [right]) === ""
  );
}

/** Characters of a text that are looked at: two goals of one project do not begin otherwise. */
const mostCompared = 100;

const money = /^(?:budget|midTermBudget)\./u;
const goalOrPurpose = /^(?:goals\.|project\.purpose$)/u;

function startProject(
  grid: Grid,
  { row, columns }: { row: number; columns: readonly FieldColumn[] },
  context: Context,
): Current {
  const draft = rowValues(grid, { row, columns }, context);
  return { draft: withShared(draft, grid.shared ?? new Map()), firstRow: row };
}

/** What one row says in some columns. */
export function rowValues(
  grid: Grid,
  { row, columns }: { row: number; columns: readonly FieldColumn[] },
  context: Context,
): DraftProject {
  const draft = createDraft(grid.rowPlace(row));
  for (const column of columns) {
    const value = valueAt(grid, { row, column }, context);
    if (value !== undefined) draft.values.set(column.field, value);
  }
  return draft;
}

function compareRow(
  grid: Grid,
  { row, columns, current }: { row: number; columns: readonly FieldColumn[]; current: Current },
  context: Context,
): void {
  for (const column of columns) {
    const source = grid.source(row, column.index);
    // The same text as in the first row is the rule in tables of a hundred thousand rows: nothing is built for it.
    if (source === "" || source === grid.source(current.firstRow, column.index)) continue;
    // A serial number may count the rows instead of the projects.
    if (column.field === "project.order") continue;
    const value = valueAt(grid, { row, column }, context);
    if (value !== undefined) fillValue(current.draft, { field: column.field, value }, context);
  }
}

function valueAt(
  grid: Grid,
  { row, column }: { row: number; column: FieldColumn },
  { report }: Context,
): Value | undefined {
  const text = textAt(grid, row, { column: column.index, report });
  const unit = column.kind === "money" ? unitAt(grid, row, column) : undefined;
  return text && { text, unit };
}
