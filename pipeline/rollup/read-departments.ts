/** Departments' files → what a roll-up takes of each: its figures, and for a volume what its templates print. */
import { type DepartmentsOptions, runDepartments } from "../batch/run-departments.ts";
import type { DepartmentResult } from "../batch/run-result.ts";
import type { Workbench } from "../batch/workbench.ts";
import { type PrintedReport, printReport } from "../compose/index.ts";
import { aboutOf } from "../department/build-department.ts";
import { locateFindings } from "../department/locate-findings.ts";
import { type FileReading, hasFailure, type Reading, readDepartment } from "../department/read-department.ts";
import { startStopwatch } from "../department/stopwatch.ts";
import type { Diagnostic, Report } from "../diagnostics/index.ts";
import type { DepartmentFolder } from "../find/index.ts";
import { type DepartmentFigures, figuresOf } from "./figures.ts";
import type { RollupOptions } from "./rollup.ts";

/** What is left of a department when its records are let go. */
export type DepartmentRead = {
  readonly department: DepartmentFolder;
  readonly name: string;
  readonly year?: string;
  readonly form: string;
  readonly figures: DepartmentFigures;
  readonly codes: ReadonlySet<string>;
  /** Of a volume; undefined where it has nothing to print. */
  readonly printed: PrintedReport | undefined;
};

export type DepartmentsRead = {
  /** In the order of the folders; what is found later is among the findings. */
  readonly results: () => readonly DepartmentResult[];
  readonly resultOf: (folder: string) => DepartmentResult | undefined;
  /** By folder; a department that failed has none. */
  readonly read: ReadonlyMap<string, DepartmentRead>;
  /** Adds to a department's findings. */
  readonly reportOn: (folder: string) => Report;
};

/** Read two at a time, so that the disk and the processor both have something to do. */
const atATime = 2;

type Options = Pick<RollupOptions, "draft" | "volume" | "clock"> &
  Pick<DepartmentsOptions, "signal" | "onEvent"> & { readonly bench: Workbench };

export async function readDepartments(
  departments: readonly DepartmentFolder[],
  options: Options,
): Promise<DepartmentsRead> {
  const { bench, onEvent, signal } = options;
  onEvent({ kind: "found", departments: departments.length });
  const read = new Map<string, DepartmentRead>();
  const results = await runDepartments(departments, {
    jobs: atATime,
    ...{ signal, onEvent },
    work: async (input, department, findings) => {
      const { time, milliseconds } = startStopwatch();
      const readings: FileReading[] = [];
      const reading = readDepartment(input, { library: bench.library, findings, readings, time });
      const taken = reading && time("compose", () => take(reading, options, findings));
      locateFindings(findings, input, readings);
      const sound = taken !== undefined && !hasFailure(findings);
      if (sound) read.set(department.folder, { department, ...taken });
      const built = { findings, readings, milliseconds: milliseconds() };
      return {
        built: reading === undefined ? built : { ...built, about: aboutOf(reading) },
        state: sound ? "checked" : "failed",
        files: [],
      };
    },
  });
  const later = new Map<string, Diagnostic[]>();
  const whole = (one: DepartmentResult): DepartmentResult => ({
    ...one,
    findings: [...one.findings, ...(later.get(one.folder) ?? [])],
  });
  const byFolder = new Map(results.map((one) => [one.folder, one]));
  return {
    read,
    resultOf: (folder) => {
      const result = byFolder.get(folder);
      return result && whole(result);
    },
    reportOn: (folder) => (finding) => {
      const found = later.get(folder) ?? [];
      later.set(folder, [...found, finding]);
    },
    results: () => results.map(whole),
  };
}

/** Undefined where a template failed, which is among the findings then. */
function take(
  { department, form }: Reading,
  { draft, volume, clock }: Options,
  findings: Diagnostic[],
): Omit<DepartmentRead, "department"> | undefined {
  const hasParts =
    department.projects.length +
      department.overall.length +
      department.subGoals.length +
      department.safeguards.length >
    0;
  const input = { form, department, draft, day: clock.day, bare: true };
  const printed = volume && hasParts ? printReport(input, (finding) => findings.push(finding)) : undefined;
  if (volume && hasParts && printed === undefined) return undefined;
  const { name, year } = department;
  return {
    name: name.text,
    ...(year === undefined ? {} : { year: year.text }),
    form: form.id,
    figures: figuresOf(department),
    codes: new Set(department.projects.flatMap(({ code }) => code?.text || [])),
    printed,
  };
}
