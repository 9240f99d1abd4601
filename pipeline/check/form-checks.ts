/** The checks that a form brings as data → findings. Their code is 〈form〉/〈check〉, their sentences are the form's. */
import type { Bilingual, DiagnosticOf, Place, RuleSeverity } from "../diagnostics/index.ts";
import {
  type CheckedFormula,
  type CheckFormula,
  type ClaimOutcome,
  cellsOf,
  evaluate,
  type Formula,
  fieldsIn,
  isOfProject,
  lackingIn,
  parseCheck,
  parseFormula,
  type Quantity,
  quantityOf,
  rowsAt,
  type Side,
  type Subjects,
  scopeOfCheck,
  testClaim,
} from "../formula/index.ts";
import {
  type Amount,
  type Decimal,
  type Department,
  exact,
  type FieldName,
  type FormCheck,
  type FormSpec,
  formulasOfCheck,
  givenParts,
  groupBy,
  isFieldName,
  type PerProject,
  type Project,
  perObject,
  perProject,
  printedIndicators,
  roundExact,
  roundToAtMost,
  shiftDecimal,
  subjectOfProject,
} from "../records/index.ts";
import type { IndicatorBlock } from "./indicator-blocks.ts";
import { placeOfIndicator } from "./place-of-indicator.ts";
import type { IdleCheck, RuleContext } from "./rule.ts";

export type FormOfChecks = { readonly id: string; readonly spec: FormSpec };

/** The code of a form's check; the names of rules have no slash. */
export type CheckCode = `${string}/${string}`;
export type CheckFinding = DiagnosticOf<CheckCode, CheckArgs> & { readonly severity: RuleSeverity };
type CheckArgs = {
  /** The two sides of a comparison. */
  readonly left?: string;
  readonly right?: string;
  readonly says: Bilingual;
  readonly todo: Bilingual;
};

export function isCheckFinding(finding: { readonly code: string }): finding is CheckFinding {
  return finding.code.includes("/");
}

export function checkCode({ id }: FormOfChecks, name: string): CheckCode {
  return `${id}/${name}`;
}

export function checkCodes(form: FormOfChecks): readonly CheckCode[] {
  return Object.keys(form.spec.checks).map((name) => checkCode(form, name));
}

type Looked = Pick<RuleContext, "department" | "blocks" | "blankAt">;

export type CheckOutcome = {
  /** What is found in each record in which a claim of it fails. */
  readonly found: readonly Omit<CheckFinding, "severity">[];
  readonly idle: readonly IdleCheck[];
};

/** Of each claim, what it came to in the projects that alone decide it. */
export type KeptClaims = (claim: Claim) => PerProject<Tested>;

export function keepClaims(): KeptClaims {
  return perObject(() => perProject());
}

/** Runs one check of a form. */
export function runFormCheck(
  name: string,
  check: FormCheck,
  { form, looked, kept }: { readonly form: FormOfChecks; readonly looked: Looked; readonly kept: KeptClaims },
): CheckOutcome {
  const made = claimsOf(check).map((claim) => runClaim(claim, { name, form, check }, looked, kept));
  return { found: made.flatMap(({ found }) => found), idle: idleIn(made, name) };
}

function idleIn(made: readonly ClaimRun[], check: string): readonly IdleCheck[] {
  const claims = made.flatMap(({ lacking, near }, index) =>
    lacking.length === 0 || near === undefined ? [] : [{ number: index + 1, lacking, near }],
  );
  return claims.length === 0 ? [] : [{ check, claims, isWhole: !made.some(({ isMade }) => isMade) }];
}

type Claim = { readonly text: string; readonly checked: CheckedFormula<CheckFormula> };

/** A check's claims as they are read: the same for every department. */
const claimsOf = perObject((check: FormCheck): readonly Claim[] =>
  formulasOfCheck(check).map((text) => ({ text, checked: scopeOfCheck(parseCheck(text)) })),
);

type Run = { readonly name: string; readonly form: FormOfChecks; readonly check: FormCheck };
type ClaimRun = Pick<CheckOutcome, "found"> & {
  readonly isMade: boolean;
  readonly lacking: readonly FieldName[];
  readonly near?: Place;
};

