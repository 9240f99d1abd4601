/**
 * The departments' printed reports → one volume: each department's parts as its own report has them, below a heading of
 * its own, with page numbers, contents and outline over all of them.
 *
 * A department is a document for itself until its parts are written: in its own form and theme, in any order, in any
 * thread. What tells it from the others (names of styles where they differ, ids of headings, levels) is in its nesting.
 */
import pLimit from "p-limit";
import { keepNothing, type OpenKeptParts } from "../cache/kept-parts.ts";
import {
  type PrintedReport,
  type PrintedSection,
  printVolume,
  type RollupForm,
  type VolumeDepartment,
} from "../compose/index.ts";
import { addContents } from "../department/add-contents.ts";
import type { BuiltFile } from "../department/build-department.ts";
import {
  type FinishedPart,
  openPartFinisher,
  type PartContext,
  type PartJob,
} from "../department/finish-part.ts";
import {
  fileOf,
  jobsOf,
  makeParts,
  onceOnly,
  type PrintedFiles,
  type PrintTools,
} from "../department/print-report.ts";
import { writers } from "../department/writers.ts";
import type { Report } from "../diagnostics/index.ts";
import { fileNameOf, hashOfData } from "../files/index.ts";
import type { Theme } from "../model/index.ts";
import { type DocumentFrame, type Nesting, openResolver, type SectionFrame } from "../resolve/index.ts";

export type VolumeEntry = {
  readonly about: Omit<VolumeDepartment, "missing">;
  /** Tells it from all other departments, from run to run. */
  readonly id: string;
  readonly form: string;
  /** Without cover and contents; undefined where there is nothing to print. */
  readonly printed: PrintedReport | undefined;
  readonly openKept: OpenKeptParts;
  /** Why it is not in the volume; asked when its parts were tried. */
  readonly missing: () => readonly string[];
  readonly report: Report;
};

export type VolumeOrder = {
  readonly title: string;
  readonly year: string | undefined;
  readonly watermark: string | undefined;
  readonly form: RollupForm;
  readonly entries: readonly VolumeEntry[];
  /** Departments whose parts are made at a time. */
  readonly atATime: number;
};

type Tools = Omit<PrintTools, "openKept">;

/** Undefined where the volume's own templates failed: reported. */
export async function printVolumeFiles(order: VolumeOrder, given: Tools): Promise<PrintedFiles | undefined> {
  const tools = { ...given, report: onceOnly(given.report) };
  const { title, year, watermark, form, entries } = order;
  const { made, next } = await makeDepartments(order, tools);
  const departments = entries.map(
    ({ about, missing }, index): VolumeDepartment => ({
      ...about,
      missing: made[index] === undefined ? missing() : [],
    }),
  );
  const around = printVolume({ title, year, departments }, { form, watermark }, tools.report);
  if (around === undefined) return undefined;
  return joinVolume({ ...around, made, next }, tools);
}

/** A department's parts, with the sections that they stand in. */
type MadeDepartment = {
  readonly frame: DocumentFrame;
  readonly parts: readonly (readonly [PartJob, FinishedPart])[];
};

type Making = {
  /** Undefined where a department's parts could not be made: reported. */
  readonly made: readonly (MadeDepartment | undefined)[];
  /** The first ordinal that is free. */
  readonly next: number;
};

async function makeDepartments({ entries, form, atATime }: VolumeOrder, tools: Tools): Promise<Making> {
  const limit = pLimit(atATime);
  let next = 0;
  const making = entries.map((entry) => {
    const { printed } = entry;
    if (printed === undefined) return undefined;
    const before = next;
    next = roomFor(before + printed.sections.reduce((sum, { parts }) => sum + parts.length, 0));
    return limit(() => makeDepartment({ ...entry, printed }, { before, house: form.theme, tools }));
  });
  return { made: await Promise.all(making), next };
}

/** In steps, so that what is kept of the departments that follow stays good where one has a project more. */
function roomFor(ordinals: number): number {
  return Math.ceil(ordinals / 16) * 16;
}

type MakeOptions = { readonly before: number; readonly house: Theme; readonly tools: Tools };

async function makeDepartment(
  { id, form, printed, openKept, report }: VolumeEntry & { readonly printed: PrintedReport },
  { before, house, tools }: MakeOptions,
): Promise<MadeDepartment | undefined> {
  const { markup, ...about } = printed;
  const sections = about.sections.map(withoutContents);
  const heads = sections.map(({ parts: _, ...head }) => ({
    ...head,
    numbering: "decimal" as const,
    continues: true,
  }));
  const nesting: Nesting = {
    styles: stylesOf({ form, own: about.theme, ofForm: markup.theme, house }),
    ids: `${id}/`,
    depth: 1,
  };
  const context: PartContext = {
    head: { ...about, sections: heads, nesting },
    markup,
    formats: tools.formats,
  };
  const finisher = openPartFinisher(context, tools);
  const kept = await openKept({ context, sectionOf: finisher.sectionOf });
  const jobs = jobsOf(sections, before);
  const made = await makeParts(jobs, {
    context,
    finisher,
    kept,
    tools: { ...tools, openKept, report: onceOnly(report) },
  });
  if (made === undefined) return undefined;
  await kept.save();
  return { frame: finisher.frame, parts: jobs.map((job) => [job, partOf(job, made)] as const) };
}

