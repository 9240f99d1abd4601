/** The weights of a block of indicators as exact decimals. */
import { type Decimal, parseDecimal, type Text } from "../records/index.ts";
import type { IndicatorBlock } from "./each-indicator.ts";

export type Weight = { readonly text: Text; readonly value?: Decimal };

/** The weights that are filled in. `10`, `10%` and `10分` are all ten. */
export function weightsOf({ indicators }: Pick<IndicatorBlock, "indicators">): readonly Weight[] {
  return indicators.flatMap(({ weight }) => {
    if (weight === undefined) return [];
    const value = parseDecimal(weight.text.replace(/\s*[%％分]\s*$/u, ""));
    return [value === undefined ? { text: weight } : { text: weight, value }];
  });
}
