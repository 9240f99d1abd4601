/** Departments' files → what a roll-up takes of each: its figures, and for a volume what its templates print. */
import type { FormLibrary } from "../assets/forms/index.ts";
import { located, type RunEvent, runDepartments, type SourceOpener } from "../batch/index.ts";
import { findUnprinted, renderReport } from "../compose/index.ts";
import { examine, type Records } from "../department/index.ts";
import type { Report } from "../diagnostics/index.ts";
import type { DepartmentFolder } from "../find/index.ts";
import { type DepartmentRead, type DepartmentsRead, figuresOf } from "./figures.ts";
import { recount } from "./recount.ts";

export type ReadingOptions = {
  readonly library: FormLibrary;
  readonly draft: boolean;
  readonly volume: boolean;
  readonly opener: SourceOpener;
  /** YYYY-MM-DD */
  readonly day: string;
  readonly signal: AbortSignal;
  readonly onEvent: (event: RunEvent) => void;
};

/** Read two at a time, so that the disk and the processor both have something to do. */
const atATime = 2;

export async function readDepartments(
  departments: readonly DepartmentFolder[],
  { library, opener, signal, onEvent, ...options }: ReadingOptions,
): Promise<DepartmentsRead> {
  onEvent({ kind: "found", departments: departments.length });
  const tasks = departments.map((department) => ({ department }));
  return runDepartments(tasks, {
    ...{ jobs: atATime, signal, onEvent, opener },
    generate: (sources, { department }) => {
      const examined = examine(
        sources,
        library,
        (records, { report, watch }) => {
          const taken = take(records, { ...options, report });
          watch.lap("compose");
          return taken && { department, ...taken };
        },
        { day: options.day },
      );
      return located(examined, sources);
    },
  });
}

type Taking = Pick<ReadingOptions, "draft" | "volume" | "day"> & { readonly report: Report };

/** Undefined if a template failed or left out a project: reported. */
function take(
  { department, form }: Records,
  { draft, volume, day, report }: Taking,
): Omit<DepartmentRead, "department"> | undefined {
  const { projects, overall, subGoals, safeguards } = department;
  const isPrinted = volume && [projects, overall, subGoals, safeguards].some((one) => one.length > 0);
  const rendered = isPrinted ? renderReport({ form, department, draft, day, bare: true }, report) : undefined;
  const unprinted = rendered && findUnprinted(rendered, department);
  if (unprinted !== undefined) report(unprinted);
  if (isPrinted && (rendered === undefined || unprinted !== undefined)) return undefined;
  return { ...figuresRead({ department, form }), rendered };
}

/** What a summary takes of a department. */
export function figuresRead({
  department,
  form,
}: Pick<Records, "department" | "form">): Omit<DepartmentRead, "department" | "rendered"> {
  return {
    name: department.folder ?? department.name.text,
    year: department.year?.text,
    form: form.id,
    figures: figuresOf(department, form.spec),
    recount: recount(department),
    codes: new Set(department.projects.flatMap(({ code }) => code?.text || [])),
  };
}
