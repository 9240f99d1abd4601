/** Which names of persons department.json has masked: those that it lists, and whatever stands in the fields that it names. */
import type { Diagnostic } from "../diagnostics/index.ts";
import {
  type Department,
  type FormSpec,
  fieldNames,
  plainName,
  rowOf,
  withoutSelectors,
} from "../records/index.ts";
import { fieldsOfDepartment, fieldsWithin } from "./filled-fields.ts";
import { literally } from "./find-leaks.ts";
import { maskLines } from "./mask-lines.ts";
import type { MaskLines } from "./mask-texts.ts";

/** A field of that name that there is not is reported, as what stands in it would be published. */
export function namesToMask(
  department: Department,
  { fields }: Pick<FormSpec, "fields">,
  report: (problem: Diagnostic) => void,
): readonly string[] {
  const { names = [], nameFields = [] } = department.public ?? {};
  const labels = new Map(Object.entries(fields).map(([field, about]) => [field, about?.label ?? ""]));
  const meant = new Set<string>();
  for (const { text, at } of nameFields) {
    const called = plainName(text);
    const found = [...labels.keys(), ...fieldNames].filter((field) => {
      const { label, spellings = [] } = rowOf(field) ?? {};
      const names = [field, labels.get(field) ?? "", label?.zh ?? "", ...spellings];
      return names.some((name) => plainName(name) === called);
    });
    if (found.length === 0) report({ code: "public-field-unknown", at, found: text, args: { field: text } });
    for (const field of found) meant.add(field);
  }
  const filled = [...fieldsOfDepartment(department), ...department.projects.flatMap(fieldsWithin)];
  const inFields = filled.flatMap(({ field, values }) => (meant.has(field) ? values : []));
  const all = [...names, ...inFields].flatMap(({ text }) => namesIn(text));
  return [...new Set(all)].toSorted((one, other) => other.length - one.length);
}

/**
 * 张晓明、李四（科长） → both names. Numbers part names, and are masked as such; so do blanks between two whole names, and
 * not those in 李 四.
 */
function namesIn(text: string): readonly string[] {
  const bare = withoutSelectors(text).replace(/[（(][^）)]*[）)]?/gu, "、");
  return bare.split(between).flatMap((part) => {
    const name = part.replace(/\s/gu, "").replace(behind, "");
    return [...name].length < 2 || nobody.test(name) ? [] : [name];
  });
}

const between = /[、，,;；/／|\n：:+\p{Nd}\p{Pd}]|(?<=\p{Script=Han}{2})\s+(?=\p{Script=Han}{2})|\s{4,}/u;
const post = `副?(?:主任|[科处局厅部股所院校组]长|书记|经理)|科员|成员|同志`;
/** Behind a name: 张晓明等三人, 张晓明科长. */
const behind = new RegExp(String.raw`(?<=..)(?:等(?:\p{Script=Han}{0,2}[人名])?|${post})$`, "u");
/** What stands in a field of names and is none: it would be masked wherever it is said. */
const nobody = new RegExp(
  `^(?:暂无|没有|不详|同上|待定|空缺|电话|手机|联系(?:电话|方式|人)|负责人|${post})$`,
  "u",
);

/** `tell` is called with each name that is masked, and its mark. */
export function personMask(names: readonly string[], tell: (name: string, mark: string) => void): MaskLines {
  if (names.length === 0) return (lines) => lines;
  const pattern = new RegExp(
    names
      .map((name) => `${[...name.replace(dots, "")].map(literally).join(gap)}\\p{Variation_Selector}*`)
      .join("|"),
    "gu",
  );
  return (lines) =>
    maskLines(lines, (text) =>
      [...text.matchAll(pattern)].map(({ 0: found, index: start }) => {
        const name = withoutSelectors(found).replace(/[\s\p{Cf}]/gu, "");
        const mark = `${[...name][0] ?? ""}**`;
        tell(name, mark);
        return { start, end: start + found.length, mark };
      }),
    );
}

/** Between the parts of a name, as it is typed. */
const dots = /[·•・‧∙]/gu;
/** Names of two characters are set as wide as those of three. */
const gap = String.raw`[\s\p{Cf}\p{Variation_Selector}·•・‧∙]{0,4}`;
