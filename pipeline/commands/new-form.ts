/** A form that there is → a copy in the user's folder under a new name, with a sample department that builds at once. */
import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";
import { baseOf, compileForms, readForms } from "../assets/forms/index.ts";
import type { TemplateFile } from "../compose/index.ts";
import type { Diagnostic, Report } from "../diagnostics/index.ts";
import {
  disk,
  displayPath,
  isRecord,
  type NewFile,
  ownSamples,
  parseJson,
  readRegular,
  reasonOf,
} from "../files/index.ts";
import { givenLimits } from "../options/index.ts";
import { departmentKeys, type FormSpec, nearestName } from "../records/index.ts";

export type NewForm = {
  /** The folder of the new form, as messages call it. */
  readonly folder: string;
  /** Its files, below that folder. */
  readonly files: readonly string[];
  /** Whether a sample is among them. */
  readonly hasSample: boolean;
  readonly templates: string;
  readonly id: string;
};

export type NewFormResult =
  | { readonly kind: "refused"; readonly exitCode: 2; readonly problems: readonly Diagnostic[] }
  | ({ readonly kind: "done"; readonly exitCode: 0 } & NewForm);

export type NewFormOptions = {
  readonly name: string;
  /** The form to copy. */
  readonly like: string;
  /** The folder with the user's forms; by default `forms`. */
  readonly templates: string | undefined;
  /** As given to `--limits`. */
  readonly limits?: string | undefined;
};

/** Names that are no form's: what forms share, and the word of the command line. */
const taken: readonly string[] = ["shared", "new"];
/** Windows has devices of these names, and no folders. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)$/u;

const sampleFolder = "sample";

/** Writes nothing unless all of it can be written, and nothing over what is there. */
export async function newForm({
  name,
  like,
  templates = "forms",
  limits,
}: NewFormOptions): Promise<NewFormResult> {
  const refuse = (...problems: readonly Diagnostic[]): NewFormResult => ({
    ...{ kind: "refused", exitCode: 2, problems },
  });
  const at = { kind: "option", option: "forms new" } as const;
  if (!/^[a-z][a-z0-9-]{0,39}$/u.test(name) || taken.includes(name) || device.test(name))
    return refuse({ code: "form-name-invalid", at, found: name, args: { name } });
  const folder = join(templates, name);
  if (await exists(folder))
    return refuse({ code: "form-folder-exists", at, found: name, args: { folder: displayPath(folder) } });
  const problems: Diagnostic[] = [];
  const report: Report = (problem) => problems.push(problem);
  const theirs = await readForms(templates, report, givenLimits(limits));
  // The folder is to be made, or has no form yet.
  const isFirst = problems.every(({ code }) => code === "templates-without-form");
  const sources = theirs ?? (isFirst ? await readForms(undefined, report, givenLimits(limits)) : undefined);
  if (sources === undefined) return refuse(...problems);
  const known = [...sources.forms.keys()];
  if (known.includes(name)) return refuse({ code: "form-name-taken", at, found: name, args: { name } });
  const original = sources.forms.get(like);
  if (original === undefined) {
    const args = { form: like, known, nearest: nearestName(like, known) };
    return refuse({ code: "form-unknown", at: { kind: "option", option: "--like" }, found: like, args });
  }
  const { forms, broken } = compileForms({ ...sources, forms: new Map([[like, original]]) });
  const spec = forms[0]?.spec;
  if (spec === undefined) return refuse(...broken.flatMap((one) => one.problems));
  const form = original.map((file) => copyOf(file, { name, spec }));
  const sample = await readSample(like, { name, templates });
  const failure = await writeFolder(folder, [...form, ...sample]);
  if (failure !== undefined)
    return refuse({ code: "form-not-written", at, args: { folder: displayPath(folder), reason: failure } });
  return {
    ...{
      kind: "done",
      exitCode: 0,
      id: name,
      templates: displayPath(templates),
      folder: displayPath(folder),
    },
    files: [...form, ...sample].map((file) => file.name),
    hasSample: sample.length > 0,
  };
}

const encoder = new TextEncoder();

function copyOf(
  { name: path, text }: TemplateFile,
  { name, spec }: { readonly name: string; readonly spec: FormSpec },
): NewFile {
  const base = baseOf(path);
  return { name: base, bytes: encoder.encode(base === "form.json" ? renamed(text, name, spec) : text) };
}

/** Two forms of one name, or with the same columns, could not be told apart: the copy is taken by its name. */
function renamed(text: string, id: string, { name, byName }: FormSpec): string {
  const called = { zh: `${id}（仿${name.zh}）`, en: `${id} (like ${name.en})` };
  const json = parseJson(text.replace(/^\u{FEFF}/u, ""));
  const wanted = { ...(isRecord(json) ? json : {}), name: called, byName: true };
  // Laid out as the original is, if that can be done by its letters.
  const head = `"name": ${JSON.stringify(called, null, 1).replaceAll(/\n */gu, " ")}`;
  const written = text.replace(/"name"\s*:\s*\{[^{}]*\}/u, () =>
    byName ? head : `${head},\n  "byName": true`,
  );
  const isWanted = sameJson(parseJson(written.replace(/^\u{FEFF}/u, "")), wanted);
  return isWanted ? written : `${JSON.stringify(wanted, null, 2)}\n`;
}

/** Whatever the order of keys. */
function sameJson(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  return isRecord(value)
    ? Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1))
    : value;
}

/** The sample of the original, in the new form; empty if it has none. */
async function readSample(
  like: string,
  { name, templates }: { readonly name: string; readonly templates: string },
): Promise<readonly NewFile[]> {
  for (const folder of [join(templates, like, sampleFolder), join(ownSamples, like)]) {
    const files = await readdir(folder, { withFileTypes: true }).catch(() => []);
    const names = files.flatMap((file) => (file.isFile() && !file.name.startsWith(".") ? file.name : []));
    if (names.length === 0) continue;
    const read = names.toSorted().map(async (file): Promise<NewFile> => {
      const bytes = await readRegular(join(folder, file));
      const isFacts = file === "department.json";
      const own = isFacts ? encoder.encode(inForm(bytes.toString("utf8"), { like, name })) : bytes;
      return { name: `${sampleFolder}/${file}`, bytes: own };
    });
    return Promise.all(read);
  }
  return [];
}

/** 表式 says the new name, and so does what is set of its checks. */
function inForm(text: string, { like, name }: { readonly like: string; readonly name: string }): string {
  const named = new RegExp(`(?<="${departmentKeys.form}"\\s*:\\s*)"${like}"`, "u");
  return text.replace(named, `"${name}"`).replaceAll(`"${like}/`, `"${name}/`);
}

/** Whatever it is. */
function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** Whole or not at all: written beside its place, under a name that no form has, and renamed. */
async function writeFolder(folder: string, files: readonly NewFile[]): Promise<string | undefined> {
  const beside = join(folder, "..", `.new-${baseOf(displayPath(folder))}`);
  try {
    // What a run that was killed has left is no part of this form.
    await disk.removeFolder(beside);
    for (const { name, bytes } of files) {
      await disk.mkdir(join(beside, name, ".."));
      await disk.write(join(beside, name), bytes);
    }
    await disk.rename(beside, folder);
    return undefined;
  } catch (error) {
    await disk.removeFolder(beside).catch(() => undefined);
    return reasonOf(error);
  }
}
