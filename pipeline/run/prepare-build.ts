/** What a build is asked for → the steps that it will take, or what forbids it; nothing is written. */
import { join } from "node:path";
import type { Diagnostic, Report } from "../diagnostics/index.ts";
import type { BuildOptions } from "./build.ts";
import { hashFonts, hashForms, type RunInputs } from "./edition-inputs.ts";
import { type DepartmentFolder, findDepartments } from "./find-departments.ts";
import { loadFonts } from "./load-fonts.ts";
import { type FormSources, readForms } from "./load-forms.ts";
import { planBuild, type Step } from "./plan-build.ts";
import { refuseOutputs } from "./plan-outputs.ts";
import { type Probe, refuseUnwritable } from "./probe-outputs.ts";
import { readProgram } from "./program-code.ts";
import { selectDepartments } from "./select-departments.ts";

export type Prepared =
  | { readonly kind: "refused"; readonly problems: readonly Diagnostic[] }
  | {
      readonly kind: "ready";
      readonly steps: readonly Step[];
      /** Read, and compiled only where a step needs them. */
      readonly sources: FormSources;
      readonly inputs: RunInputs;
      /** What stops nothing. */
      readonly problems: readonly Diagnostic[];
    };

export type PrepareOptions = {
  /** The folders that a retry is about; all without it. */
  readonly among: ReadonlySet<string> | undefined;
  /** How it is tried whether an output folder can be written. */
  readonly probe: Probe;
};

export async function prepareBuild(
  options: BuildOptions,
  { among, probe }: PrepareOptions,
): Promise<Prepared> {
  const problems: Diagnostic[] = [];
  const report: Report = (problem) => problems.push(problem);
  const { departments, refusals } = await findDepartments(options.folders, { out: options.out, report });
  const selection = selectDepartments(departments, {
    only: options.only ?? [],
    exclude: options.exclude ?? [],
  });
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
    return { kind: "refused", problems: [...forbidden, ...problems] };

  const inputs: RunInputs = {
    program: await readProgram(),
    forms: hashForms(sources),
    fonts,
    options: optionInputs(options),
  };
  const steps = await planBuild(departments, {
    inputs,
    isSelected: (one) => selection.isSelected(one) && (among?.has(one.folder) ?? true),
    force: options.force ?? false,
    folderOf: (department) => editionFolder(department, options),
  });
  const written = steps.filter(({ action }) => action === "build").map(({ folder }) => folder);
  const unwritable = await refuseUnwritable([options.out, ...written], probe);
  if (unwritable.length > 0) return { kind: "refused", problems: [...unwritable, ...problems] };
  return { kind: "ready", steps, sources, inputs, problems };
}

export function editionFolder(
  { output }: DepartmentFolder,
  { out, draft }: Pick<BuildOptions, "out" | "draft">,
): string {
  return join(out, output, draft ? "draft" : "");
}

/** The day counts where it is printed. */
function optionInputs({ formats, draft, strict, language, clock }: BuildOptions): RunInputs["options"] {
  const options = { formats, draft, strict, language };
  return draft ? { ...options, day: clock.day } : options;
}
