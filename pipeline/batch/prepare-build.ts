/** What a build is asked for → the steps that it will take, or what forbids it; nothing is written. */
import { loadFonts } from "../assets/fonts/index.ts";
import { type FormSources, readForms } from "../assets/forms/index.ts";
import type { BuildOptions } from "../commands/build.ts";
import type { Hashes, Shard } from "../contracts/index.ts";
import type { Diagnostic, Report } from "../diagnostics/index.ts";
import { folderOf, type OutputPlace } from "../editions/index.ts";
import {
  type DepartmentFolder,
  findDepartments,
  selectDepartments,
  splitDepartments,
} from "../find/index.ts";
import { hashFonts, hashForms, type RunInputs } from "./edition-inputs.ts";
import { planBuild, type Step } from "./plan-build.ts";
import { refuseOutputs } from "./plan-outputs.ts";
import { type Probe, refuseUnwritable } from "./probe-outputs.ts";
import { readProgram } from "./program-code.ts";

/** What is known before the output folder is looked into. */
export type Request = {
  readonly kind: "ready";
  readonly departments: readonly DepartmentFolder[];
  readonly isSelected: (department: DepartmentFolder) => boolean;
  /** Read, and compiled only where a step needs them. */
  readonly sources: FormSources;
  readonly fonts: Hashes;
  /** What stops nothing. */
  readonly problems: readonly Diagnostic[];
  /** Where the departments are the part of a shard. */
  readonly shard?: Shard;
};

/** What is known when it has been. */
export type Prepared = {
  readonly kind: "ready";
  readonly steps: readonly Step[];
  readonly inputs: RunInputs;
};

export type Forbidden = { readonly kind: "forbidden"; readonly problems: readonly Diagnostic[] };

export async function readRequest(options: BuildOptions): Promise<Request | Forbidden> {
  const problems: Diagnostic[] = [];
  const report: Report = (problem) => problems.push(problem);
  const { departments, refusals } = await findDepartments(options.folders, { out: options.out, report });
  const { only = [], exclude = [] } = options;
  const selection = selectDepartments(departments, { only, exclude });
  const sources = await readForms(options.templates, report);
  const fonts = await hashFonts(options.fonts);
  // Opening them says what is wrong with the folder.
  if (fonts === undefined) await loadFonts(options.fonts, report);
  const forbidden = [
    ...refusals,
    ...(departments.length === 0 ? [] : selection.refusals),
    ...(await refuseOutputs(departments, options.out)),
  ];
  if (sources === undefined || fonts === undefined || forbidden.length > 0)
    return { kind: "forbidden", problems: [...forbidden, ...problems] };
  const { isSelected } = selection;
  const ready = { kind: "ready", departments, isSelected, sources, fonts, problems } as const;
  // A retry is about what its shard has left undone, though mended data would be split in another way.
  if (options.shard === undefined || options.retry !== undefined) return ready;
  return { ...ready, ...(await splitDepartments(departments, { ...options.shard, isSelected })) };
}

export type PrepareOptions = {
  /** The folders that a retry is about; all without it. */
  readonly among: ReadonlySet<string> | undefined;
  /** How it is tried whether an output folder can be written. */
  readonly probe: Probe;
};

/** Holds the request against what stands in the output folder. */
export async function prepareBuild(
  { departments, isSelected, sources, fonts }: Request,
  options: BuildOptions,
  { among, probe }: PrepareOptions,
): Promise<Prepared | Forbidden> {
  const inputs: RunInputs = {
    program: await readProgram(),
    forms: hashForms(sources),
    fonts,
    options: optionInputs(options),
  };
  const steps = await planBuild(departments, {
    inputs,
    isSelected: (one) => isSelected(one) && (among?.has(one.folder) ?? true),
    force: options.force ?? false,
    placeOf: (department) => placeOf(department, options),
  });
  const written = steps.filter(({ action }) => action === "build").map(({ place }) => folderOf(place));
  const unwritable = await refuseUnwritable([options.out, ...written], probe);
  return unwritable.length > 0
    ? { kind: "forbidden", problems: unwritable }
    : { kind: "ready", steps, inputs };
}

function placeOf(
  { output }: DepartmentFolder,
  { out, draft }: Pick<BuildOptions, "out" | "draft">,
): OutputPlace {
  return { out, below: draft ? `${output}/draft` : output };
}

/** The day counts where it is printed. */
function optionInputs({ formats, draft, strict, language, clock }: BuildOptions): RunInputs["options"] {
  const options = { formats, draft, strict, language };
  return draft ? { ...options, day: clock.day } : options;
}
