/** Departments and what stands in their output folders → which are built, and why, and which are passed over. */
import { join } from "node:path";
import pLimit from "p-limit";
import {
  type EditionSummary,
  type FileHash,
  type Hashes,
  listNames,
  type ManifestFile,
  type RebuildReason,
  readEditionRecord,
} from "../contracts/index.ts";
import { folderOf, type OutputPlace, readManifest } from "../editions/index.ts";
import { hashOfFile } from "../files/index.ts";
import type { DepartmentFolder } from "../find/index.ts";
import { changesSince } from "./compare-inputs.ts";
import { type DataInputs, hashData, type RunInputs } from "./edition-inputs.ts";

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
    }
  | { readonly action: "not-selected" }
);

export type PlanOptions = {
  readonly inputs: RunInputs;
  readonly isSelected: (department: DepartmentFolder) => boolean;
  readonly force: boolean;
  /** Where a department's edition stands. */
  readonly placeOf: (department: DepartmentFolder) => OutputPlace;
};

const departmentsAtATime = 8;
const [firstList] = listNames;

/** Reads data, manifests and outputs only to hash them; in the order given. */
export async function planBuild(
  departments: readonly DepartmentFolder[],
  options: PlanOptions,
): Promise<readonly Step[]> {
  const limit = pLimit(departmentsAtATime);
  return Promise.all(departments.map((one) => limit(() => planDepartment(one, options))));
}

async function planDepartment(
  department: DepartmentFolder,
  { inputs, isSelected, force, placeOf }: PlanOptions,
): Promise<Step> {
  const place = placeOf(department);
  const folder = folderOf(place);
  const step = { department, place };
  if (!isSelected(department)) return { ...step, action: "not-selected" };
  const [data, manifest] = await Promise.all([hashData(department), readManifest(folder)]);
  const build = (because: readonly RebuildReason[]) => ({ ...step, action: "build", because, data }) as const;
  if (force) return build([{ kind: "forced" }]);
  if (manifest === undefined)
    return build([
      { kind: (await hashOfFile(join(folder, firstList))) === undefined ? "new" : "unpublished" },
    ]);
  const record = readEditionRecord(manifest);
  if (record === undefined) return build([{ kind: "unrecorded" }]);
  const { files } = manifest;
  const because = [
    ...changesSince(record.inputs, data, inputs),
    ...(await outputChanges(folder, [...files, ...manifest.extras])),
  ];
  // A failed try has replaced the lists beside an edition that stands.
  if (because.length === 0 && !(await areStanding(folder, record.summary.lists)))
    because.push({ kind: "lists" });
  return because.length > 0
    ? build(because)
    : { ...step, action: "unchanged", summary: record.summary, files };
}

async function outputChanges(folder: string, files: readonly FileHash[]): Promise<readonly RebuildReason[]> {
  const reasons: RebuildReason[] = [];
  for (const { name: file, sha256 } of files) {
    const hash = await hashOfFile(join(folder, file));
    if (hash === undefined) reasons.push({ kind: "output", file, change: "removed" });
    else if (hash !== sha256) reasons.push({ kind: "output", file, change: "changed" });
  }
  return reasons;
}

async function areStanding(folder: string, hashes: Hashes): Promise<boolean> {
  for (const [name, sha256] of Object.entries(hashes))
    if ((await hashOfFile(join(folder, name))) !== sha256) return false;
  return true;
}
