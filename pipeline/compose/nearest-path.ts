/** The path that a template probably meant by one that leads nowhere. */
import { isOwnField, nearestName } from "../records/index.ts";
import type { Shape } from "./shape.ts";
import type { Scope } from "./template-scope.ts";

/**
 * "" if none is near. A path is meant without its `own` or without what is outside of it (`name` for `../project.name`)
 * before it is misspelt.
 */
export function nearestPath(path: string, scope: Scope): string {
  const known = pathsIn(scope);
  const wanted = plain(path);
  const ends = known.filter((one) => plain(one) === wanted || plain(one).endsWith(`.${wanted}`));
  // What is fewer blocks away is meant; of two as near, neither is.
  const [best, second] = ends.toSorted((one, other) => distance(one) - distance(other));
  if (best !== undefined && (second === undefined || distance(second) > distance(best))) return best;
  return nearestName(path, known, Math.max(1, Math.floor(path.length / 4)));
}

/** The field that a path would print if form.json had it among its fields; "" if it is none of a form's own. */
export function undeclaredField(path: string): string {
  const field = path
    .replace(/^(?:\.\.\/|@root\.|this\.)+/u, "")
    .replace(/^(?:annual|midTerm)\.own\./u, "indicator.own.");
  return field.includes(".own.") && isOwnField(field) ? field : "";
}

/** Without the ways to say where a path begins, and without `own`. */
function plain(path: string): string {
  return path.replace(/^(?:\.\.\/|this\.)+/u, "").replaceAll(/(?<=^|\.)own\./gu, "");
}

/** First how many blocks it leaves, then how many names it has. */
function distance(path: string): number {
  return path.split("../").length * 100 + path.split(".").length;
}

/** Every path that can be written in a scope, apart from loop data. */
function pathsIn(scope: Scope): readonly string[] {
  const params = [...scope.blockParams].flatMap(([name, shape]) => [name, ...within(shape, `${name}.`)]);
  const paths = [...params];
  let prefix = "";
  for (let at: Scope | undefined = scope; at !== undefined; at = at.outer) {
    paths.push(...within(at.context, prefix));
    prefix += "../";
  }
  return paths;
}

function within(shape: Shape, prefix: string): readonly string[] {
  if (shape.kind !== "record") return [];
  return Object.entries(shape.fields).flatMap(([name, inner]) => [
    `${prefix}${name}`,
    ...within(inner, `${prefix}${name}.`),
  ]);
}