function runClaim(claim: Claim, run: Run, looked: Looked, kept: KeptClaims): ClaimRun {
  const { text, checked } = claim;
  const { spec } = run.form;
  const records = subjectsOf(checked, { ...looked, spec });
  const within = toleranceOf(run.check) ?? "0";
  const tested = groupsOf(records, checked).map((group) => {
    const { project } = group;
    const test = () => testRecords(group.records, { checked, within });
    if (project === undefined) return { ...group, ...test() };
    const [known, given] = [kept(claim), [spec, within]];
    return { ...group, ...(known.find(project, given) ?? known.keep(project, given, test())) };
  });
  const found = tested.flatMap(({ records, failures }) =>
    failures.flatMap(({ index, ...failure }) => {
      const subjects = records[index];
      const { blankAt } = looked;
      return subjects === undefined
        ? []
        : findingOf({ ...failure, subjects }, { ...run, claim: text, checked, blankAt });
    }),
  );
  const isMade = tested.some((one) => one.isMade);
  const [first] = records;
  if (isMade || first === undefined) return { found, isMade, lacking: [] };
  return { found, isMade, lacking: lackingIn(checked.formula, records), near: nearestPlace(first) };
}

/** Where a claim fails, and the condition under which it is made there. */
type Failure = {
  readonly outcome: Extract<ClaimOutcome, { kind: "fails" }>;
  readonly condition: ClaimOutcome | undefined;
  /** Which of the records. */
  readonly index: number;
};
type Tested = { readonly isMade: boolean; readonly failures: readonly Failure[] };

/** Records that are tested together: those of each project where it alone decides, or else all. */
type Group = { readonly records: readonly Subjects[]; readonly project?: Project | undefined };

function groupsOf(
  records: readonly Subjects[],
  { level, formula: { where, that } }: CheckedFormula<CheckFormula>,
): readonly Group[] {
  if (!isOfProject(level, where === undefined ? [that] : [where, that])) return [{ records }];
  return [...groupBy(records, ({ project }) => project)].map(([project, records]) => ({ project, records }));
}

function testRecords(
  records: readonly Subjects[],
  { checked, within }: { readonly checked: CheckedFormula<CheckFormula>; readonly within: Decimal },
): Tested {
  const { where, that } = checked.formula;
  const tolerance = exact(within);
  const failures: Failure[] = [];
  let isMade = false;
  for (const [index, subjects] of records.entries()) {
    const condition = where && testClaim(where, subjects);
    const outcome =
      condition === undefined || condition.kind === "holds"
        ? testClaim(that, subjects, tolerance)
        : condition;
    isMade ||= outcome.kind !== "blank";
    if (outcome.kind === "fails" && outcome !== condition) failures.push({ outcome, condition, index });
  }
  return { isMade, failures };
}

function findingOf(
  {
    outcome,
    condition,
    subjects,
  }: {
    readonly outcome: Extract<ClaimOutcome, { kind: "fails" }>;
    readonly condition: ClaimOutcome | undefined;
    readonly subjects: Subjects;
  },
  {
    name,
    form,
    check,
    claim,
    checked,
    blankAt,
  }: Run &
    Pick<Looked, "blankAt"> & {
      readonly claim: string;
      readonly checked: CheckedFormula<CheckFormula>;
    },
): CheckOutcome["found"][number] {
  const { spec } = form;
  const conditional = condition?.kind === "holds" ? condition.from : [];
  const cells = distinct(givenParts([...outcome.from, ...conditional]));
  const { lacking } = outcome;
  const near = nearestPlace(subjects);
  const [first, ...others] = cells;
  const at = lacking === undefined ? (first?.at ?? near) : blankAt(near, lacking);
  const also = (lacking === undefined ? others : cells).map((cell) => cell.at);
  const sides = sidesOf(outcome, { spec, checked });
  const filling = { ...sides, subjects, label: labelIn(checked.formula.that, spec) };
  return {
    code: checkCode(form, name),
    at,
    also: also.length > 0 ? also : undefined,
    subject: subjects.project && subjectOfProject(subjects.project),
    found: lacking === undefined ? first?.text : undefined,
    args: {
      ...sides,
      says: sentencesOf(check.says, filling, `Does not hold: ${claim}`),
      todo: sentencesOf(check.todo, filling),
    },
  };
}

/** By how much the sides of a check's claims may differ. */
export function toleranceOf({ within }: FormCheck): Decimal | undefined {
  return within?.endsWith("%") ? shiftDecimal(within.slice(0, -1), -2) : within;
}

