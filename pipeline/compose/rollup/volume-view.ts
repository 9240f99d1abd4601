/** The departments of a combined volume → what its cover and the page before each department print. */
import { bareYear, printLines } from "../printing.ts";
import { list, number, record, type ShapeOf, text } from "../shape.ts";

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

/** The context of rollup-cover.hbs and contents.hbs. */
export type VolumeView = {
  readonly title: string;
  readonly year: string;
  /** How many departments it holds. */
  readonly departments: number;
};

/** The context of rollup-department.hbs. */
export type DividerView = {
  readonly ordinal: number;
  readonly name: string;
  readonly year: string;
  readonly projects: number;
  readonly first: boolean;
  readonly missing: readonly string[];
};

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

export const volumeShape: ShapeOf<VolumeView> = record({ title: text, year: text, departments: number });

export const dividerShape: ShapeOf<DividerView> = record({
  ordinal: number,
  name: text,
  year: text,
  projects: number,
  first: { kind: "flag" },
  missing: list(text),
});
