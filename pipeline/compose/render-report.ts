/** A form + a department → what its templates print, part by part. */
import type { Diagnostic, Report } from "../diagnostics/index.ts";
import type { Block, Section, Theme } from "../model/index.ts";
import { type PerProject, perProject } from "../records/index.ts";
import { buildSection, type HeadingIds } from "./build-blocks.ts";
import { fileTitle, reportTitle } from "./department-view.ts";
import { failureOf } from "./handlebars-faults.ts";
import { withNote } from "./note-left-out.ts";
import { packMarkup } from "./pack-markup.ts";
import { parseMarkup } from "./parse-markup.ts";
import { onceEach, withSubjects } from "./printing-faults.ts";
import { type ProjectInReport, projectView, surroundingsOf } from "./project-view.ts";
import type {
  MarkupForm,
  RenderedProject,
  RenderedReport,
  RenderedSection,
  ReportInput,
} from "./rendered.ts";
import { type ReportView, reportView } from "./report-view.ts";
import { limitExceeded, TemplateLimitExceeded } from "./template-limits.ts";
import { mergeTheme } from "./theme.ts";

/** Undefined if a template failed: what is wrong was reported, each fault once with the projects that show it. */
export type RenderReport = (input: ReportInput, report: Report) => RenderedReport | undefined;

/** Of a project that was rendered before, and looks the same in its report, is printed what was printed then. */
export function openRenderer(): RenderReport {
  const kept = perProject<RenderedOnce>();
  return (input, report) => {
    const found: Diagnostic[] = [];
    const rendered = render(input, kept, (fault) => found.push(fault));
    for (const fault of onceEach(found)) report(withSubjects(fault, input.department.projects));
    return rendered;
  };
}

/** One report, of which nothing is kept. */
export const renderReport: RenderReport = (input, report) => openRenderer()(input, report);

/** No render if the template failed. */
type RenderedOnce = { readonly render?: ProjectRender; readonly faults: readonly Diagnostic[] };

function render(
  input: ReportInput,
  kept: PerProject<RenderedOnce>,
  report: Report,
): RenderedReport | undefined {
  const { form, department, draft, day, only } = input;
  const theme = themeOf(input, report);
  const printed = theme && renderAround(input, report);
  // Those of a list are in Part 2 already.
  const apart = form.spec.layout === "list" ? [] : department.projects;
  const surroundings = surroundingsOf(department, { spec: form.spec, draft });
  const around = JSON.stringify(surroundings);
  const wanted = apart
    .map((project, index) => ({ project, ordinal: index + 1 }))
    .filter(({ ordinal }) => only?.has(ordinal) ?? true);
  const projects = wanted.map(({ project, ordinal }) => {
    const given = [form, draft, ordinal, around];
    const { render, faults } =
      kept.find(project, given) ??
      kept.keep(project, given, renderProject({ surroundings, project, ordinal }, input));
    faults.forEach(report);
    return render;
  });
  if (printed === undefined || theme === undefined || projects.includes(undefined)) return undefined;
  const [first, ...others] = [
    ...joinProjects(
      printed.front,
      projects.flatMap((project) => project ?? []),
    ),
    ...joinProjects(printed.closing, []),
  ];
  if (first === undefined) return undefined;
  return {
    title: reportTitle(department, form.spec.title),
    fileTitle: department.folder && fileTitle(department, form.spec.title),
    author: department.name.text,
    subject: form.spec.name.zh,
    theme,
    watermark: draft ? `草稿 ${day}` : undefined,
    sections: [first, ...others],
    markup: { theme: form.theme, files: form.files },
  };
}

/** The form's theme with what department.json changes in it; a style of its own there must be whole. */
function themeOf({ form, department }: ReportInput, report: Report): Theme | undefined {
  if (department.styles === undefined) return form.theme;
  return mergeTheme(
    form.theme,
    { overrides: department.styles, placeOf: () => ({ kind: "file", file: "department.json" }) },
    report,
  );
}

/**
 * What is printed around the projects: cover, table of contents, Part 1, and the section for Part 2's projects; behind
 * them the form's closing part.
 */
function renderAround(
  { form, department, draft, bare = false, leftOut = 0 }: ReportInput,
  report: Report,
): { readonly front: readonly Section[]; readonly closing: readonly Section[] } | undefined {
  const view = reportView(department, { spec: form.spec, seen: form.seen, draft });
  const { cover, contents, partOne, partTwo, closing } = form.print;
  const ids = headingIds();
  const render = (
    templates: readonly { readonly name: string; readonly print: (view: ReportView) => string }[],
  ) =>
    renderSections(
      form,
      templates.map(({ name, print }) => ({ name, print: () => print(view) })),
      { ids, report },
    );
  const before = render([
    ...(form.spec.cover && !bare ? [{ name: "cover", print: cover }] : []),
    ...(bare ? [] : [{ name: "contents", print: contents }]),
    ...(view.partOne === undefined ? [] : [{ name: "part-one", print: partOne }]),
    ...(department.projects.length === 0 ? [] : [{ name: "part-two", print: partTwo }]),
  ]);
  const front = before && withNote(before, { shown: department.projects.length, leftOut });
  const behind =
    form.spec.closing === undefined || department.projects.length === 0
      ? []
      : render([{ name: "closing", print: closing }]);
  return front && behind && { front, closing: behind };
}