/** The records that a check is made of, each with what is above it. */
function subjectsOf(
  { level, addsIndicators }: CheckedFormula<CheckFormula>,
  {
    spec,
    department,
    blocks,
  }: { readonly spec: FormSpec; readonly department: Department; readonly blocks: readonly IndicatorBlock[] },
): readonly Subjects[] {
  const whole = { spec, department };
  const rows = rowsAt(level, department);
  if (rows !== undefined) return rows.map((row) => ({ ...whole, row }));
  if (level === "indicator")
    return blocks.flatMap(({ project, indicators }) =>
      indicators.map((indicator) => ({ ...whole, project, indicators, indicator })),
    );
  if (level === "project" && addsIndicators)
    return blocks
      .filter((block, index) => block.indicators.length > 0 || hasNone(block, blocks[index - 1], spec))
      .map(({ project, indicators }) => ({ ...whole, project, indicators }));
  return level === "project" ? department.projects.map((project) => ({ ...whole, project })) : [whole];
}

/** Nothing is added up of a horizon without indicators, unless the project has none at all: then it is asked once. */
function hasNone({ project }: IndicatorBlock, before: IndicatorBlock | undefined, spec: FormSpec): boolean {
  return before?.project !== project && printedIndicators(project, spec).length === 0;
}

function nearestPlace({ department, project, indicator, row }: Subjects): Place {
  if (row !== undefined) return row.at;
  if (project === undefined) return department.source?.at ?? department.name.at;
  return indicator === undefined ? project.at : placeOfIndicator(indicator, project);
}

/** A cell that is in a formula twice is named once. */
function distinct(cells: readonly Amount[]): readonly Amount[] {
  return [...new Map(cells.map((cell) => [JSON.stringify(cell.at), cell])).values()];
}

type Sides = Pick<CheckArgs, "left" | "right">;

function sidesOf(
  { left, right }: { readonly left?: Side; readonly right?: Side },
  { spec, checked }: { readonly spec: FormSpec; readonly checked: CheckedFormula<CheckFormula> },
): Sides {
  if (left === undefined || right === undefined) return {};
  const quantity = (side: Side) => quantityOf(side.formula, { form: spec, level: checked.level });
  // A ratio beside a share is shown as a share.
  const isShare = [left, right].some((side) => quantity(side) === "share");
  const shown = (side: Side, places: number) => showSide(side, { isShare, places, spec, of: quantity(side) });
  // Sides that only differ further behind are shown as far as they do.
  const places = [4, 20].find((one) => shown(left, one) !== shown(right, one)) ?? 4;
  return { left: shown(left, places), right: shown(right, places) };
}

function showSide(
  { value, formula, from }: Side,
  {
    isShare,
    places,
    spec,
    of,
  }: {
    readonly isShare: boolean;
    readonly places: number;
    readonly spec: FormSpec;
    readonly of: Quantity;
  },
): string {
  if (typeof value === "string") return value;
  if (of === "date") return formula.kind === "field" ? (from[0]?.text ?? "") : roundExact(value, 0);
  if (of === "money") return `${roundToAtMost(value, places)}${spec.money.unit}`;
  return isShare ? `${shiftDecimal(roundExact(value, places), 2)}%` : roundToAtMost(value, places);
}

/** What a sentence of form.json leaves open: a side of the comparison, or what a field or a formula says. */
export const sentenceHole = /\{([^{}]*)\}/gu;

/** What a hole can hold beside formulas. */
export const sentenceWords: readonly string[] = ["left", "right", "label"];

type Filling = Sides & { readonly subjects: Subjects; readonly label: string };

/** A sentence in Chinese alone is English as it is, or else what `plainly` says, with both sides. */
function sentencesOf(sentence: FormCheck["says"], filling: Filling, plainly?: string): Bilingual {
  const filled = (text: string) =>
    text.replace(sentenceHole, (_, hole: string) => {
      if (hole === "left" || hole === "right" || hole === "label") return filling[hole] ?? "";
      return saidBy(hole, filling.subjects);
    });
  if (typeof sentence !== "string") return { zh: filled(sentence.zh), en: filled(sentence.en) };
  const { left, right } = filling;
  const shown = left === undefined || right === undefined ? "" : ` (${left} and ${right})`;
  const zh = filled(sentence);
  return { zh, en: plainly === undefined ? zh : `${plainly}${shown}` };
}

/** What a formula comes to, for a reader; of a field what is written there, of those of many records each text once. */
function saidBy(hole: string, subjects: Subjects): string {
  const formula = parseFormula(hole);
  if (formula.kind === "field")
    return [...new Set(cellsOf(formula, subjects).map(({ text }) => text))].join("、");
  const { value = "" } = evaluate(formula, subjects) ?? {};
  return typeof value === "string" ? value : roundToAtMost(value, 4);
}

/** What the form calls the first field that a claim names. */
function labelIn(formula: Formula, { fields }: FormSpec): string {
  const [field] = fieldsIn(formula);
  return field === undefined || !isFieldName(field) ? "" : (fields[field]?.label ?? "");
}
