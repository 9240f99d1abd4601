/** The departments of a combined volume → what its cover and the page before each department print. */
import { bareYear, printLines } from "../printing.ts";
import { flag, list, number, record, text, type ViewOf } from "../shape.ts";

/** A department as the volume has it, or why it has not. */
export type VolumeDepartment = {
  readonly name: string;
  readonly year?: string;
  readonly projects: number;
  /** Why its parts are not there; empty if they are. */
  readonly missing: readonly string[];
};

export type Volume = {
  readonly title: string;
  readonly year: string | undefined;
  readonly departments: readonly VolumeDepartment[];
};

/** What rollup-cover.hbs and rollup-contents.hbs may name; `departments`: how many the volume holds. */
export const volumeShape = record({ title: text, year: text, departments: number });
export type VolumeView = ViewOf<typeof volumeShape>;

/** What rollup-department.hbs may name. */
export const dividerShape = record({
  ordinal: number,
  name: text,
  year: text,
  projects: number,
  first: flag,
  missing: list(text),
});
export type DividerView = ViewOf<typeof dividerShape>;

export function volumeView({ title, year, departments }: Volume): VolumeView {
  const held = departments.filter(({ missing }) => missing.length === 0);
  return { title: printLines(title), year: year ?? "", departments: held.length };
}

export function dividerView(
  { name, year = "", projects, missing }: VolumeDepartment,
  index: number,
): DividerView {
  return {
    ordinal: index + 1,
    name: printLines(name),
    year: printLines(bareYear(year)),
    projects,
    first: index === 0,
    missing: missing.map(printLines),
  };
}
