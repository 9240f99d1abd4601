/** Two editions of a department, or an edition and data that are yet to be printed → what changed. */
import { loadForms } from "../assets/forms/index.ts";
import { runDepartments } from "../batch/run-departments.ts";
import type { ExitCode } from "../batch/run-result.ts";
import { compareSnapshots } from "../compare/index.ts";
import type { Changes, Snapshot } from "../contracts/index.ts";
import { hasFailure, readDepartment } from "../department/read-department.ts";
import { takeSnapshot } from "../department/take-snapshot.ts";
import type { Diagnostic, Report } from "../diagnostics/index.ts";
import { type RunningProcess, readEdition, settleOutputs } from "../editions/index.ts";
import { displayPath } from "../files/index.ts";
import { findDepartments } from "../find/index.ts";
import { type ComparedFolder, findSides, type SidesOptions } from "./find-sides.ts";

export type { WantedEditions } from "./find-sides.ts";

export type DiffOptions = SidesOptions & {
  /** The user's own forms, for folders of data. */
  readonly templates: string | undefined;
  readonly signal: AbortSignal;
  /** For the lock of an output folder that a killed run has left half done. */
  readonly self: RunningProcess;
  /** Hears what was made of it. */
  readonly report: Report;
};

export type Comparison =
  /** 2: no such editions or folders; 1: records or data that cannot be read; 3: our own bug; 130: cancelled. */
  | {
      readonly kind: "failed";
      readonly exitCode: Exclude<ExitCode, 0>;
      readonly problems: readonly Diagnostic[];
    }
  | { readonly kind: "done"; readonly exitCode: 0; readonly changes: Changes };

export async function diff(options: DiffOptions): Promise<Comparison> {
  const { folders, out } = options;
  await settleOutputs([out, ...folders], options);
  const sides = await findSides(options);
  if (!sides.found) return { kind: "failed", exitCode: 2, problems: [sides.problem] };
  const before = await readSide(sides.before, options);
  if (before.kind === "failed") return before;
  const after = await readSide(sides.after, options);
  if (after.kind === "failed") return after;
  const names = { before: sides.before.name, after: sides.after.name };
  return { kind: "done", exitCode: 0, changes: compareSnapshots(before.snapshot, after.snapshot, names) };
}

type ReadSide =
  | { readonly kind: "read"; readonly snapshot: Snapshot }
  | Extract<Comparison, { readonly kind: "failed" }>;

async function readSide(side: ComparedFolder, options: DiffOptions): Promise<ReadSide> {
  if (side.kind === "data") return readData(side.folder, options);
  const problems: Diagnostic[] = [];
  const snapshot = await readEdition(side.folder, (problem) => problems.push(problem));
  return snapshot === undefined ? { kind: "failed", exitCode: 1, problems } : { kind: "read", snapshot };
}

/** As `huibian check` reads it; what breaks a rule is no matter here, what cannot be read is. */
async function readData(folder: string, { templates, signal }: DiffOptions): Promise<ReadSide> {
  const problems: Diagnostic[] = [];
  const report: Report = (problem) => problems.push(problem);
  const search = await findDepartments([folder], { report });
  const several = search.departments.length > 1 ? [severalDepartments(folder, search.departments)] : [];
  const library = await loadForms(templates, report);
  const refusals = [...search.refusals, ...several];
  if (library === undefined || refusals.length > 0)
    return { kind: "failed", exitCode: 2, problems: [...refusals, ...problems] };

  let snapshot: Snapshot | undefined;
  const [result] = await runDepartments(search.departments, {
    jobs: 1,
    signal,
    onEvent: () => undefined,
    work: async (input, _department, findings) => {
      const reading = readDepartment(input, {
        library,
        findings,
        readings: [],
        time: (_, stage) => stage(),
      });
      snapshot = reading && takeSnapshot(reading);
      return { built: { findings, readings: [], milliseconds: {} }, state: "checked", files: [] };
    },
  });
  if (snapshot !== undefined) return { kind: "read", snapshot };
  const failures = (result?.findings ?? []).filter((finding) => hasFailure([finding]));
  const crashed = failures.some(({ code }) => code === "internal-error");
  return { kind: "failed", exitCode: signal.aborted ? 130 : crashed ? 3 : 1, problems: failures };
}

function severalDepartments(folder: string, departments: readonly { readonly folder: string }[]): Diagnostic {
  const shown = displayPath(folder);
  const args = { folder: shown, departments: departments.map((one) => one.folder) };
  return { code: "comparison-several-departments", at: { kind: "option", option: shown }, args };
}
