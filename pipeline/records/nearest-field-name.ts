/** Finds the field that an unknown name was probably meant to be: dotted names are alike in most of their letters. */
import { listOfField } from "./field-name.ts";
import { nearestName } from "./nearest-name.ts";

/**
 * "" if none is near. `project.region` is `project.own.region` without its `own`, and a column of a list another one of
 * that list, before it is anything else.
 */
export function nearestFieldName(name: string, known: readonly string[]): string {
  const plain = (field: string) => field.replace(".own.", ".");
  const own = known.find((one) => plain(one) === plain(name));
  if (own !== undefined) return own;
  const list = listOfField(name);
  const inList = list === undefined ? [] : known.filter((one) => listOfField(one) === list);
  const column = nearestName(name, inList, 2);
  if (column !== "") return column;
  const last = name.slice(name.lastIndexOf(".") + 1);
  const alike = known.filter((one) => one.endsWith(`.${last}`));
  if (alike.length === 1) return alike[0] ?? "";
  return nearestName(name, known, Math.max(2, Math.floor(last.length / 3)));
}
