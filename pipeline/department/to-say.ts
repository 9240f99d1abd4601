/** A part's blocks → what its files are to say, in any format: plain data, which goes to other threads. */
import { type RenderedPart, sourcesOfBlock } from "../compose/index.ts";
import { type Block, openComments } from "../model/index.ts";
import { type PackedSaid, packSaid, saidBy } from "../verify/index.ts";
import { onPrintedSources } from "./comments.ts";
import { type FieldsPrinted, printedIn } from "./unprinted-values.ts";

export type ToSay = { readonly said: PackedSaid; readonly printed: FieldsPrinted };

export function toSayOf(blocks: readonly Block[], { projects, comments }: RenderedPart): ToSay {
  const ordinals = projects.map(({ ordinal }) => ordinal);
  const take = openComments({ comments: onPrintedSources(comments, () => blocks.flatMap(sourcesOfBlock)) });
  const said = saidBy(blocks, (sources) => take(sources).map(({ author, text }) => ({ author, text })));
  return { said: packSaid(said), printed: printedIn(blocks, ordinals) };
}
