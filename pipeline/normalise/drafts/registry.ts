/** The projects of a department while its files are joined, found by code or by name. */
import type { Context } from "./context.ts";
import { type DraftProject, type Identity, identityOf, isSameCode, mergeValue } from "./draft.ts";

export type Registry = {
  readonly projects: DraftProject[];
  readonly byCode: Map<string, DraftProject[]>;
  readonly byName: Map<string, DraftProject[]>;
  /** By name and unit: a department may have thousands of 办公费, one in each of its units. */
  readonly byNameAndUnit: Map<string, DraftProject[]>;
};

export function createRegistry(): Registry {
  return { projects: [], byCode: new Map(), byName: new Map(), byNameAndUnit: new Map() };
}

/** Adds the projects of one file; one that another file has already declared is completed by this one. */
export function declareProjects(registry: Registry, drafts: readonly DraftProject[], context: Context): void {
  const known = drafts.map((draft) => findProject(registry, identityOf(draft)));
  for (const [index, draft] of drafts.entries()) {
    const other = known[index];
    if (other === undefined) addProject(registry, draft);
    else completeProject(registry, { draft: other, further: draft }, context);
  }
}

/** By code; without one by name, and by unit if both have it. Undefined if there is none, or several. */
export function findProject(registry: Registry, identity: Identity): DraftProject | undefined {
  if (identity.code === "" && identity.name === "") return undefined;
  if (identity.code !== "") {
    const coded = registry.byCode.get(identity.code) ?? [];
    const [first] = coded;
    const sameName = (draft: DraftProject) =>
      identity.name !== "" && identityOf(draft).name === identity.name;
    if (first !== undefined) return coded.find(sameName) ?? first;
  }
  const inUnit = (unit: string) => registry.byNameAndUnit.get(nameAndUnit(identity.name, unit)) ?? [];
  const named =
    identity.unit === ""
      ? (registry.byName.get(identity.name) ?? [])
      : [...inUnit(identity.unit), ...inUnit("")];
  const possible = named.filter((draft) => {
    const other = identityOf(draft);
    const codesAgree = identity.code === "" || other.code === "";
    return codesAgree && (identity.unit === "" || other.unit === "" || identity.unit === other.unit);
  });
  const units = new Set(possible.map((draft) => identityOf(draft).unit));
  return units.size === 1 ? possible[0] : undefined;
}

/** What the further draft adds may be the code or name that later files know the project by. */
export function completeProject(
  registry: Registry,
  { draft, further }: { readonly draft: DraftProject; readonly further: DraftProject },
  context: Context,
): void {
  const before = identityOf(draft);
  for (const [field, value] of further.values) {
    const sameCode = field === "project.code" && isSameCode(value.text.text, before.code);
    // Each table counts its own rows.
    if (field !== "project.order" && !sameCode) mergeValue(draft, { field, value }, context);
    else if (!draft.values.has(field)) draft.values.set(field, value);
  }
  for (const indicator of further.indicators) draft.indicators.push(indicator);
  const after = identityOf(draft);
  if (before.code === "") index(registry.byCode, after.code, draft);
  if (before.name === "") index(registry.byName, after.name, draft);
  if (before.name !== after.name || before.unit !== after.unit) indexByUnit(registry, draft);
}

/** A code that occurs twice is two projects; whether it may is for the checker to say. */
function addProject(registry: Registry, draft: DraftProject): void {
  const { code, name } = identityOf(draft);
  registry.projects.push(draft);
  index(registry.byCode, code, draft);
  index(registry.byName, name, draft);
  indexByUnit(registry, draft);
}

function indexByUnit(registry: Registry, draft: DraftProject): void {
  const { name, unit } = identityOf(draft);
  if (name !== "") index(registry.byNameAndUnit, nameAndUnit(name, unit), draft);
}

function nameAndUnit(name: string, unit: string): string {
  return JSON.stringify([name, unit]);
}

function index(map: Map<string, DraftProject[]>, key: string, draft: DraftProject): void {
  if (key === "") return;
  const drafts = map.get(key);
  if (drafts === undefined) map.set(key, [draft]);
  else drafts.push(draft);
}
