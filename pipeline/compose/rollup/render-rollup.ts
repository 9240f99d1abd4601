/** The figures of many departments → the summary document; the departments of a volume → what surrounds their reports. */
import type { Rollup } from "../../contracts/index.ts";
import type { Report } from "../../diagnostics/index.ts";
import type { Section } from "../../model/index.ts";
import { joinProjects, renderSections } from "../render-report.ts";
import type { RenderedReport } from "../rendered.ts";
import type { RollupForm } from "./load-rollup.ts";
import { rollupView } from "./rollup-view.ts";
import { dividerView, type Volume, volumeView } from "./volume-view.ts";

export type Watermarked = {
  /** Absent if it is no draft. */
  readonly watermark: string | undefined;
};

/** Undefined if a template failed, which is reported. */
export function renderRollup(
  rollup: Rollup,
  { form, watermark }: Watermarked & { readonly form: RollupForm },
  report: Report,
): RenderedReport | undefined {
  const view = rollupView(rollup);
  const templates = [{ name: "rollup", print: () => form.print.summary(view) }];
  const sections = renderSections(form, templates, { report });
  return sections && printed(sections, { form, watermark, title: rollup.title });
}

/** What surrounds the departments' own parts: `front`, and one section before each department's. */
export type RenderedVolume = {
  readonly printed: RenderedReport;
  /** How many of its sections come before the first department's. */
  readonly front: number;
};

/** Undefined if a template failed, which is reported. */
export function renderVolume(
  volume: Volume,
  { form, watermark }: Watermarked & { readonly form: RollupForm },
  report: Report,
): RenderedVolume | undefined {
  const view = volumeView(volume);
  const front = renderSections(
    form,
    [
      { name: "rollup-cover", print: () => form.print.cover(view) },
      { name: "rollup-contents", print: () => form.print.contents(view) },
    ],
    { report },
  );
  const dividers = volume.departments.map((department, index) => {
    const divider = dividerView(department, index);
    const print = () => form.print.department(divider);
    return renderSections(form, [{ name: "rollup-department", print }], { report })?.map(withIds(index));
  });
  if (front === undefined || dividers.includes(undefined)) return undefined;
  const each = dividers.map((sections) => onlyOne(sections ?? []));
  return {
    printed: printed([...front, ...each], { form, watermark, title: volume.title }),
    front: front.length,
  };
}

/** Its headings are counted in each department from 1, and must differ in the volume. */
function withIds(index: number): (section: Section) => Section {
  return (section) => ({
    ...section,
    blocks: section.blocks.map((block) =>
      block.kind === "heading" ? { ...block, id: `department-${index + 1}-${block.id}` } : block,
    ),
  });
}

/** What rollup-department.hbs prints is one section, or is made one. */
function onlyOne(sections: readonly Section[]): Section {
  const [first = { ...blank, blocks: [] }] = sections;
  return { ...first, blocks: sections.flatMap(({ blocks }) => blocks) };
}

const blank = { numbering: "decimal", continues: true, orientation: "portrait", centred: true } as const;

function printed(
  sections: readonly Section[],
  { form, watermark, title }: Watermarked & { readonly form: RollupForm; readonly title: string },
): RenderedReport {
  const [first, ...others] = joinProjects(sections, []);
  if (first === undefined) throw new Error("the templates of the roll-up printed no section");
  return {
    title,
    author: "",
    subject: "部门预算绩效目标汇总",
    theme: form.theme,
    watermark,
    sections: [first, ...others],
    markup: { theme: form.theme, files: form.files },
  };
}
