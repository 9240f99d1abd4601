/** Codes in a column → the words they stand for: those of a system's own fields, which the table of fields has. */
import { type FieldName, rowOf } from "../../records/index.ts";
import { headerKey } from "./header-key.ts";

/** What the codes in a column stand for, by a code as it is written. */
export type Meanings = ReadonlyMap<string, string>;

/** What the codes of a system's own column mean, by its header and its field. */
export function codesOf(header: string, field: FieldName): Meanings | undefined {
  const coded = Object.entries(rowOf(field)?.codes ?? {});
  if (coded.length === 0) return undefined;
  const key = headerKey(header).bare;
  const codes = coded.find(([name]) => headerKey(name).key === key)?.[1];
  return codes && new Map(Object.entries(codes));
}
