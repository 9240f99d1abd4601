/** The projects of a department while its files are joined, found by code or by name. */
import { tableOf } from "../../diagnostics/index.ts";
import { plainName } from "../../records/index.ts";
import type { Context } from "./context.ts";
import { type DraftProject, foldedCode, type Identity, identityOf, mergeValue } from "./draft.ts";

export type Registry = {
  readonly projects: DraftProject[];
  readonly byCode: Map<string, DraftProject[]>;
  /** By code without the case of its letters. */
  readonly byFoldedCode: Map<string, DraftProject[]>;
  readonly byName: Map<string, DraftProject[]>;
  /** By name without blanks and forms of characters, as units write 培训（二期） and 培训 (二期). */
  readonly byPlainName: Map<string, DraftProject[]>;
  /** By name and unit: a department may have thousands of 办公费, one in each of its units. */
  readonly byNameAndUnit: Map<string, DraftProject[]>;
};

export function createRegistry(): Registry {
  return {
    projects: [],
    byCode: new Map(),
    byFoldedCode: new Map(),
    byName: new Map(),
    byPlainName: new Map(),
    byNameAndUnit: new Map(),
  };
}

/** Adds the projects of one file; one that another file has already declared is completed by this one. */
export function declareProjects(registry: Registry, drafts: readonly DraftProject[], context: Context): void {
  const known = drafts.map(
    (draft) => findProject(registry, identityOf(draft)) ?? findByPlainName(registry, draft, context),
  );
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

/** The project that is written a little otherwise, which is told once a table: by code, or else by name. */
export function findAlike(
  registry: Registry,
  draft: DraftProject,
  context: Context,
): DraftProject | undefined {
  return findByFoldedCode(registry, draft, context) ?? findByPlainName(registry, draft, context);
}

/** Codes that differ by case alone are the same, as some systems write them. */
function findByFoldedCode(
  { byFoldedCode }: Registry,
  draft: DraftProject,
  { reportOnce }: Context,
): DraftProject | undefined {
  const { code } = identityOf(draft);
  const [project, ...others] = byFoldedCode.get(foldedCode(code)) ?? [];
  if (project === undefined || others.length > 0) return undefined;
  const at = draft.values.get("project.code")?.text.at ?? draft.at;
  reportOnce(`code in another case ${tableOf(at)}`, () => ({
    code: "code-case-differs",
    at,
    also: [project.values.get("project.code")?.text.at ?? project.at],
    found: code,
    args: { other: identityOf(project).code },
  }));
  return project;
}

/** Names that differ by blanks, line breaks or full width alone are the same, unless codes or units tell them apart. */
function findByPlainName(
  { byPlainName }: Registry,
  draft: DraftProject,
  { reportOnce }: Context,
): DraftProject | undefined {
  const { code, name, unit } = identityOf(draft);
  const [project, ...others] = (byPlainName.get(plainName(name)) ?? []).filter((one) => {
    const other = identityOf(one);
    const codesAgree = code === "" || other.code === "";
    const unitsAgree = unit === "" || other.unit === "" || plainName(unit) === plainName(other.unit);
    return other.name !== name && codesAgree && unitsAgree;
  });
  if (project === undefined || others.length > 0) return undefined;
  const at = draft.values.get("project.name")?.text.at ?? draft.at;
  reportOnce(`name written otherwise ${tableOf(at)}`, () => ({
    code: "name-writing-differs",
    at,
    also: [project.values.get("project.name")?.text.at ?? project.at],
    found: name,
    args: { other: identityOf(project).name },
  }));
  return project;
}

/** What the further draft adds may be the code or name that later files know the project by. */
export function completeProject(
  registry: Registry,
  { draft, further }: { readonly draft: DraftProject; readonly further: DraftProject },
  context: Context,
): void {
  const before = identityOf(draft);
  for (const [field, value] of further.values) {
    const sameCode = field === "project.code" && foldedCode(value.text.text) === foldedCode(before.code);
    // Each table counts its own rows.
    const sameName = field === "project.name" && plainName(value.text.text) === plainName(before.name);
    if (field !== "project.order" && !sameCode && !sameName) mergeValue(draft, { field, value }, context);
    else if (!draft.values.has(field)) draft.values.set(field, value);
  }
  for (const indicator of further.indicators) draft.indicators.push(indicator);
  const after = identityOf(draft);
  if (before.code === "") indexByCode(registry, draft);
  if (before.name === "") indexByName(registry, draft);
  if (before.name !== after.name || before.unit !== after.unit) indexByUnit(registry, draft);
}

/** A code that occurs twice is two projects; whether it may is for the checker to say. */
function addProject(registry: Registry, draft: DraftProject): void {
  registry.projects.push(draft);
  indexByCode(registry, draft);
  indexByName(registry, draft);
  indexByUnit(registry, draft);
}

function indexByCode(registry: Registry, draft: DraftProject): void {
  const { code } = identityOf(draft);
  index(registry.byCode, code, draft);
  index(registry.byFoldedCode, foldedCode(code), draft);
}

function indexByName(registry: Registry, draft: DraftProject): void {
  const { name } = identityOf(draft);
  index(registry.byName, name, draft);
  index(registry.byPlainName, plainName(name), draft);
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
