/**
 * Where a printed value comes from, from the view to the document: a view says what its values are called, the template
 * prints that as a mark in front of each value, and the mark is taken off where paragraphs are made.
 *
 * A source is the value's path in its own part (`budget.total`, `indicators.4.level3`; records' `value-path.ts`), never
 * a place in a file: equal parts stay equal, wherever their data stand.
 */
import Handlebars from "handlebars";
import type { Block } from "../model/index.ts";
import { lazily } from "./lazily.ts";

/** On a view: the path that its values' names follow, or the path of each value by its name. */
const source = Symbol("source");

/** The view, whose values are called by `path` and their own name. */
export function sourced<View extends object>(path: string, view: View): View {
  return { ...view, [source]: path };
}

/** The view, of whose values only those named in `paths` are data. */
export function sourcedEach<View extends object>(
  view: View,
  paths: Readonly<Partial<Record<keyof View & string, string | undefined>>>,
): View {
  return { ...view, [source]: paths };
}

/** The view of one project of a list, by its ordinal: the paths of its own values begin with which it is. What is lazy stays so. */
export function withinList<View extends object>(project: number, view: View): View {
  return within(listed(project), view);
}

function listed(project: number): string {
  return `projects.${project - 1}`;
}

/** The project of a list that a source is in, by its ordinal, and the value's path there. */
export function projectInList(
  source: string,
): { readonly project: number; readonly path: string } | undefined {
  const [, index, path] = /^projects\.(\d+)\.(.*)$/u.exec(source) ?? [];
  return index === undefined || path === undefined ? undefined : { project: Number(index) + 1, path };
}

function within<View extends object>(prefix: string, view: View): View {
  const own = Object.entries(Object.getOwnPropertyDescriptors(view)).map(([name, { get, value }]) => {
    const inside = lazily(() => withinValue(prefix, get === undefined ? value : Reflect.get(view, name)));
    return [name, { get: inside, enumerable: true }] as const;
  });
  const paths = { value: withinPaths(prefix, Reflect.get(view, source)) };
  return Object.create(Object.prototype, Object.fromEntries([...own, [source, paths]]));
}

function withinValue(prefix: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => withinValue(prefix, item));
  return typeof value === "object" && value !== null ? within(prefix, value) : value;
}

function withinPaths(prefix: string, paths: unknown): unknown {
  if (typeof paths === "string") return isDepartments(paths) ? paths : `${prefix}.${paths}`;
  if (typeof paths !== "object" || paths === null) return paths;
  return Object.fromEntries(Object.entries(paths).map(([name, path]) => [name, withinPaths(prefix, path)]));
}

function isDepartments(path: string): boolean {
  return path === "department" || path.startsWith("department.");
}

// Noncharacters, which no record and so no value holds.
const opens = "\u{FDD0}";
const closes = "\u{FDD1}";
const marks = /\u{FDD0}([^\u{FDD0}\u{FDD1}]*)\u{FDD1}/gu;

/** The helper that prints a value of a view with its mark; `index` where the value is one of a list of texts. */
export const sourceHelper = "printed";

export function printSourced(view: unknown, name: string, index: unknown): unknown {
  if (typeof view !== "object" || view === null || !(name in view))
    throw new Error(`"${name}" not defined in ${String(view)}`);
  const path = pathOf(view, name);
  const held: unknown = Reflect.get(view, name);
  const isItem = typeof index === "number";
  const value: unknown = isItem && Array.isArray(held) ? held[index] : held;
  if (path === undefined || typeof value !== "string") return value;
  const escaped = Handlebars.escapeExpression(value);
  return new Handlebars.SafeString(
    `${opens}${Handlebars.escapeExpression(isItem ? `${path}.${index}` : path)}${closes}${escaped}`,
  );
}

function pathOf(view: object, name: string): string | undefined {
  const paths: unknown = Reflect.get(view, source);
  if (typeof paths === "string") return `${paths}.${name}`;
  if (typeof paths !== "object" || paths === null || !Object.hasOwn(paths, name)) return undefined;
  const path: unknown = Reflect.get(paths, name);
  return typeof path === "string" ? path : undefined;
}

/** A project's printed markup with the sources that its values have in a list of projects. */
export function markedWithinList(project: number, markup: string): string {
  return markup.replace(marks, (_, path: string) => `${opens}${withinPaths(listed(project), path)}${closes}`);
}

/** The text that is printed. */
export function withoutSources(text: string): string {
  return text.includes(opens) ? text.replace(marks, "") : text;
}

/** The sources of the values that a block prints, in order. */
export function sourcesOfBlock(block: Block): readonly string[] {
  if (block.kind === "contents") return [];
  if (block.kind !== "table") return block.sources;
  return [...block.header, ...block.body].flatMap(({ cells }) => cells.flatMap(({ sources }) => sources));
}

/** The sources of the values in a text, in order. */
export function sourcesIn(text: string): readonly string[] {
  if (!text.includes(opens)) return [];
  return [...text.matchAll(marks)].map(([, path = ""]) => path);
}
