/** Folders of departments → findings, and nothing written. */
import { loadForms } from "../assets/forms/index.ts";
import { sumOfTotals } from "../batch/department-totals.ts";
import { runDepartments, secondsSince } from "../batch/run-departments.ts";
import { exitCodeOf, type Outcome } from "../batch/run-result.ts";
import { checkOnly } from "../department/build-department.ts";
import { locateFindings } from "../department/locate-findings.ts";
import { hasFailure } from "../department/read-department.ts";
import type { Diagnostic, Report } from "../diagnostics/index.ts";
import { readVersion } from "../files/index.ts";
import { findDepartments } from "../find/index.ts";
import type { BuildOptions } from "./build.ts";

export type CheckOptions = Pick<BuildOptions, "folders" | "templates" | "signal" | "onEvent"> & {
  /** Departments worked on at a time. */
  readonly jobs: number;
};

export async function check(options: CheckOptions): Promise<Outcome> {
  const since = performance.now();
  const startedAt = new Date().toISOString();
  const problems: Diagnostic[] = [];
  const report: Report = (problem) => problems.push(problem);
  const search = await findDepartments(options.folders, { report });
  const library = await loadForms(options.templates, report);
  if (library === undefined || search.refusals.length > 0)
    return { kind: "refused", exitCode: 2, problems: [...search.refusals, ...problems] };

  options.onEvent({ kind: "found", departments: search.departments.length });
  const departments = await runDepartments(search.departments, {
    ...options,
    work: async (input, _department, findings) => {
      const built = checkOnly(input, library, findings);
      locateFindings(findings, input, built.readings);
      return { built, state: hasFailure(findings) ? "failed" : "checked", files: [] };
    },
  });
  const about = { command: "check", version: readVersion(), startedAt } as const;
  const done = {
    ...about,
    departments,
    problems,
    brokenForms: library.broken,
    totals: sumOfTotals(departments),
  };
  const exitCode = exitCodeOf(done, { strict: false, cancelled: options.signal.aborted });
  return { kind: "done", run: { ...done, exitCode, seconds: secondsSince(since) } };
}
