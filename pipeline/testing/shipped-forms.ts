/** The forms below `templates/`, ready to choose from and to render with. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { FormLibrary } from "../assets/forms/index.ts";
import { ruleCodes } from "../check/index.ts";
import { type Form, loadForm, type TemplateFile } from "../compose/index.ts";

const templates = new URL("../../templates/", import.meta.url);

let library: FormLibrary | undefined;

export function readShippedForms(): FormLibrary {
  if (library !== undefined) return library;
  const ids = readdirSync(templates).filter((id) => existsSync(new URL(`${id}/form.json`, templates)));
  library = { forms: new Map(ids.toSorted().map((id) => [id, loadShippedForm(id)])), broken: [] };
  return library;
}

/** @throws if a shipped form has a fault. */
export function loadShippedForm(id: string): Form {
  const form = loadForm({ id, files: filesOf(id), shared: filesOf("shared"), ruleCodes }, ({ code }) => {
    throw new Error(`templates/${id}: ${code}`);
  });
  if (form === undefined) throw new Error(`no form ${id}`);
  return form;
}

function filesOf(folder: string): TemplateFile[] {
  return readdirSync(new URL(`${folder}/`, templates))
    .filter((name) => /\.(?:hbs|json)$/u.test(name))
    .map((name) => ({
      name: `templates/${folder}/${name}`,
      text: readFileSync(new URL(`${folder}/${name}`, templates), "utf8"),
    }));
}
