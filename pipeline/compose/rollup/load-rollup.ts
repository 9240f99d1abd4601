/** The rollup*.hbs of templates/shared and what they share with the forms → templates that are known to print, or everything wrong with them. */
import type { Report } from "../../diagnostics/index.ts";
import type { Theme } from "../../model/index.ts";
import { baseName, compileTemplates, readTemplates } from "../load-templates.ts";
import type { TemplateFile } from "../parse-template.ts";
import { reportOnce } from "../report-once.ts";
import type { Shape } from "../shape.ts";
import type { TemplateLimits } from "../template-limits.ts";
import { readHouse } from "../theme.ts";
import { type RollupView, rollupShape } from "./rollup-view.ts";
import { type DividerView, dividerShape, type VolumeView, volumeShape } from "./volume-view.ts";

/** In the house style, as no form decides on what is above all of them. */
export type RollupForm = {
  readonly theme: Theme;
  /** Template files, by the number that printed markup carries. */
  readonly files: readonly string[];
  readonly print: {
    readonly summary: (view: RollupView) => string;
    readonly cover: (view: VolumeView) => string;
    readonly contents: (view: VolumeView) => string;
    readonly department: (view: DividerView) => string;
  };
};

const shapes: Readonly<Record<string, Shape>> = {
  rollup: rollupShape,
  "rollup-cover": volumeShape,
  "rollup-contents": volumeShape,
  "rollup-department": dividerShape,
};

/** Whether a file of templates/shared is one of these, and none of the forms'. */
export function isRollupTemplate(path: string): boolean {
  return /^rollup(?:-[^/\\]*)?\.hbs$/u.test(baseName(path));
}

/** Collects every error of every file before it gives up. */
export function loadRollup(
  files: readonly TemplateFile[],
  report: Report,
  limits?: TemplateLimits,
): RollupForm | undefined {
  const faults = reportOnce(report);
  const byName = new Map(files.map((file) => [baseName(file.name), file]));
  const theme = readHouse(byName, faults.report);
  const rules = {
    needed: Object.entries(shapes).map(([name, shape]) => ({ name, folder: "templates/shared", shape })),
    labels: [],
    theme,
    checks: (name: string) => isRollupTemplate(`${name}.hbs`),
    limits,
  };
  const templates = readTemplates(byName, rules, faults.report);
  if (theme === undefined || faults.count() > 0) return undefined;
  const print = compileTemplates(templates, {}, limits);
  return {
    theme,
    files: templates.files,
    print: {
      summary: print("rollup"),
      cover: print("rollup-cover"),
      contents: print("rollup-contents"),
      department: print("rollup-department"),
    },
  };
}
