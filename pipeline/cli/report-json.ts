/** `--reporter json`: one JSON document on standard output, and nothing else. */
import { type DepartmentResult, findingsOf, type RunResult } from "../batch/index.ts";
import { findingRecord } from "../lists/index.ts";
import { nextCommands } from "./new-form-lines.ts";
import type { Reporter } from "./reporter.ts";
import type { Terminal } from "./terminal.ts";

export function jsonReporter({ out }: Terminal): Reporter {
  const print = (value: unknown) => out(`${JSON.stringify(value, undefined, 2)}\n`);
  return {
    event: () => undefined,
    done: (run) =>
      print({
        ...run,
        departments: run.departments.map(departmentRecord),
        problems: run.problems.map(findingRecord),
        brokenForms: run.brokenForms.map(brokenRecord),
      }),
    plan: ({ departments, problems, brokenForms, ...plan }) =>
      print({
        command: "build",
        dryRun: true,
        exitCode: 0,
        ...plan,
        departments: departments.map(({ failures = [], ...one }) => ({
          ...one,
          failures: failures.length === 0 ? undefined : failures.map(findingRecord),
        })),
        problems: problems.map(findingRecord),
        brokenForms: brokenForms.map(brokenRecord),
      }),
    refused: (problems, exitCode) => print({ exitCode, problems: problems.map(findingRecord) }),
    forms: ({ forms, brokenForms, remarks }) =>
      print({ forms, brokenForms: brokenForms.map(brokenRecord), remarks: remarks?.map(findingRecord) }),
    newForm: ({ id, templates, folder, files, hasSample }) =>
      print({ id, templates, folder, files, hasSample, next: nextCommands({ id, folder, templates }) }),
    previewing: ({ problems, ...preview }) => print({ ...preview, problems: problems.map(findingRecord) }),
    explanation: ({ cells, failures, notFound }) =>
      print({ cells, failures: failures.map(findingRecord), notFound }),
    changes: print,
    notCompared: ({ exitCode, problems }) => print({ exitCode, problems: problems.map(findingRecord) }),
    merged: ({ record }) => print(record),
    initialised: ({ written, ...others }) =>
      print({
        ...others,
        written: written.map(({ failures, ...one }) => ({ ...one, failures: failures.map(findingRecord) })),
      }),
    fixed: (departments) =>
      print({
        departments: departments.map((one) => ({ ...one, failures: one.failures.map(findingRecord) })),
      }),
    verified: ({ departments, problems, brokenForms }) =>
      print({
        departments: departments.map((one) => ({ ...one, findings: one.findings.map(findingRecord) })),
        problems: problems.map(findingRecord),
        brokenForms: brokenForms.map(brokenRecord),
      }),
    rules: (rules) => print({ rules }),
    explainedRules: (rules) => print({ rules: rules.map(({ rule, example }) => ({ ...rule, example })) }),
  };
}

/** With its findings whole and counted. */
function departmentRecord(department: DepartmentResult): unknown {
  const {
    counted: _,
    countedIgnored: _counted,
    consequences: _left,
    findings,
    ignored,
    ...rest
  } = department;
  return {
    ...rest,
    counts: findingsOf(department),
    findings: findings.map(findingRecord),
    ignored: ignored?.length ? ignored.map(findingRecord) : undefined,
  };
}

function brokenRecord({ problems, ...broken }: RunResult["brokenForms"][number]): unknown {
  return { ...broken, problems: problems.map(findingRecord) };
}
