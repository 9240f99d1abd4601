/** Cells that say there is nothing to say: 无, 不适用, 该指标本单位不适用. */
import type { Indicator } from "../records/index.ts";

const notApplicable =
  /^(?:无|[/／—–-]+|(?:(?:该|本|此)?(?:项|类)?(?:指标|单位|部门|项目))*(?:不适用|不涉及))[。.]?$/u;

/** Of hundreds of thousands of cells few begin like it. */
const beginning = /^\s*[无/／—–\-该本此项类指单部不]/u;

export function isNotApplicable(text: string): boolean {
  return beginning.test(text) && notApplicable.test(text.replace(/\s+/gu, ""));
}

/** An indicator whose name or value says that it does not apply. */
export function indicatorNotApplicable(indicator: Indicator): boolean {
  return [indicator.level3, indicator.value].some((cell) => cell !== undefined && isNotApplicable(cell.text));
}
