/** Findings → marks by which they are known again in another edition, whatever rows have moved and files are called. */
import { rules } from "../check/index.ts";
import { type Place, type Subject, tableOf } from "../diagnostics/index.ts";
import { hashOfBytes } from "../files/index.ts";
import type { Finding } from "./finding.ts";

export type Fingerprint = {
  /**
   * Of the rule, the project's code, the indicator, the column and what is written there; of what several projects have in
   * common, whichever they are, the rule and what that is.
   */
  readonly fingerprint: string;
  /**
   * The same by the project's name, and without what is written there: a value that was changed and is wrong as before
   * keeps it, and so does one whose project got another code.
   */
  readonly placeFingerprint: string;
};

/** In their order. Of several that are alike in all of this, the second and so on are counted. */
export function fingerprintsOf(findings: readonly Finding[]): readonly Fingerprint[] {
  const [exact, places] = [counter(), counter()];
  const hasTwin = twinsAmong(findings);
  const byName = (subject: Subject) => (hasTwin(subject) ? codeFirst(subject) : nameFirst(subject));
  return findings.map((finding) => {
    return {
      fingerprint: digest(exact([...whereOf(finding, codeFirst), textOf(finding)])),
      placeFingerprint: digest(places(placeOf(finding, byName))),
    };
  });
}

/** Whether a project has the name of another of its unit: were one withdrawn, the other would be taken for it. */
function twinsAmong(findings: readonly Finding[]): (subject: Subject) => boolean {
  const codes = new Map<string, string>();
  const twins = new Set<string>();
  for (const { subject, subjects = [] } of findings) {
    for (const one of [...subjects, ...(subject === undefined ? [] : [subject])]) {
      if (one.code === undefined || one.project === undefined) continue;
      const name = nameOf(one);
      if ((codes.get(name) ?? one.code) === one.code) codes.set(name, one.code);
      else twins.add(name);
    }
  }
  return (subject) => twins.has(nameOf(subject));
}

type Identity = readonly (string | undefined)[];

/** As JSON, with which of its kind one is, from the second on. */
function counter(): (identity: Identity) => string {
  const seen = new Map<string, number>();
  return (identity) => {
    const key = JSON.stringify(identity);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : JSON.stringify([...identity, String(count)]);
  };
}

function digest(identity: string): string {
  return hashOfBytes(identity).slice(0, 16);
}

/** Whether a finding is the same one whichever projects it touches: they are no part of its marks. */
export function isOfNoProject({
  code,
  shared,
}: {
  readonly code: string;
  readonly shared?: unknown;
}): boolean {
  return shared !== undefined || gathered.has(code);
}

/** One cause in several projects is the same cause, whichever of them has it first. */
const gathered: ReadonlySet<string> = new Set(
  rules.flatMap((rule) => ("gathered" in rule && rule.gathered === "over the department" ? rule.code : [])),
);

function placeOf(finding: Finding, projectOf: (subject: Subject) => string): Identity {
  const { code, subjects = [], shared } = finding;
  return shared?.kind === undefined
    ? whereOf(finding, projectOf)
    : [code, shared.kind, ...subjects.map(projectOf).toSorted()];
}

function whereOf(
  { code, at, subject, shared, indicator, args, alike }: Finding,
  projectOf: (subject: Subject) => string,
): Identity {
  if (shared !== undefined) return [code, shared.hash];
  if (gathered.has(code)) return [code, JSON.stringify(args)];
  if (alike !== undefined) return [code, tableOf(at), columnOf(at)].map(plain);
  const project = subject === undefined ? tableOf(at) : projectOf(subject);
  const { level1, level2, level3 } = indicator ?? {};
  return [code, project, level1, level2, level3, columnOf(at)].map((part) => part && plain(part));
}

/** Whatever becomes of its name. */
function codeFirst(subject: Subject): string {
  return subject.code ?? nameOf(subject);
}

/** Whatever becomes of its code, which may be what is wrong. */
function nameFirst(subject: Subject): string {
  return subject.project === undefined ? codeFirst(subject) : nameOf(subject);
}

/** Each unit may have a project of the same name. */
function nameOf({ unit = "", project = "" }: Subject): string {
  return `${unit} ${project}`;
}

function columnOf(at: Place): string {
  if (at.kind === "cell") return at.header ?? String(at.column ?? "");
  if (at.kind === "json") return at.header ?? /\/([^/\d][^/]*)(?:\/\d+)*$/u.exec(at.pointer)?.[1] ?? "";
  return at.kind === "option" ? at.option : "";
}

function textOf(finding: Finding): string {
  const { part, found = "", alike } = finding;
  return isOfNoProject(finding) || alike !== undefined ? "" : plain(part ?? found);
}

function plain(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
