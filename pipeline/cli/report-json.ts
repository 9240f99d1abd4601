/** `--reporter json`: one JSON document on standard output, and nothing else. */
import { findingRecord } from "../run/index.ts";
import type { Reporter } from "./reporter.ts";
import type { Terminal } from "./terminal.ts";

export function jsonReporter({ out }: Terminal): Reporter {
  const print = (value: unknown) => out(`${JSON.stringify(value, undefined, 2)}\n`);
  return {
    event: () => undefined,
    done: (run) =>
      print({
        ...run,
        departments: run.departments.map((one) => ({ ...one, findings: one.findings.map(findingRecord) })),
        problems: run.problems.map(findingRecord),
        brokenForms: run.brokenForms.map((one) => ({ ...one, problems: one.problems.map(findingRecord) })),
      }),
    refused: (problems, exitCode) => print({ exitCode, problems: problems.map(findingRecord) }),
    forms: (forms, broken) =>
      print({
        forms,
        brokenForms: broken.map((one) => ({ ...one, problems: one.problems.map(findingRecord) })),
      }),
    explanation: ({ cells, failures, notFound }) =>
      print({ cells, failures: failures.map(findingRecord), ...(notFound && { notFound }) }),
    changes: print,
    notCompared: ({ exitCode, problems }) => print({ exitCode, problems: problems.map(findingRecord) }),
    rules: (rules) => print({ rules }),
  };
}
