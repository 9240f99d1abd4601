/** A request and what is in the output folder → which departments are built, and why, and which are passed over. */

import pLimit from "p-limit";
import {
  type EditionSummary,
  type FileHash,
  type Hashes,
  listNames,
  type ManifestFile,
  type PublicRecord,
  type RebuildReason,
  readEditionRecord,
} from "../contracts/index.ts";
import {
  findOldDrafts,
  folderOf,
  inPublic,
  type OldDraft,
  type OutputPlace,
  readManifest,
} from "../editions/index.ts";
import { hashOfOwn, linkOnTheWay } from "../files/index.ts";
import type { DepartmentFolder } from "../find/index.ts";
import { editionOptions } from "../options/index.ts";
import type { BuildOptions } from "./build-options.ts";
import { type DataInputs, hashData, hashForms, inputChanges, type RunInputs, readProgram } from "./inputs.ts";
import { type Probe, refuseUnwritable } from "./output-folders.ts";
import { type Refused, type Request, refused } from "./request.ts";

export type Step = { readonly department: DepartmentFolder; readonly place: OutputPlace } & (
  | {
      readonly action: "build";
      readonly because: readonly RebuildReason[];
      readonly data: DataInputs;
    }
  | {
      readonly action: "unchanged";
      readonly summary: EditionSummary;
      readonly files: readonly ManifestFile[];
      /** Of the edition that may be published. */
      readonly public: PublicRecord | undefined;
    }
  | { readonly action: "not-selected" }
);

export type BuildStep = Extract<Step, { action: "build" }>;

export type BuildPlan = {
  readonly kind: "ready";
  /** In the order of the request's departments. */
  readonly steps: readonly Step[];
  readonly inputs: RunInputs;
};

const departmentsAtATime = 8;
const [firstList] = listNames;

/** Reads data, manifests and outputs only to hash them; `probe` tries whether an output folder can be written. */
export async function planBuild(request: Request, probe: Probe): Promise<BuildPlan | Refused> {
  const { departments, isSelected, sources, fonts, options } = request;
  const inputs: RunInputs = {
    program: await readProgram(),
    forms: hashForms(sources),
    fonts,
    options: optionInputs(options),
    isDateGiven: options.date !== undefined,
  };
  const { out, draft, force } = options;
  const planning = { inputs, isSelected, force, draft, day: options.clock.day };
  const limit = pLimit(departmentsAtATime);
  const steps = await Promise.all(
    departments.map((department) => {
      const place = { out, below: draft ? `${department.output}/draft` : department.output };
      return limit(() => planDepartment({ department, place }, planning));
    }),
  );
  const written = steps.filter(({ action }) => action === "build").map(({ place }) => folderOf(place));
  const unwritable = await refuseUnwritable([out, ...written], probe);
  return unwritable.length > 0 ? refused(unwritable) : { kind: "ready", steps, inputs };
}

/** The day counts if it is printed. */
function optionInputs(options: BuildOptions): RunInputs["options"] {
  const made = editionOptions(options);
  return options.draft ? { ...made, day: options.clock.day } : made;
}

type Planning = Pick<Request, "isSelected"> & {
  readonly inputs: RunInputs;
  readonly force: boolean;
  readonly draft: boolean;
  readonly day: string;
};

async function planDepartment(
  step: Pick<Step, "department" | "place">,
  { inputs, isSelected, force, draft, day }: Planning,
): Promise<Step> {
  const { department } = step;
  const folder = folderOf(step.place);
  if (!isSelected(department)) return { ...step, action: "not-selected" };
  const [exports, manifest, final] = await Promise.all([
    hashData(department),
    // Behind a link lies no edition of ours: building tells of it.
    linkOnTheWay(step.place.out, step.place.below).then((link) =>
      link === undefined ? readManifest(folder) : undefined,
    ),
    draft ? readManifest(folderOf({ ...step.place, below: department.output })) : undefined,
  ]);
  const data = final === undefined ? exports : { ...exports, edition: final.edition };
  const build = (because: readonly RebuildReason[]) => ({ ...step, action: "build", because, data }) as const;
  if (force) return build([{ kind: "forced" }]);
  if (manifest === undefined)
    return build([{ kind: (await hashOfOwn(folder, firstList)) === undefined ? "new" : "unpublished" }]);
  const record = readEditionRecord(manifest);
  if (record === undefined) return build([{ kind: "unrecorded" }]);
  const { files } = manifest;
  const { lists } = record.summary;
  const because = [
    ...inputChanges(record.inputs, data, inputs),
    ...(await outputChanges(folder, [
      ...files,
      ...(manifest.public?.files ?? []).map((file) => ({ ...file, name: inPublic(file.name) })),
      ...manifest.extras.filter(({ name }) => !Object.hasOwn(lists, name)),
    ])),
  ];
  if (ignoresOthers(record.summary, day)) because.push({ kind: "ignored", day });
  // A failed try has replaced the lists beside an edition that stands.
  if (because.length === 0 && !(await areThere(folder, lists))) because.push({ kind: "lists" });
  return because.length > 0
    ? build(because)
    : { ...step, action: "unchanged", summary: record.summary, files, public: manifest.public };
}

/** Whether an entry of 忽略 has ended since, or had not ended yet. */
function ignoresOthers({ ignoredDays: { after, until } = {} }: EditionSummary, day: string): boolean {
  return (after !== undefined && day <= after) || (until !== undefined && day > until);
}

async function outputChanges(folder: string, files: readonly FileHash[]): Promise<readonly RebuildReason[]> {
  const reasons: RebuildReason[] = [];
  for (const { name: file, sha256 } of files) {
    const hash = await hashOfOwn(folder, file);
    if (hash === undefined) reasons.push({ kind: "output", file, change: "removed" });
    else if (hash !== sha256) reasons.push({ kind: "output", file, change: "changed" });
  }
  return reasons;
}

async function areThere(folder: string, hashes: Hashes): Promise<boolean> {
  for (const [name, sha256] of Object.entries(hashes))
    if ((await hashOfOwn(folder, name)) !== sha256) return false;
  return true;
}

/** Drafts that have grown old; none if nobody asked for them. */
export async function oldDraftsOf(
  { steps }: BuildPlan,
  { out, draft, draftDays }: BuildOptions,
): Promise<readonly OldDraft[]> {
  if (draftDays === undefined) return [];
  const taken = draft ? steps.filter(({ action }) => action !== "not-selected") : [];
  const current = new Set(taken.map(({ place }) => place.below));
  return findOldDrafts(out, { days: draftDays, current, now: new Date() });
}
