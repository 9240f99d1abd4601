/** Records → what stands in their fields, each field by the name that form.json has for it. */
import {
  type Department,
  fieldsOfIndicator,
  fieldsOfProject,
  type Project,
  type Text,
  valuesOfDepartment,
} from "../records/index.ts";

export type Filled = { readonly field: string; readonly values: readonly Text[] };

/** Those of the department itself, with the columns of its lists. */
export function fieldsOfDepartment(department: Department): readonly Filled[] {
  return [...valuesOfDepartment(department)].map(({ path, value }) => {
    const [, list = "", column = ""] = /^department\.([^.]+)\.\d+\.([^.]+)$/u.exec(path) ?? [];
    const isOfList = Object.hasOwn(department.lists ?? {}, list);
    return { field: isOfList ? `${list}.${column}` : path.replace(/\.\d+(?=\.|$)/gu, ""), values: [value] };
  });
}

/** Those of its indicators, too. */
export function fieldsWithin(project: Project): readonly Filled[] {
  return [...fieldsOfProject(project), ...project.indicators.flatMap(fieldsOfIndicator)];
}
