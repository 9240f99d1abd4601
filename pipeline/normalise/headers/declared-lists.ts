/** The lists of the department's own that forms declare (年度主要任务), and what their columns are called. */
import {
  type FieldKind,
  type FieldName,
  type FormSpec,
  isFieldName,
  kindOf,
  perObject,
} from "../../records/index.ts";
import { headerKey, keysOf } from "./header-key.ts";

export type DeclaredList = {
  readonly list: string;
  readonly label: string;
  /** Keys of what department.json may call it. */
  readonly keys: readonly string[];
  /** In the form's order. */
  readonly columns: readonly ListColumn[];
  /** Columns of merged cells, outermost first. */
  readonly groups: readonly string[];
};

export type ListColumn = {
  readonly name: string;
  readonly field: FieldName;
  readonly kind: FieldKind;
  readonly label: string;
  readonly required: boolean;
  readonly keys: readonly string[];
  /** The same without what brackets say to whoever fills it in: 期限（年） is 期限. */
  readonly bareKeys: readonly string[];
};

/** The forms are the same for every department. */
export const declaredLists = perObject(({ lists, fields }: FormSpec): readonly DeclaredList[] => {
  return Object.entries(lists).flatMap(([list, { label, aliases, groups }]) => {
    const columns = Object.entries(fields).flatMap(([field, settings]): readonly ListColumn[] => {
      if (settings === undefined || !isFieldName(field) || !field.startsWith(`${list}.`)) return [];
      const name = field.slice(list.length + 1);
      const { label, required, aliases } = settings;
      const keys = keysOf([label, ...aliases, name]);
      const bareKeys = [label, ...aliases].map((spelling) => headerKey(spelling).bare);
      return [{ name, field, kind: kindOf(field, fields), label, required, keys, bareKeys }];
    });
    return columns.length === 0
      ? []
      : [{ list, label, keys: keysOf([label, ...aliases, list]), columns, groups }];
  });
});

/** The column that one header alone names; 小计 below the banner 预算金额 is that amount, as 预算金额合计 is. */
export function columnCalled(header: string, { columns }: DeclaredList): ListColumn | undefined {
  const { key, bare } = headerKey(header);
  const called = (wanted: string) =>
    wanted === "" ? undefined : columns.find(({ keys }) => keys.includes(wanted));
  const [only, second] = columns.filter(({ bareKeys }) => bare !== "" && bareKeys.includes(bare));
  const alike = second === undefined ? only : undefined;
  return called(key) ?? called(key.replace(/(?:小计|合计|总计|总额)$/u, "")) ?? alike;
}

/** What a row is known by: the first column that is no group of merged cells. */
export function namingColumn({ columns, groups }: DeclaredList): ListColumn | undefined {
  return columns.find(({ name }) => !groups.includes(name)) ?? columns[0];
}

/** Whether its cells hold amounts or numbers, and no text. */
export function isNumeric({ kind }: ListColumn): boolean {
  return kind === "money" || kind === "number";
}

export function listCalled(key: string, lists: readonly DeclaredList[]): DeclaredList | undefined {
  const wanted = headerKey(key).key;
  return lists.find(({ keys }) => keys.includes(wanted));
}

/** Whether a header or label is the name of the list itself: 年度主要任务. */
export function namesList(text: string, declared: DeclaredList): boolean {
  return listCalled(text, [declared]) !== undefined;
}
