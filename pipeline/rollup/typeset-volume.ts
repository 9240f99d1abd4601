/**
 * The departments' rendered reports → one volume: each department's parts as its own report has them, below a heading
 * of its own, with page numbers, contents and outline over all of them.
 *
 * A department is a document for itself until its parts are made: in its own form and theme, in any order, in any
 * thread. What tells it from the others (names of styles if they differ, ids of headings, levels) is in its nesting.
 */

import pLimit from "p-limit";
import {
  type RenderedReport,
  type RenderedSection,
  type RollupForm,
  renderVolume,
  type VolumeDepartment,
} from "../compose/index.ts";
import {
  addTimings,
  type Environment,
  keepParts,
  loadTypesetter,
  type MakeParts,
  makePartsHere,
  type Reuse,
  type Stopwatch,
  type Timings,
  type TypesetDocument,
} from "../department/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import { hashOfData } from "../files/index.ts";
import { type Theme, tablesAsDesigned } from "../model/index.ts";
import {
  applySize,
  type DocumentFrame,
  type HeadingStyles,
  headingStylesOf,
  type Nesting,
  openResolver,
  type SectionFrame,
} from "../resolve/index.ts";
import { readBackVolume, type VolumePart } from "./read-back-volume.ts";

export type TypesetTools = Pick<Environment, "fonts" | "formats" | "pause" | "verification"> & {
  readonly createdAt: Date;
  readonly watch: Stopwatch;
};

export type VolumeEntry = {
  readonly folder: string;
  readonly about: Omit<VolumeDepartment, "missing">;
  /** Tells it from all other departments, from run to run. */
  readonly id: string;
  readonly form: string;
  /** Without cover and contents; undefined if there is nothing to print. */
  readonly rendered: RenderedReport | undefined;
  readonly makeParts: MakeParts;
};

export type VolumeOrder = {
  readonly title: string;
  readonly year: string | undefined;
  readonly watermark: string | undefined;
  readonly form: RollupForm;
  readonly entries: readonly VolumeEntry[];
  /** Departments whose parts are made at a time. */
  readonly atATime: number;
  /** Why a department is not in the volume, from what was found when its parts were made. */
  readonly missing: (folder: string, findings: readonly Diagnostic[]) => readonly string[];
};

export type TypesetVolume = {
  /** Undefined if the volume's own templates failed. */
  readonly document: TypesetDocument | undefined;
  readonly problems: readonly Diagnostic[];
  /** By folder. */
  readonly departments: ReadonlyMap<string, Pick<MadeDepartment, "findings" | "reuse">>;
  /** Spent in other threads, or on the cache. */
  readonly milliseconds: Timings;
};

export async function typesetVolume(order: VolumeOrder, tools: TypesetTools): Promise<TypesetVolume> {
  const { title, year, watermark, form, entries, missing } = order;
  const { made, next } = await makeDepartments(order, tools);
  const departments = entries.map(({ about, folder }, index): VolumeDepartment => {
    const { pages, findings = [] } = made[index] ?? {};
    return { ...about, missing: pages === undefined ? missing(folder, findings) : [] };
  });
  const problems: Diagnostic[] = [];
  const report = (problem: Diagnostic) => problems.push(problem);
  const around = renderVolume({ title, year, departments }, { form, watermark }, report);
  const joined = around && (await joinVolume({ ...around, made, next }, tools));
  return {
    document: joined?.document,
    problems: [...problems, ...(joined?.problems ?? [])],
    departments: new Map(made.flatMap((one) => (one === undefined ? [] : [[one.folder, one] as const]))),
    milliseconds: addTimings(...made.map((one) => one?.milliseconds ?? {})),
  };
}

/** A department's parts, with the sections that they are in. */
type Pages = { readonly frame: DocumentFrame; readonly parts: readonly VolumePart[] };

type MadeDepartment = {
  readonly folder: string;
  /** Undefined if a part could not be made. */
  readonly pages: Pages | undefined;
  readonly findings: readonly Diagnostic[];
  readonly reuse?: Reuse | undefined;
  readonly milliseconds?: Timings | undefined;
};

type MadeDepartments = {
  /** Undefined for those that have nothing to print. */
  readonly made: readonly (MadeDepartment | undefined)[];
  /** The first ordinal that is free. */
  readonly next: number;
};

async function makeDepartments(
  { entries, form, atATime }: VolumeOrder,
  tools: TypesetTools,
): Promise<MadeDepartments> {
  const limit = pLimit(atATime);
  let next = 0;
  const making = entries.map((entry) => {
    const { rendered } = entry;
    if (rendered === undefined) return undefined;
    const before = next;
    next = roomFor(before + rendered.sections.reduce((sum, { parts }) => sum + parts.length, 0));
    return limit(() => makeDepartment({ ...entry, rendered }, { before, house: form.theme, tools }));
  });
  return { made: await Promise.all(making), next };
}

/** In steps, so that what is cached of the departments that follow stays good if one has a project more. */
function roomFor(ordinals: number): number {
  return Math.ceil(ordinals / 16) * 16;
}

type MakeOptions = { readonly before: number; readonly house: Theme; readonly tools: TypesetTools };

