/** A place of a finding → what is printed there, or else what of the print is next to it: for one who looks for a fault. */
import type { Finding } from "../catalogue/index.ts";
import type { JsonPlace, Place, Subject } from "../diagnostics/index.ts";
import { type Department, subjectOfProject, valuesOfDepartment } from "../records/index.ts";
import type { ValuesOf } from "./kept-values.ts";
import { findPrinted, isNameOf, type Printed, type PrintedBy } from "./printed-by.ts";

/**
 * A fault of a template shows in the first project that prints it; if it printed nothing yet, in what it would print
 * first: the first project, or else the department's name. One of a JSON file that is about a whole object or list, at
 * its name or its first value, and one of its syntax at the last value before it.
 */
export function printedNear(
  findings: readonly Finding[],
  department: Department,
  valuesOf: ValuesOf,
): PrintedBy {
  const printedBy = findPrinted(findings, department, valuesOf);
  const places = findings.flatMap(({ at }) =>
    at.kind === "json" && printedBy(at) === undefined ? [at] : [],
  );
  const near = new Map<Place, Printed>([
    ...inTemplates(findings, department),
    ...inJson(places, department, valuesOf),
  ]);
  return (at) => printedBy(at) ?? near.get(at);
}

type Near = readonly (readonly [at: Place, printed: Printed])[];

function inTemplates(findings: readonly Finding[], { projects }: Department): Near {
  const faults = findings.filter(({ at }) => at.kind === "template");
  if (faults.length === 0) return [];
  const keys = projects.map((project) => keyOf(subjectOfProject(project)));
  return faults.map(({ at, subject }) => {
    const ofProjects = at.kind === "template" && at.file.endsWith("/project.hbs") && keys.length > 0;
    const index = subject === undefined ? (ofProjects ? 0 : -1) : keys.indexOf(keyOf(subject));
    const printed = index < 0 ? { path: "department.name" } : { project: index + 1, path: "project.name" };
    return [at, printed] as const;
  });
}

function keyOf({ unit, code, project }: Subject): string {
  return JSON.stringify([unit, code, project]);
}

function inJson(places: readonly JsonPlace[], department: Department, valuesOf: ValuesOf): Near {
  if (places.length === 0) return [];
  const files = new Set(places.map(({ file }) => file));
  const given: { readonly at: JsonPlace; readonly printed: Printed }[] = [];
  const look = (at: Place, printed: Printed) => {
    if (at.kind === "json" && files.has(at.file)) given.push({ at, printed });
  };
  for (const { path, value } of valuesOfDepartment(department)) look(value.at, { path });
  for (const [index, project] of department.projects.entries())
    for (const { path, value } of valuesOf(project)) look(value.at, { project: index + 1, path });
  return places.flatMap((at) => {
    const inFile = given.filter((one) => one.at.file === at.file);
    const within =
      at.pointer === "" ? [] : inFile.filter((one) => one.at.pointer.startsWith(`${at.pointer}/`));
    const isOwnName = ({ at: { pointer }, printed }: (typeof given)[number]) =>
      isNameOf(printed.path) !== undefined && !pointer.slice(at.pointer.length + 1).includes("/");
    const below = within.find(isOwnName) ?? within[0];
    const before = inFile.filter((one) => one.at.line <= at.line);
    const found = below ?? before.toSorted((one, other) => other.at.line - one.at.line)[0];
    return found === undefined ? [] : [[at, found.printed] as const];
  });
}
