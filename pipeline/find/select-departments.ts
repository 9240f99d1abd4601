/** `--only` and `--exclude` → which departments are meant, or the pattern that means none. */
import picomatch from "picomatch";
import type { Diagnostic } from "../diagnostics/index.ts";
import { displayPath } from "../files/index.ts";
import { nearestName, withoutSelectors } from "../records/index.ts";
import type { DepartmentFolder } from "./find-departments.ts";

export type Patterns = {
  /** All departments if there is none. */
  readonly only: readonly string[];
  readonly exclude: readonly string[];
};

export type Selection = {
  readonly isSelected: (department: DepartmentFolder) => boolean;
  readonly refusals: readonly Diagnostic[];
};

/** A pattern is a name or a glob; it is matched with a folder's name, its place below `--out`, and its path as shown. */
export function selectDepartments(
  departments: readonly DepartmentFolder[],
  { only, exclude }: Patterns,
): Selection {
  const matching = (patterns: readonly string[]) =>
    new Set(patterns.flatMap((pattern) => departments.filter((one) => isMeant(one, pattern))));
  const [wanted, unwanted] = [matching(only), matching(exclude)];
  const isSelected = (one: DepartmentFolder) => (only.length === 0 || wanted.has(one)) && !unwanted.has(one);
  const idle = [
    ...only.map((pattern) => ({ option: "--only", pattern })),
    ...exclude.map((pattern) => ({ option: "--exclude", pattern })),
  ].filter(({ pattern }) => !departments.some((one) => isMeant(one, pattern)));
  const refusals: Diagnostic[] = idle.map(({ option, pattern }) => ({
    code: "selection-matches-nothing",
    at: { kind: "option", option },
    found: pattern,
    args: { pattern, nearest: nearestPlaces(pattern, departments) },
  }));
  if (refusals.length === 0 && departments.length > 0 && !departments.some(isSelected))
    refusals.push({
      code: "selection-leaves-nothing",
      at: { kind: "option", option: "--exclude" },
      args: {},
    });
  return { isSelected, refusals };
}

function isMeant(department: DepartmentFolder, pattern: string): boolean {
  const wanted = tidy(pattern);
  if (wanted === "") return false;
  const names = namesOf(department);
  const matches = picomatch(wanted);
  // A folder's name may contain what a glob reads as syntax.
  return names.includes(wanted) || names.some((name) => matches(name));
}

function namesOf({ folder, output }: DepartmentFolder): readonly string[] {
  return [lastPart(output), output, folder].map(asTyped);
}

/** As a shell completes it: `./data/甲/` is `data/甲`. */
function tidy(pattern: string): string {
  return displayPath(asTyped(pattern)).replace(/^\.\//u, "");
}

function asTyped(name: string): string {
  return withoutSelectors(name).normalize("NFC");
}

function lastPart(place: string): string {
  return place.slice(place.lastIndexOf("/") + 1);
}

const mostOffered = 3;
/** Of the letters typed: folders' names end in numbers and years that are left off. */
const mostWrong = 0.75;

/** Those that contain what was typed, then those that are spelt much like it. */
function nearestPlaces(pattern: string, departments: readonly DepartmentFolder[]): readonly string[] {
  const wanted = tidy(pattern);
  const places = departments.map(({ output }) => output);
  const offered = places.filter((place) => place.includes(wanted)).slice(0, mostOffered);
  while (offered.length < mostOffered) {
    const rest = places.filter((place) => !offered.includes(place));
    const nearest = nearestName(wanted, rest.map(lastPart), Math.floor(wanted.length * mostWrong));
    const place = rest.find((one) => lastPart(one) === nearest);
    if (nearest === "" || place === undefined) break;
    offered.push(place);
  }
  return offered;
}