async function makeDepartment(
  { folder, id, form, rendered, makeParts }: VolumeEntry & { readonly rendered: RenderedReport },
  { before, house, tools: { fonts, formats, watch, verification } }: MakeOptions,
): Promise<MadeDepartment> {
  const { typesetParts } = await loadTypesetter();
  const [first, ...others] = rendered.sections;
  const sections = [nested(first), ...others.map(nested)] as const;
  const nesting = (own: Theme): Nesting => {
    const styles = stylesOf({ form, own, ofForm: rendered.markup.theme, house });
    return { styles, ids: `${id}/`, depth: 1, headingStyles: volumeHeadings(house) };
  };
  const readsBack = verification !== "none";
  const options = { fonts, formats, watch, makeParts, nesting, before, readsBack };
  const { document, parts, keep, reuse, ...made } = await typesetParts({ ...rendered, sections }, options);
  const kept = await keepParts({ reuse, keep });
  const placed = parts?.map((part): VolumePart => ({ ...part, of: rendered, depth: 1, unnumbered: false }));
  return { folder, pages: placed && { frame: document.frame, parts: placed }, ...made, reuse: kept };
}

/** Numbered with the volume, which has contents of its own: a form's own templates may put others into a part. */
function nested({ parts, ...head }: RenderedSection): RenderedSection {
  const own = parts.map(({ lead, ...part }) => ({
    ...part,
    lead: lead.filter(({ kind }) => kind !== "contents"),
  }));
  return { ...head, numbering: "decimal", continues: true, parts: own };
}

/** Most headings of a volume are its departments', a level further down than in their own reports. */
function volumeHeadings(house: Theme): HeadingStyles {
  const [part, project] = headingStylesOf(house);
  return [part, part, project];
}

type Themes = {
  readonly form: string;
  readonly own: Theme;
  readonly ofForm: Theme;
  readonly house: Theme;
};

/** "" if a department's styles are the house's own. */
function stylesOf({ form, own, ofForm, house }: Themes): string {
  const key = (theme: Theme) => {
    const { text, table } = applySize(theme, tablesAsDesigned);
    return hashOfData([text, table]);
  };
  if (key(own) === key(house)) return "";
  // department.json may change the form's styles.
  return key(own) === key(ofForm) ? `${form}.` : `${form}.${key(own).slice(0, 8)}.`;
}

type Joining = MadeDepartments & {
  /** The volume's own sections: those before the first department, then one a department. */
  readonly printed: RenderedReport;
  readonly front: number;
};

async function joinVolume(
  { printed, front, made, next }: Joining,
  { pause, verification, ...tools }: TypesetTools,
): Promise<Pick<TypesetVolume, "document" | "problems">> {
  const { typesetParts, joinParts } = await loadTypesetter();
  const { sections, markup: _, ...about } = printed;
  const own = openResolver({ ...about, sections }).frame;
  const order = placeSections(own.sections, { front, made });
  const styles = joinStyles([own, ...order.frames]);
  const its = await typesetParts(printed, {
    ...tools,
    makeParts: makePartsHere(pause),
    frame: { ...own, styles, sections: order.sections, headingStyles: volumeHeadings(printed.theme) },
    before: next,
    sectionAt: (section) => order.ownAt[section] ?? 0,
  });
  const around = its.parts?.map((part): VolumePart => {
    const unnumbered = order.sections[part.job.section]?.numbering === "none";
    return { ...part, of: printed, depth: 0, unnumbered };
  });
  const all = around && [...order.parts, ...around];
  const parts = all?.toSorted((one, other) => one.job.section - other.job.section);
  const { file, findings } = await joinParts({ ...its, parts }, { ...tools, pause });
  if (file === undefined || parts === undefined) return { document: undefined, problems: findings };
  const found = [...findings, ...made.flatMap((one) => one?.findings ?? [])];
  const differences = await readBackVolume({
    ...{ document: file, parts, found, verification },
    watermark: printed.watermark,
  });
  const problems = [...findings, ...differences];
  return { document: differences.length > 0 ? undefined : file, problems };
}

type Placed = {
  readonly sections: readonly SectionFrame[];
  /** The place of each of the volume's own sections among them. */
  readonly ownAt: readonly number[];
  /** The departments' parts, each with the section it is in. */
  readonly parts: Pages["parts"];
  readonly frames: readonly DocumentFrame[];
};

/** The sections of the volume in order: its front, then each department's own page and parts. */
function placeSections(
  own: readonly SectionFrame[],
  { front, made }: Pick<Joining, "front" | "made">,
): Placed {
  const sections: SectionFrame[] = own.slice(0, front);
  const ownAt = sections.map((_, index) => index);
  const parts: VolumePart[] = [];
  const frames: DocumentFrame[] = [];
  for (const [index, department] of made.entries()) {
    ownAt.push(sections.length);
    sections.push(...own.slice(front + index, front + index + 1));
    if (department?.pages === undefined) continue;
    const from = sections.length;
    const { frame, parts: its } = department.pages;
    sections.push(...frame.sections);
    frames.push(frame);
    for (const one of its) parts.push({ ...one, job: { ...one.job, section: from + one.job.section } });
  }
  return { sections, ownAt, parts, frames };
}

/** Each name once: styles of one name are equal, as the nesting has it. */
function joinStyles(frames: readonly DocumentFrame[]): DocumentFrame["styles"] {
  return [
    ...new Map(frames.flatMap(({ styles }) => styles.map((style) => [style.name, style] as const))).values(),
  ];
}
