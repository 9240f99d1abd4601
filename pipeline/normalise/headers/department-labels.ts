/** What a form for a whole department calls what it asks of the department itself. */
import { type FieldName, type FormSpec, isFieldName, perObject, type Text } from "../../records/index.ts";
import { headerKey, keysOf } from "./header-key.ts";

/** Sections of Part 1 that a form has a cell for. */
export type PartOneText = "overall" | "safeguards";

export type PartOneSaid = Readonly<Record<PartOneText, readonly Text[]>>;

const partOne: readonly (readonly [RegExp, PartOneText])[] = [
  [
    /^(?:部门|单位)?(?:整体)?(?:支出)?(?:年度)?(?:总体|整体)(?:绩效)?目标(?:(?:预期|年初设定|设定)(?:绩效)?目标)?$/u,
    "overall",
  ],
  [/^(?:年度)?(?:绩效)?(?:目标)?(?:工作)?保障措施$/u, "safeguards"],
];

/** 年度总体目标, or 年度总体目标 above 预期目标; undefined if a label asks for nothing of Part 1. */
export function partOneCalled(label: string): PartOneText | undefined {
  if (label.length > 30) return undefined;
  const { bare } = headerKey(label);
  return partOne.find(([pattern]) => pattern.test(bare))?.[1];
}

/** A field of the department that a form names itself, and what it may be called. */
export type OwnLabel = {
  readonly field: FieldName;
  readonly label: string;
  readonly spellings: readonly string[];
  readonly keys: readonly string[];
};

/** The forms are the same for every department. */
export const ownLabels = perObject(({ fields }: Pick<FormSpec, "fields">): readonly OwnLabel[] =>
  Object.entries(fields).flatMap(([field, settings]) => {
    if (!isFieldName(field) || !field.startsWith("department.own.") || settings === undefined) return [];
    const { label, aliases } = settings;
    const spellings = [label, ...aliases, field];
    return [{ field, label, spellings, keys: keysOf(spellings) }];
  }),
);

export function ownCalled(label: string, labels: readonly OwnLabel[]): OwnLabel | undefined {
  const { key, bare } = headerKey(label);
  const called = (wanted: string) => labels.find(({ keys }) => keys.includes(wanted));
  return called(key) ?? (bare === "" ? undefined : called(bare));
}
