/** Folders below `templates/` → the forms, ours and the user's, that departments can take. */
import { readdir, realpath } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ruleCodes } from "../../check/index.ts";
import {
  type Form,
  isRollupTemplate,
  loadForm,
  readFormSpec,
  type TemplateFile,
  type TemplateLimits,
  templateLimits,
} from "../../compose/index.ts";
import { type Diagnostic, type Report, settableCodes, templateLimitNames } from "../../diagnostics/index.ts";
import { displayPath, ownTemplates, readText, reasonOf } from "../../files/index.ts";
import { fileInstead, isWithin } from "../../find/index.ts";
import type { FormSpec } from "../../records/index.ts";
import { ambiguousNames } from "./ambiguous-names.ts";
import { formulaFaults } from "./formula-faults.ts";
import { gatherMissing } from "./gather-missing.ts";
import { placesInForm } from "./places-in-form.ts";

export { formRemarks } from "./form-remarks.ts";
export { proofForm } from "./proof-form.ts";

/** The forms that departments can take. */
export type FormLibrary = {
  /** What each says of itself, by its id, sorted. */
  readonly specs: ReadonlyMap<string, FormSpec>;
  /** One of them whole, or what is wrong with its templates. @throws if it is none of them: our own mistake. */
  readonly open: (id: string) => LoadedForm;
  /** Forms that could not be loaded: no failure unless a department needs one of them. */
  readonly broken: readonly BrokenForm[];
};

/** A form, or everything that is wrong with it. */
export type LoadedForm = { readonly form?: Form; readonly problems: readonly Diagnostic[] };

export type BrokenForm = { readonly form: string; readonly problems: readonly Diagnostic[] };

/** Folder of what all forms share; it is no form. */
const sharedFolder = "shared";

/** A templates folder: its path, and its name in messages. */
type Root = { readonly path: string; readonly shown: string };

/** The files of every form, read but not compiled. */
export type FormSources = {
  /** By the form's id, sorted. */
  readonly forms: ReadonlyMap<string, readonly TemplateFile[]>;
  /** Ids of the forms that came with this program, and share only what came with it. */
  readonly ours: ReadonlySet<string>;
  readonly shared: readonly TemplateFile[];
  /** rollup*.hbs of the shared folder: above all departments, so that no department's edition depends on them. */
  readonly rollup: readonly TemplateFile[];
  /** That hold of all of them; without them the usual ones do. */
  readonly limits?: TemplateLimits;
};

/**
 * Reads our forms and those in `templates`, which are added or replace ours of the same name; what the user's folder
 * does not share itself is shared from ours. Undefined if the folder given holds neither, or a file that all share cannot
 * be read: `report` has said so.
 */
export async function readForms(
  templates: string | undefined,
  report: Report,
  limits: Partial<TemplateLimits> = {},
): Promise<FormSources | undefined> {
  const ours: Root = { path: ownTemplates, shown: "templates" };
  const theirs = templates === undefined ? [] : [{ path: templates, shown: displayPath(templates) }];
  const unreadable: Diagnostic[] = [];
  const refuse: Report = (problem) => unreadable.push(problem);
  const folders = new Map<string, Root & { readonly isOurs: boolean }>();
  let shared: readonly TemplateFile[] = [];
  let sharesOurs = true;
  for (const root of [ours, ...theirs]) {
    const ids = await formFolders(root.path);
    const sharedFiles = await readFiles(folderIn(root, sharedFolder));
    for (const { unread } of sharedFiles) if (unread !== undefined) refuse(unread);
    if (ids.length + sharedFiles.length === 0)
      refuse((await fileInstead(root.path, "--templates")) ?? noForm(root.shown));
    for (const id of ids) folders.set(id, { ...folderIn(root, id), isOurs: root === ours });
    sharesOurs = root === ours || sharedFiles.length === 0;
    shared = overlay(shared, sharedFiles);
  }
  const forms = new Map<string, readonly TemplateFile[]>();
  for (const [id, folder] of [...folders].sort(([one], [other]) => (one < other ? -1 : 1)))
    forms.set(id, await readFiles(folder));
  for (const problem of unreadable) report(problem);
  if (unreadable.length > 0) return undefined;
  return {
    forms,
    ours: new Set([...folders].flatMap(([id, { isOurs }]) => (sharesOurs && isOurs ? id : []))),
    shared: shared.filter(({ name }) => !isRollupTemplate(name)),
    rollup: shared.filter(({ name }) => isRollupTemplate(name)),
    limits: { ...templateLimits, ...limits },
  };
}

