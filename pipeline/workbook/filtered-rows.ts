/** The filters in a sheet or a table of an XLSX → the rows that they may hide. */

import { rangeOf } from "./cell-address.ts";
import type { Attributes } from "./xml-text.ts";

export type FilteredRows = { readonly first: number; readonly last: number };

export type FilterReader = {
  readonly open: (element: string, attributes: Attributes) => void;
  readonly rows: () => readonly FilteredRows[];
};

/** Without a criterion a filter hides nothing. */
const criteria = new Set(["filters", "customFilters", "dynamicFilter", "top10", "colorFilter", "iconFilter"]);

export function readFilters(): FilterReader {
  const rows: FilteredRows[] = [];
  let range: FilteredRows | undefined;
  return {
    open: (element, { ref = "" }) => {
      if (element === "autoFilter") {
        const { row, rows: height } = rangeOf(ref);
        range = { first: row, last: row + height - 1 };
      } else if (criteria.has(element) && range !== undefined) {
        rows.push(range);
        range = undefined;
      }
    },
    rows: () => rows,
  };
}
