/** The steps of a plan → what a build would read and write, found by reading and checking the data; nothing is written. */

import { join } from "node:path";
import type { FormLibrary } from "../assets/forms/index.ts";
import { fileTitle } from "../compose/index.ts";
import {
  ignoredListName,
  knownOfDraft,
  listNames,
  manifestName,
  recordsName,
  reviewName,
} from "../contracts/index.ts";
import { changeNames, draftChangeNames, examine } from "../department/index.ts";
import { severityOf } from "../diagnostics/index.ts";
import { folderOf } from "../editions/index.ts";
import { type Clock, displayPath, fileNameOf } from "../files/index.ts";
import type { OutputFormat } from "../model/index.ts";
import { readDraftBefore } from "./department-edition.ts";
import type { SourceOpener } from "./open-source.ts";
import type { BuildStep, Step } from "./plan-build.ts";
import { type DepartmentRun, runDepartments } from "./run-departments.ts";
import { countFindings, type PlannedDepartment } from "./run-result.ts";

/** While one is read from the disk, another is checked. */
const departmentsAtATime = 4;

export type ForecastOptions = {
  readonly library: FormLibrary;
  readonly formats: readonly OutputFormat[];
  readonly strict: boolean;
  readonly review: boolean;
  readonly draft: boolean;
  readonly opener: SourceOpener;
  readonly clock: Clock;
  readonly signal: AbortSignal;
};

export async function forecastSteps(
  steps: readonly Step[],
  { library, opener, clock, signal, ...options }: ForecastOptions,
): Promise<readonly PlannedDepartment[]> {
  const runs = await runDepartments(
    steps.filter((step) => step.action === "build"),
    {
      ...{ jobs: departmentsAtATime, signal, opener, onEvent: () => undefined },
      generate: (sources) =>
        examine(sources, library, ({ department, form }) => fileTitle(department, form.spec.title), {
          day: clock.day,
        }),
    },
  );
  const found = new Map(runs.map((run) => [run.result.folder, run]));
  const plans = steps.map(async (step) => {
    const { folder } = step.department;
    if (step.action === "build") {
      const isCompared = options.draft && (await readDraftBefore(folderOf(step.place))) !== undefined;
      return planned(step, found.get(folder), { ...options, isCompared });
    }
    const findings = step.action === "unchanged" ? step.summary.findings : undefined;
    return { folder, state: step.action, findings, reads: [], writes: [] };
  });
  return Promise.all(plans);
}

type Publishing = Pick<ForecastOptions, "formats" | "strict" | "review" | "draft"> & {
  /** With the draft before. */
  readonly isCompared: boolean;
};

function planned(
  { department: { folder, departmentFile, files }, place, because }: BuildStep,
  run: DepartmentRun<string> | undefined,
  { formats, strict, review, draft, isCompared }: Publishing,
): PlannedDepartment {
  const { result: { findings, ignored = [] } = { findings: [] }, value: title } = run ?? {};
  const counts = countFindings(findings);
  const publishes = title !== undefined && counts.failure === 0 && !(strict && counts.error > 0);
  const documents = formats.map((format) => `${fileNameOf(title ?? "")}.${format}`);
  const lists = review ? [...listNames, reviewName] : listNames;
  const records = draft ? [recordsName, knownOfDraft] : [];
  const changes = isCompared ? [...changeNames, ...draftChangeNames] : changeNames;
  const further = ignored.length > 0 ? [ignoredListName] : [];
  const names = publishes
    ? [...documents, ...lists, ...further, ...changes, ...records, manifestName]
    : lists;
  const failures = findings.filter((finding) => severityOf(finding) === "failure");
  return {
    folder,
    state: "build",
    because,
    failures: failures.length === 0 ? undefined : failures,
    findings: counts,
    reads: [...(departmentFile === undefined ? [] : [departmentFile]), ...files].map(
      (name) => `${folder}/${name}`,
    ),
    writes: names.map((name) => displayPath(join(folderOf(place), name))),
  };
}
