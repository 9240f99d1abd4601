/** The forms below `templates/`, ready to choose from and to render with. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { type FormLibrary, libraryOf } from "../assets/forms/index.ts";
import type { Form, TemplateFile } from "../compose/index.ts";
import type { FormSpec } from "../records/index.ts";

const templates = new URL("../../templates/", import.meta.url);

let library: FormLibrary | undefined;

export function readShippedForms(): FormLibrary {
  if (library !== undefined) return library;
  const ids = readdirSync(templates).filter((id) => existsSync(new URL(`${id}/form.json`, templates)));
  library = libraryOf({
    forms: new Map(ids.toSorted().map((id) => [id, filesOf(id)])),
    ours: new Set(ids),
    shared: filesOf("shared"),
    rollup: [],
  });
  return library;
}

/** @throws if a shipped form has a fault. */
export function loadShippedForm(id: string): Form {
  const { form, problems } = readShippedForms().open(id);
  if (form === undefined) throw new Error(`templates/${id}: ${problems.map(({ code }) => code).join()}`);
  return form;
}

/** The forms with a further one, or another in place of one: it prints as the form `like` does, by default the first. */
export function withForm(
  given: FormLibrary,
  { id, spec, like }: { readonly id: string; readonly spec: FormSpec; readonly like?: string },
): FormLibrary {
  const [first = ""] = given.specs.keys();
  const { form } = given.open(like ?? first);
  if (form === undefined) throw new Error(`no form ${like ?? first} to print as`);
  return {
    ...given,
    specs: new Map([...given.specs, [id, spec]]),
    open: (asked) => (asked === id ? { form: { ...form, id, spec }, problems: [] } : given.open(asked)),
  };
}

function filesOf(folder: string): TemplateFile[] {
  return readdirSync(new URL(`${folder}/`, templates))
    .filter((name) => /\.(?:hbs|json)$/u.test(name))
    .map((name) => ({
      name: `templates/${folder}/${name}`,
      text: readFileSync(new URL(`${folder}/${name}`, templates), "utf8"),
    }));
}
