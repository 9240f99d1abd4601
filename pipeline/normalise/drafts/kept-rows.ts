/** Rows of tables → what is made of them, which a process that stays makes anew only of rows that say something else. */
import {
  type FieldKind,
  type FieldName,
  type Indicator,
  type PerRecord,
  perRecord,
  type Text,
} from "../../records/index.ts";
import type { Recorded } from "./recorded.ts";

/** The cells of a row, which are the very same as long as the row says what it said. */
type Cells = readonly string[];

/** A row as its filled cells. */
export type ReadRow = {
  readonly cells: readonly SheetCell[];
  readonly code: string;
  readonly name: string;
};
export type SheetCell = {
  readonly column: number;
  readonly text: string;
  readonly field: FieldName | undefined;
  readonly kind: FieldKind | undefined;
};

/** What the rows of one project that follow one another say. */
export type IndicatorsOfRun = {
  readonly indicators: readonly Indicator[];
  /** Of those at which a level 1 comes back, see `DraftProject`. */
  readonly comesBack: readonly Text[];
};

/** `run`: by the first of its rows. */
export type KeptRows = {
  readonly row: PerRecord<Cells, ReadRow>;
  readonly run: PerRecord<Cells, Recorded<IndicatorsOfRun>>;
};

export function keepRows(): KeptRows {
  return { row: perRecord(), run: perRecord() };
}

/** What decides how the cells of a table are read, as one text. */
export function signatureOf(given: unknown): string {
  return JSON.stringify(given, (_, value) =>
    value instanceof Map || value instanceof Set ? [...value] : value,
  );
}
