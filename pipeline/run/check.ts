/** Folders of departments → findings, and nothing written. */
import type { Diagnostic, Report } from "../diagnostics/index.ts";
import type { BuildOptions } from "./build.ts";
import { sumOfTotals } from "./department-totals.ts";
import { findDepartments } from "./find/find-departments.ts";
import { hasFailure } from "./find/read-department.ts";
import { readVersion } from "./package-root.ts";
import { checkOnly } from "./print/build-department.ts";
import { loadForms } from "./print/load-forms.ts";
import { locateFindings } from "./print/locate-findings.ts";
import { runDepartments, secondsSince } from "./run-departments.ts";
import { exitCodeOf, type Outcome } from "./run-result.ts";

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
