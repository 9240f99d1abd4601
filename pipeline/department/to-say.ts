/** A part's blocks → what its files are to say, in any format: plain data, which goes to other threads. */
import type { RenderedPart } from "../compose/index.ts";
import type { Block } from "../model/index.ts";
import { type PackedSaid, packSaid, saidBy } from "../verify/index.ts";
import { type FieldsPrinted, printedIn } from "./unprinted-values.ts";

export type ToSay = { readonly said: PackedSaid; readonly printed: FieldsPrinted };

export function toSayOf(blocks: readonly Block[], { projects }: RenderedPart): ToSay {
  const ordinals = projects.map(({ ordinal }) => ordinal);
  return { said: packSaid(saidBy(blocks)), printed: printedIn(blocks, ordinals) };
}