/** Renders each template and returns their sections; undefined if one of them failed, which is reported. */
export function renderSections(
  form: MarkupForm,
  templates: readonly { readonly name: string; readonly print: () => string }[],
  { ids = headingIds(), report }: { readonly ids?: HeadingIds; readonly report: Report },
): readonly Section[] | undefined {
  const parsed = templates.map((template) => {
    const markup = renderMarkup(form, template, report);
    if (markup === undefined) return undefined;
    return parseMarkup(markup, { root: "report", theme: form.theme, files: form.files, report });
  });
  if (parsed.includes(undefined)) return undefined;
  return parsed.flatMap((elements) => elements ?? []).map((element) => buildSection(element, ids));
}

type ProjectRender = {
  readonly printed: RenderedProject;
  /** Whether the first element forces a page break before itself. */
  readonly beginsPage: boolean;
  /** Cells of the fullest row. */
  readonly mostCells: number;
};

function renderProject(
  project: ProjectInReport,
  { form, draft }: Pick<ReportInput, "form" | "draft">,
): RenderedOnce {
  const { ordinal } = project;
  const faults: Diagnostic[] = [];
  const view = projectView(project, { spec: form.spec, draft });
  const print = () => form.print.project(view);
  const markup = renderMarkup(form, { name: "project", print }, (fault) =>
    faults.push({ ...fault, ordinals: [ordinal] }),
  );
  if (markup === undefined) return { faults };
  // A template's own remarks are no elements.
  const elements = markup.replace(/<!--[\s\S]*?-->/gu, "");
  const render = {
    printed: { markup: packMarkup(markup), ordinal },
    beginsPage: /^[^<]*<[^>]*\sdata-page-break\b/u.test(elements),
    mostCells: mostCellsInMarkup(elements),
  };
  return { render, faults };
}

/** The last section takes the projects, if there are any: one that begins no page goes on with the part before. */
export function joinProjects(
  front: readonly Section[],
  projects: readonly ProjectRender[],
): readonly RenderedSection[] {
  return front.map(({ blocks, ...head }, index): RenderedSection => {
    const own = index === front.length - 1 ? projects : [];
    const parts: { readonly lead: readonly Block[]; readonly projects: RenderedProject[] }[] = [
      { lead: blocks, projects: [] },
    ];
    for (const project of own) {
      const open = parts.at(-1);
      const blank = open?.lead.length === 0 && open.projects.length === 0;
      if (open === undefined || (project.beginsPage && !blank))
        parts.push({ lead: [], projects: [project.printed] });
      else open.projects.push(project.printed);
    }
    return { ...head, mostCells: head.orientation === "auto" ? mostCellsOf(blocks, own) : 0, parts };
  });
}

function mostCellsOf(blocks: readonly Block[], projects: readonly ProjectRender[]): number {
  const rows = blocks.flatMap((block) => (block.kind === "table" ? [...block.header, ...block.body] : []));
  const inBlocks = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return projects.reduce((most, { mostCells }) => Math.max(most, mostCells), inBlocks);
}

/** The markup; undefined if Handlebars threw, which is reported. */
function renderMarkup(
  { files }: Pick<MarkupForm, "files">,
  { name, print }: { readonly name: string; readonly print: () => string },
  report: Report,
): string | undefined {
  const file = files.find((path) => path.endsWith(`${name}.hbs`)) ?? name;
  try {
    return print();
  } catch (error) {
    if (error instanceof TemplateLimitExceeded) {
      report(limitExceeded(file, error));
      return undefined;
    }
    const { line, column, reason } = failureOf(error);
    const at = { kind: "template", file, line, column } as const;
    report({ code: "template-failed", at, args: { template: `${name}.hbs`, reason } });
    return undefined;
  }
}

/** part-1, part-2 for the parts; section-1, section-2, … for what is below them. */
function headingIds(): HeadingIds {
  let parts = 0;
  let sections = 0;
  return (level) => {
    if (level === 1) {
      parts += 1;
      return `part-${parts}`;
    }
    sections += 1;
    return `section-${sections}`;
  };
}

/** Cells of the fullest row of its tables. */
function mostCellsInMarkup(markup: string): number {
  let most = 0;
  for (const row of markup.split(/<tr\b/u).slice(1))
    most = Math.max(most, row.match(/<t[dh]\b/gu)?.length ?? 0);
  return most;
}
