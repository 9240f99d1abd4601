/** A file that somebody may hand the program; `name` tells what it is. */
export type Specimen = { readonly name: string; readonly bytes: Uint8Array };

/** A part of the program that must withstand any bytes. */
export type Target = {
  readonly name: string;
  /** Sound files, besides those in its folder of `corpus`. */
  readonly seeds?: () => Promise<readonly Specimen[]>;
  /** Opened once; the function gets one mutated specimen after the other. */
  readonly open: () => Promise<Attempt>;
};

/**
 * What came of it, in few words: specimens of which the same comes are alike.
 *
 * @throws of whatever is no answer that the program may give.
 */
export type Attempt = (specimen: Specimen) => string | Promise<string>;

/** What came of data: the codes of what was found. */
export function outcomeOf(found: readonly { readonly code: string }[]): string {
  return [...new Set(found.map(({ code }) => code))].toSorted().join(" ");
}