/** Every form whole, for who asks what is wrong with them. */
export function compileForms({
  forms: sources,
  shared,
  limits = templateLimits,
}: Pick<FormSources, "forms" | "shared" | "limits">): {
  readonly forms: readonly Form[];
  readonly broken: readonly BrokenForm[];
} {
  const loaded = [...sources].map(([id, files]) => ({ id, ...loadOnce(id, { files, shared, limits }) }));
  return {
    forms: loaded.flatMap(({ form }) => form ?? []),
    broken: loaded.flatMap(({ id, form, problems }) => (form === undefined ? { form: id, problems } : [])),
  };
}

/**
 * The forms to choose from. To compile templates is a hundred times dearer than to read what a form says of itself, so
 * those that came with this program, and print, are compiled when one is opened.
 */
export function libraryOf({
  forms: sources,
  shared,
  ours,
  limits = templateLimits,
}: FormSources): FormLibrary {
  const open = (id: string): LoadedForm => {
    const files = sources.get(id);
    if (files === undefined) throw new Error(`"${id}" is none of the forms`);
    return loadOnce(id, { files, shared, limits });
  };
  const specs = new Map<string, FormSpec>();
  const broken: BrokenForm[] = [];
  for (const [id, files] of sources) {
    const known = ours.has(id) ? specOnce(id, files) : undefined;
    const { form, problems } = known === undefined ? open(id) : { form: { spec: known }, problems: [] };
    if (form === undefined) broken.push({ form: id, problems });
    else specs.set(id, form.spec);
  }
  return { specs, open, broken };
}

type Sources = {
  readonly files: readonly TemplateFile[];
  readonly shared: readonly TemplateFile[];
  readonly limits: TemplateLimits;
};

/**
 * Of each form the last load and what it was made of. A process needs its forms more than once, as a roll-up does that
 * reads departments and then prints them, and to load a form is a hundred times dearer than to compare its texts.
 */
const lastLoads = new Map<string, Sources & { readonly loaded: LoadedForm }>();

function loadOnce(id: string, sources: Sources): LoadedForm {
  const last = lastLoads.get(id);
  const isLast =
    last !== undefined &&
    isSame(last.files, sources.files) &&
    isSame(last.shared, sources.shared) &&
    templateLimitNames.every((name) => last.limits[name] === sources.limits[name]);
  if (isLast) return last.loaded;
  const loaded = load(id, sources);
  lastLoads.set(id, { ...sources, loaded });
  return loaded;
}

function isSame(before: readonly TemplateFile[], now: readonly TemplateFile[]): boolean {
  const same = (file: TemplateFile, index: number) =>
    file.name === now[index]?.name &&
    file.text === now[index].text &&
    file.unread?.code === now[index].unread?.code;
  return before === now || (before.length === now.length && before.every(same));
}

const codes = [...ruleCodes, ...settableCodes];

function load(id: string, { files, shared, limits }: Sources): LoadedForm {
  const unread = files.flatMap((file) => file.unread ?? []);
  if (unread.length > 0) return { problems: unread };
  const problems: Diagnostic[] = [];
  const spec = specOnce(id, files);
  const form = loadForm({ id, files, shared, limits, spec, ruleCodes: codes }, (problem) =>
    problems.push(problem),
  );
  const file = specFileIn(files);
  const placeOf = file && placesInForm(file);
  // What is wrong with the templates is no reason to be silent about the formulas.
  const further = spec && placeOf ? [...ambiguousNames(spec, placeOf), ...formulaFaults(spec, placeOf)] : [];
  return { form: further.length > 0 ? undefined : form, problems: gatherMissing([...problems, ...further]) };
}

