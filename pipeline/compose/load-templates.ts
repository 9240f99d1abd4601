/** Template files → functions from view to markup that are known to print, or everything wrong with the files. */
import Handlebars from "handlebars";
import type { Diagnostic, Report } from "../diagnostics/index.ts";
import type { Theme } from "../model/index.ts";
import type { FormSpec } from "../records/index.ts";
import { checkMarkup } from "./check-markup.ts";
import { checkPaths, type See } from "./check-paths.ts";
import type { FieldUse, Seen } from "./field-use.ts";
import { type Program, parseTemplate, type TemplateFile } from "./parse-template.ts";
import { prepareMarkup } from "./prepare-markup.ts";
import type { Shape } from "./shape.ts";
import { boundPrinting, type TemplateLimits, templateLimits } from "./template-limits.ts";
import { printSourced, sourceHelper } from "./value-source.ts";

/** By the file's name without its folder. */
export type TemplateFiles = ReadonlyMap<string, TemplateFile>;

export type Templates = {
  /** Template files, by the number that printed markup carries. */
  readonly files: readonly string[];
  /** By name, without the ending. */
  readonly programs: ReadonlyMap<string, Program>;
  readonly seen: Seen;
};

export type TemplateRules = {
  /** The templates that views are printed by, with what they may name: undefined if that cannot be known. */
  readonly needed: readonly {
    readonly name: string;
    readonly folder: string;
    readonly shape: Shape | undefined;
  }[];
  /** The fields that `{{label}}` may name; undefined if that cannot be known. */
  readonly labels: readonly string[] | undefined;
  /** Undefined if that is wrong, which was reported; markup is not checked then. */
  readonly theme: Theme | undefined;
  /** Whether a template's markup is checked here; of some it was checked elsewhere. */
  readonly checks: (name: string) => boolean;
  readonly limits?: TemplateLimits | undefined;
};

/** Prepares all templates that are there and collects every error in them. */
export function readTemplates(
  files: TemplateFiles,
  { needed, labels, theme, checks, limits = templateLimits }: TemplateRules,
  report: Report,
): Templates {
  for (const { name, folder } of needed) neededFile(files, { name: `${name}.hbs`, folder }, report);
  const parsed = [...files].flatMap(([name, file]) => {
    const template = name.endsWith(".hbs") ? parseTemplate(file, limits, report) : undefined;
    return template === undefined ? [] : [[name.slice(0, -".hbs".length), template] as const];
  });
  const partials = new Map(parsed);
  const uses: FieldUse[] = [];
  const reached = new Set<string>();
  const doubts = new Map<string, Diagnostic>();
  const see: See = {
    use: (use) => uses.push(use),
    file: (name) => reached.add(name),
    // Once for all uses of a partial.
    doubt: (found) => doubts.set(JSON.stringify(found), found),
  };
  for (const { name, shape } of needed) {
    const template = partials.get(name);
    if (template !== undefined && shape !== undefined && labels !== undefined)
      checkPaths(template, shape, { partials, labels, limits }, { report, see });
  }
  for (const [index, [name, { file, program }]] of parsed.entries()) {
    const flat = prepareMarkup(program, index);
    if (theme !== undefined && checks(name)) checkMarkup(flat, { theme, file, report });
  }
  return {
    files: parsed.map(([, { file }]) => file),
    programs: new Map(parsed.map(([name, { program }]) => [name, program])),
    seen: { uses, files: reached, doubts: [...doubts.values()] },
  };
}

/** A file of the folder; if it is missing, that is reported. */
export function neededFile(
  files: TemplateFiles,
  { name, folder }: { readonly name: string; readonly folder: string },
  report: Report,
): TemplateFile | undefined {
  const found = files.get(name);
  const file = `${folder}/${name}`;
  if (found === undefined) report({ code: "form-file-missing", at: { kind: "file", file }, args: { file } });
  return found;
}

export function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}

const options = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: {
    each: true,
    if: true,
    unless: true,
    with: true,
    label: true,
    present: true,
    [sourceHelper]: true,
  },
};

/** Each template's own function, by its name; `fields` are those that `{{label}}` may name. */
export function compileTemplates(
  { programs }: Templates,
  fields: FormSpec["fields"],
  limits: TemplateLimits = templateLimits,
): (name: string) => (view: unknown) => string {
  const handlebars = Handlebars.create();
  const labels = new Map(Object.entries(fields).map(([field, spelled]) => [field, spelled?.label ?? ""]));
  // checkPaths has seen that the field is listed.
  handlebars.registerHelper("label", (field: string) => labels.get(field) ?? "");
  handlebars.registerHelper("present", isPresent);
  const bounds = boundPrinting(handlebars.helpers.each, limits);
  handlebars.registerHelper(sourceHelper, (view: unknown, name: string, index: unknown) =>
    bounds.value(printSourced(view, name, index)),
  );
  handlebars.registerHelper("each", bounds.each);
  const compiled = new Map<string, Handlebars.TemplateDelegate>();
  for (const [name, program] of programs) {
    const template = handlebars.compile(program, options);
    compiled.set(name, template);
    handlebars.registerPartial(name, template);
  }
  return (name) => (view) => {
    const template = compiled.get(name);
    if (template === undefined) throw new Error(`the form was loaded without ${name}.hbs`);
    return bounds.print(() => template(view));
  };
}

/** `{{#if}}` takes 0 for nothing; a value is present unless it is blank or an empty list. */
function isPresent(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && value !== "";
}