/** The volume has one of its own, and a form's own templates may put another into a part. */
function withoutContents({ parts, ...head }: PrintedSection): PrintedSection {
  const own = parts.map(({ lead, ...part }) => ({
    ...part,
    lead: lead.filter(({ kind }) => kind !== "contents"),
  }));
  return { ...head, parts: own };
}

/** "" where a department's styles are the house's own. */
function stylesOf({
  form,
  own,
  ofForm,
  house,
}: {
  readonly form: string;
  readonly own: Theme;
  readonly ofForm: Theme;
  readonly house: Theme;
}): string {
  const key = ({ text, table }: Theme) => hashOfData([text, table]);
  if (key(own) === key(house)) return "";
  // department.json may change the form's styles.
  return key(own) === key(ofForm) ? `${form}.` : `${form}.${key(own).slice(0, 8)}.`;
}

type Joining = Making & {
  /** The volume's own sections: those before the first department, then one a department. */
  readonly printed: PrintedReport;
  readonly front: number;
};

async function joinVolume(
  { printed, front, made, next }: Joining,
  tools: Tools,
): Promise<PrintedFiles | undefined> {
  const { sections, markup, ...about } = printed;
  const { fonts, formats, clock, time } = tools;
  const heads = sections.map(({ parts: _, ...head }) => head);
  const context: PartContext = { head: { ...about, sections: heads }, markup, formats };
  const own = openResolver(context.head).frame;
  const order = placeSections(own.sections, { front, made });
  const frame: DocumentFrame = {
    ...own,
    styles: joinStyles([own, ...order.frames]),
    sections: order.sections,
  };
  const finisher = openPartFinisher(context, { fonts, time, frame });
  const ownJobs = jobsOf(sections, next).map((job) => ({ ...job, section: order.ownAt[job.section] ?? 0 }));
  const { finishParts: _, ...here } = tools;
  const kept = await keepNothing({ context, sectionOf: finisher.sectionOf });
  const ownMade = await makeParts(ownJobs, {
    context,
    finisher,
    kept,
    tools: { ...here, openKept: keepNothing },
  });
  if (ownMade === undefined) return undefined;
  const placed = [
    ...order.parts.map(([job, part]) => ({ job, part })),
    ...ownJobs.map((job) => ({ job, part: ownMade.get(job) })),
  ].toSorted((one, other) => one.job.section - other.job.section);
  const jobs = placed.map(({ job }) => job);
  const known = new Map(
    placed.flatMap(({ job, part }) => (part === undefined ? [] : [[job, part] as const])),
  );
  const numbered = addContents(jobs, known, { finisher, report: tools.report });
  if (numbered === undefined) return undefined;
  const name = fileNameOf(about.title);
  const files: BuiltFile[] = [];
  for (const format of formats) {
    await tools.pause();
    const written = jobs.map((job) => ({
      section: job.section,
      part: fileOf(numbered.parts.get(job), format),
    }));
    const options = { createdAt: clock.createdAt, fonts };
    const laid = { document: frame, ...numbered };
    const bytes = await time(format, async () => writers[format].join(laid, written, options));
    files.push({ name: `${name}.${format}`, format, bytes });
  }
  return { title: about.title, pages: numbered.pages.length, files };
}

type Placed = {
  readonly sections: readonly SectionFrame[];
  /** Where each of the volume's own sections stands among them. */
  readonly ownAt: readonly number[];
  /** The departments' parts, each with the section it stands in. */
  readonly parts: readonly (readonly [PartJob, FinishedPart])[];
  readonly frames: readonly DocumentFrame[];
};

/** The sections of the volume in order: its front, then each department's own page and parts. */
function placeSections(
  own: readonly SectionFrame[],
  { front, made }: Pick<Joining, "front" | "made">,
): Placed {
  const sections: SectionFrame[] = own.slice(0, front);
  const ownAt = sections.map((_, index) => index);
  const parts: (readonly [PartJob, FinishedPart])[] = [];
  const frames: DocumentFrame[] = [];
  for (const [index, department] of made.entries()) {
    ownAt.push(sections.length);
    sections.push(...own.slice(front + index, front + index + 1));
    if (department === undefined) continue;
    const from = sections.length;
    sections.push(...department.frame.sections);
    frames.push(department.frame);
    for (const [job, part] of department.parts) parts.push([{ ...job, section: from + job.section }, part]);
  }
  return { sections, ownAt, parts, frames };
}

/** Each name once: styles of one name are equal, as the nesting has it. */
function joinStyles(frames: readonly DocumentFrame[]): DocumentFrame["styles"] {
  return [
    ...new Map(frames.flatMap(({ styles }) => styles.map((style) => [style.name, style] as const))).values(),
  ];
}

function partOf(job: PartJob, made: ReadonlyMap<PartJob, FinishedPart>): FinishedPart {
  const part = made.get(job);
  if (part === undefined) throw new Error("a part of a department was not made");
  return part;
}