const lastSpecs = new Map<string, { readonly text: string; readonly spec: FormSpec | undefined }>();

/** What its form.json says; undefined if that is missing or wrong. */
function specOnce(id: string, files: readonly TemplateFile[]): FormSpec | undefined {
  const file = specFileIn(files);
  if (file === undefined) return undefined;
  const last = lastSpecs.get(id);
  if (last?.text === file.text) return last.spec;
  const spec = readFormSpec(file, codes);
  lastSpecs.set(id, { text: file.text, spec });
  return spec;
}

function specFileIn(files: readonly TemplateFile[]): TemplateFile | undefined {
  return files.find(({ name }) => baseOf(name) === "form.json");
}

/** Reads and opens them at once, for commands that need the forms whatever they find. */
export async function loadForms(
  templates: string | undefined,
  report: Report,
  limits?: Partial<TemplateLimits>,
): Promise<FormLibrary | undefined> {
  const sources = await readForms(templates, report, limits);
  return sources && libraryOf(sources);
}

/** Every file that a form is made of, by its name; undefined if there is no such form. */
export function filesOfForm({ forms, shared }: FormSources, id: string): readonly TemplateFile[] | undefined {
  const files = forms.get(id);
  return files && overlay(shared, files);
}

async function formFolders(root: string): Promise<readonly string[]> {
  const names = (await namesIn(root)).filter((name) => !name.startsWith(".") && name !== sharedFolder);
  const forms: string[] = [];
  for (const name of names) {
    const files = await namesIn(join(root, name));
    // A folder with templates and no form.json is a form with a fault, not a folder to pass over.
    if (files.some((file) => file === "form.json" || file.endsWith(".hbs"))) forms.push(name);
  }
  return forms;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((): readonly string[] => []);
}

function folderIn(root: Root, name: string): Root {
  return { path: join(root.path, name), shown: `${root.shown}/${name}` };
}

/** The user's shared file replaces ours of the same name. */
function overlay(below: readonly TemplateFile[], above: readonly TemplateFile[]): readonly TemplateFile[] {
  const names = new Set(above.map((file) => baseOf(file.name)));
  return [...below.filter((file) => !names.has(baseOf(file.name))), ...above];
}

export function baseOf(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}

/** Of one that cannot be read, as of a folder that is removed meanwhile, why. */
async function readFiles({ path, shown }: Root): Promise<readonly TemplateFile[]> {
  const names = (await namesIn(path)).filter((name) => /\.(?:hbs|json)$/u.test(name)).toSorted();
  const files = names.map(async (base): Promise<TemplateFile> => {
    const name = `${shown}/${base}`;
    const at = { kind: "file", file: name } as const;
    const none = (unread: Diagnostic) => ({ name, text: "", unread });
    try {
      if (await liesIn(join(path, base), [path, dirname(path)]))
        return { name, text: await readText(join(path, base)) };
      return none({ code: "form-file-outside", at, args: { file: name } });
    } catch (error) {
      return none({ code: "file-unreadable", at, args: { reason: reasonOf(error) } });
    }
  });
  return Promise.all(files);
}

/** Whether a file lies in one of the folders: whoever made a form may have laid links in it, to print what is none of it. */
async function liesIn(file: string, folders: readonly string[]): Promise<boolean> {
  const real = await realpath(file);
  const roots = await Promise.all(folders.map((folder) => realpath(folder)));
  return roots.some((root) => isWithin(root, real));
}

function noForm(folder: string): Diagnostic {
  return {
    code: "templates-without-form",
    at: { kind: "option", option: "--templates" },
    args: { folder },
  };
}
