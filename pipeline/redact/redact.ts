/** A department's records → those that may be published, and what must not be found in their files. */
import { digitsOf, keepsBack } from "../check/index.ts";
import { type Diagnostic, formatPlace, type Place } from "../diagnostics/index.ts";
import type { RawFile, RawTree } from "../read/index.ts";
import {
  type Department,
  type FormSpec,
  type Project,
  plainName,
  type ValueAtPath,
  valuesOfDepartment,
  valuesOfProject,
} from "../records/index.ts";
import { fieldsOfDepartment, fieldsWithin } from "./filled-fields.ts";
import { namesWithin, type Secrets, squeezed } from "./find-leaks.ts";
import { findMarkings } from "./find-markings.ts";
import { namesOfFields, projectsLeftOut, reportMarkedFacts } from "./left-out.ts";
import { namesToMask, personMask } from "./mask-names.ts";
import { labelledNumbers, numberMask } from "./mask-numbers.ts";
import { maskTexts } from "./mask-texts.ts";
import { tellsTotal, totalToHide } from "./total-told.ts";

export type ToRedact = {
  readonly department: Department;
  readonly spec: FormSpec;
  /** What it was read from. */
  readonly files: readonly RawFile[];
  readonly departmentFile: RawTree | undefined;
  /** Where somebody has said that what looks like a marking is none. */
  readonly cleared: readonly Place[];
};

export type Redacted = {
  readonly department: Department;
  /** How many numbers and names are masked, and projects left out. */
  readonly masked: number;
  readonly leftOut: number;
  readonly secrets: Secrets;
  /** Why it must not be published. */
  readonly problems: readonly Diagnostic[];
};

export function redact({ department, spec, files, departmentFile, cleared }: ToRedact): Redacted {
  const problems: Diagnostic[] = [];
  const report = (problem: Diagnostic) => problems.push(problem);
  const called = namesOfFields(spec);
  const hidden = projectsLeftOut(department, { called, report });
  const [shown, leftOut] = [
    department.projects.filter((project) => !hidden.has(project)),
    department.projects.filter((project) => hidden.has(project)),
  ];
  const open = withoutProjects(department, { shown, leftOut });
  reportMarkedFacts(open, { called, report });
  const isCleared = new Set(cleared.map(spotOf));
  for (const { at, marking } of findMarkings({ files, departmentFile, shown, leftOut }))
    if (!isCleared.has(spotOf(at)))
      report({ code: "public-classified", at, found: marking, args: { marking } });
  const total = totalToHide(shown, leftOut);
  for (const { value } of valuesOf(open, []))
    if (total !== undefined && tellsTotal(value, total))
      report({ code: "public-total-told", at: value.at, found: value.text, args: { count: leftOut.length } });
  const [numbers, persons] = [new Map<string, string>(), new Map<string, string>()];
  const filled = [...fieldsOfDepartment(open), ...open.projects.flatMap(fieldsWithin)];
  const labels = labelledNumbers(filled, called);
  const masks = [
    numberMask(
      (digits, mark) => numbers.set(digits, mark),
      (text) => labels.get(text),
    ),
    personMask(namesToMask(open, spec, report), (name, mark) => persons.set(name, mark)),
  ];
  const masked = maskTexts(open, (lines) => masks.reduce((before, mask) => mask(before), lines));
  const secrets: Secrets = {
    numbers,
    names: new Map([...namesOf(leftOut), ...persons]),
    open: new Set([...openDigits(masked)].filter((digits) => !numbers.has(digits))),
    openNames: masked.projects.flatMap(({ code, name }) => [code, name].flatMap((one) => one?.text ?? [])),
  };
  const namesToHide = namesWithin(secrets);
  for (const { value } of leftOut.length === 0 ? [] : valuesOf(masked, masked.projects))
    for (const { shown: name } of namesToHide(squeezed(value.text)))
      report({ code: "public-name-left", at: value.at, found: value.text, args: { name } });
  const figures = { masked: numbers.size + persons.size, leftOut: leftOut.length };
  return { department: masked, ...figures, secrets, problems };
}

/** An item of Part 1 that was taken from a project, or is called as it is, is left out with it. */
function withoutProjects(
  department: Department,
  { shown, leftOut }: { readonly shown: readonly Project[]; readonly leftOut: readonly Project[] },
): Department {
  if (leftOut.length === 0) return department;
  const keys = new Set(leftOut.map(({ key }) => key));
  const called = (projects: readonly Project[]) =>
    new Set(projects.flatMap(({ name }) => (name === undefined ? [] : [plainName(name.text)])));
  const [names, others] = [called(leftOut), called(shown)];
  const isOut = (name: string) => names.has(name) && !others.has(name);
  const subGoals = department.subGoals.filter(
    ({ name, takenFrom }) =>
      !(takenFrom !== undefined && keys.has(takenFrom)) &&
      !(name !== undefined && isOut(plainName(name.text))),
  );
  return { ...department, subGoals, projects: shown };
}

/** A short code is no name: it may be any number. */
const longCode = 10;

function namesOf(projects: readonly Project[]): Map<string, string> {
  const texts = projects.flatMap(({ code, name }) => [
    ...namesIn(name?.text ?? "").filter((one) => plainName(one).length > 1),
    ...(code === undefined || code.text.length < longCode ? [] : [code.text]),
  ]);
  return new Map(texts.map((text) => [text, text]));
}

/** With the marking behind it, and as others call it. */
function namesIn(name: string): readonly string[] {
  const bare = name.replace(/\s*[（(][^（）()]*[）)]\s*$/u, "");
  return bare === name || keepsBack("", name) !== "yes" ? [name] : [name, bare];
}

function* valuesOf(department: Department, projects: readonly Project[]): Generator<ValueAtPath> {
  if (department.title !== undefined) yield { path: "department.title", value: department.title };
  yield* valuesOfDepartment(department);
  for (const project of projects) yield* valuesOfProject(project);
}

/** Of codes and sums of money, some of which have as many digits as a telephone number. */
function* openDigits(department: Department): Generator<string> {
  for (const { value } of valuesOf(department, department.projects)) {
    const digits = digitsOf(value.text);
    if (/^\d{7,}$/u.test(digits)) yield digits;
  }
}

/** Whatever header it is told with. */
function spotOf(at: Place): string {
  return formatPlace(at.kind === "cell" ? { ...at, header: undefined } : at);
}
