/** Fills level-1 and level-2 labels that merged cells left blank, within one project and one side of its table. */
import type { Text } from "../records/index.ts";

export type Levels = { readonly level1?: Text; readonly level2?: Text };

/** Level 2 is filled only below the level 1 it stood under: where level 1 changes, a blank level 2 is blank. */
export function fillLevels(own: Levels, above: Levels | undefined): Levels {
  const level1 = own.level1 ?? above?.level1;
  const same = level1 !== undefined && level1.text === above?.level1?.text;
  const inherits = same || (level1 === undefined && above?.level1 === undefined);
  const level2 = own.level2 ?? (inherits ? above?.level2 : undefined);
  return { ...(level1 === undefined ? {} : { level1 }), ...(level2 === undefined ? {} : { level2 }) };
}
