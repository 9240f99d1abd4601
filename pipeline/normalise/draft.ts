/** A project while its rows are being gathered: what was found for each field, and its indicators so far. */
import type { Place } from "../diagnostics/index.ts";
import { type FieldName, type Indicator, isMangledCode, type Text } from "../records/index.ts";
import type { StatedUnit } from "./header-key.ts";

export type Value = {
  readonly text: Text;
  /** Where the source has a list: its items, each with its own place. */
  readonly lines?: readonly Text[];
  /** The unit of money that the header, the row or the file states. */
  readonly unit?: { readonly unit: StatedUnit; readonly from: "cell" | "header" | "file" };
};

export type DraftProject = {
  readonly at: Place;
  readonly values: Map<FieldName, Value>;
  readonly indicators: Indicator[];
  /** Fields whose cells are known to differ, each with the texts that were reported. */
  readonly differing: Set<string>;
};

export type Identity = { readonly code: string; readonly name: string; readonly unit: string };

export function createDraft(at: Place): DraftProject {
  return { at, values: new Map(), indicators: [], differing: new Set() };
}

export function identityOf({ values }: DraftProject): Identity {
  const text = (field: FieldName): string => values.get(field)?.text.text ?? "";
  return identity({ code: text("project.code"), name: text("project.name"), unit: text("project.unit") });
}

/** A code that Excel has mangled may stand for many projects: it identifies none that has a name. */
export function identity(given: Identity): Identity {
  return given.name !== "" && isMangledCode(given.code) ? { ...given, code: "" } : given;
}

/** Where an indicator's own row is; level labels may stand further up, where cells were merged. */
export function ownPlace({ level3, value, level2, level1 }: Indicator): Place | undefined {
  return (level3 ?? value ?? level2 ?? level1)?.at;
}

/** The code, else unit and name; "" where a project has neither. */
export function keyOf({ code, name, unit }: Identity): string {
  if (code !== "") return code;
  return unit === "" ? name : `${unit} / ${name}`;
}
