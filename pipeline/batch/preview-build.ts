/** The steps of a plan → what a build would read and write, told by reading and checking the data, and nothing written. */
import { join } from "node:path";
import type { FormLibrary } from "../assets/forms/index.ts";
import { reportTitle } from "../compose/index.ts";
import { listNames, manifestName, type RebuildReason } from "../contracts/index.ts";
import { changeNames } from "../department/changes-since.ts";
import { hasFailure, readDepartment } from "../department/read-department.ts";
import { startStopwatch } from "../department/stopwatch.ts";
import type { OutputFormat } from "../department/writers.ts";
import { type Diagnostic, severityOf } from "../diagnostics/index.ts";
import { folderOf } from "../editions/index.ts";
import { displayPath, fileNameOf } from "../files/index.ts";
import type { Step } from "./plan-build.ts";
import { runDepartments } from "./run-departments.ts";
import { countFindings, type FindingCounts } from "./run-result.ts";

export type PlannedDepartment = {
  readonly folder: string;
  readonly state: "build" | "unchanged" | "not-selected";
  /** Of one that would be built. */
  readonly because?: readonly RebuildReason[];
  /** What is already known to stop it: it would fail. */
  readonly failures?: readonly Diagnostic[];
  /** As far as reading and checking tell. */
  readonly findings?: FindingCounts;
  /** With the folder, as shown; empty where nothing would be read but to compare it. */
  readonly reads: readonly string[];
  readonly writes: readonly string[];
};

/** While one is read from the disk, another is checked. */
const departmentsAtATime = 4;

export type PreviewOptions = {
  readonly library: FormLibrary;
  readonly formats: readonly OutputFormat[];
  readonly strict: boolean;
  readonly signal: AbortSignal;
};

export async function previewBuild(
  steps: readonly Step[],
  options: PreviewOptions,
): Promise<readonly PlannedDepartment[]> {
  const building = steps.filter((step) => step.action === "build");
  const titles = new Map<string, string>();
  const results = await runDepartments(
    building.map(({ department }) => department),
    {
      ...options,
      jobs: departmentsAtATime,
      onEvent: () => undefined,
      work: async (input, { folder }, findings) => {
        const { time, milliseconds } = startStopwatch();
        const reading = readDepartment(input, { library: options.library, findings, readings: [], time });
        if (reading !== undefined)
          titles.set(folder, reportTitle(reading.department, reading.form.spec.title));
        const failed = hasFailure(findings);
        const built = { findings, readings: [], milliseconds: milliseconds() };
        return { built, state: failed ? "failed" : "checked", files: [] };
      },
    },
  );
  const found = new Map(results.map((result) => [result.folder, result.findings]));
  return steps.map((step) => {
    const { folder } = step.department;
    return planned(step, { findings: found.get(folder) ?? [], title: titles.get(folder) }, options);
  });
}

type Preview = { readonly findings: readonly Diagnostic[]; readonly title: string | undefined };

function planned(
  step: Step,
  { findings, title }: Preview,
  { formats, strict }: PreviewOptions,
): PlannedDepartment {
  const { folder, departmentFile, files } = step.department;
  if (step.action !== "build") {
    const counts = step.action === "unchanged" ? { findings: step.summary.findings } : {};
    return { folder, state: step.action, ...counts, reads: [], writes: [] };
  }
  const counts = countFindings(findings);
  const publishes = title !== undefined && counts.failure === 0 && !(strict && counts.error > 0);
  const documents = formats.map((format) => `${fileNameOf(title ?? "")}.${format}`);
  const names = publishes ? [...documents, ...listNames, ...changeNames, manifestName] : listNames;
  const failures = findings.filter((finding) => severityOf(finding) === "failure");
  return {
    folder,
    state: "build",
    because: step.because,
    ...(failures.length === 0 ? {} : { failures }),
    findings: counts,
    reads: [...(departmentFile === undefined ? [] : [departmentFile]), ...files].map(
      (name) => `${folder}/${name}`,
    ),
    writes: names.map((name) => displayPath(join(folderOf(step.place), name))),
  };
}
