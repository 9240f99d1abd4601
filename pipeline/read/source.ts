/** A file as a reader gets it: its bytes, a name for messages, and what its department says of how to read it. */
import type { Encoding, EncodingVerdict } from "./encoding.ts";
import type { Separator } from "./separator.ts";

/** `name` is a path for messages and not one to open. */
export type Source = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Goes before all evidence. */
  readonly forced?: ForcedReading;
};

export type ForcedReading = { readonly encoding?: Encoding; readonly separator?: Separator };

export type DecodedSource = {
  readonly name: string;
  readonly text: string;
  readonly encoding: EncodingVerdict;
  readonly separator?: Separator;
};
