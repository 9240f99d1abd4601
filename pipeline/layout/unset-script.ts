/** Characters → the scripts among them that are not set: their letters join, stack or run from right to left. */
import type { UnsetScript } from "../diagnostics/index.ts";

/** Blocks of Unicode, first and last character; their signs and digits go with their letters. */
const blocks: readonly (readonly [first: number, last: number, script: UnsetScript])[] = [
  [0x0590, 0x05ff, "other"],
  [0x0600, 0x06ff, "arabic"],
  [0x0700, 0x074f, "other"],
  [0x0750, 0x077f, "arabic"],
  [0x0780, 0x086f, "other"],
  [0x0870, 0x08ff, "arabic"],
  [0x0900, 0x0eff, "other"],
  [0x0f00, 0x0fff, "tibetan"],
  [0x1000, 0x109f, "other"],
  [0x1780, 0x17ff, "other"],
  [0x1800, 0x18af, "mongolian"],
  [0x1950, 0x19df, "dai"],
  [0x1a20, 0x1aaf, "dai"],
  [0xa840, 0xa87f, "other"],
  [0xaa00, 0xaa7f, "other"],
  [0xfb1d, 0xfb4f, "other"],
  [0xfb50, 0xfdff, "arabic"],
  // The last of the block, U+FEFF, is of no script.
  [0xfe70, 0xfefe, "arabic"],
  [0x11660, 0x1167f, "mongolian"],
];

export function unsetScriptOf(codePoint: number): UnsetScript | undefined {
  return blocks.find(([first, last]) => codePoint >= first && codePoint <= last)?.[2];
}

/** The stretches of one script in a text, words with the spaces between them. */
export function stretchesOf(script: UnsetScript, text: string): readonly string[] {
  const stretches: string[] = [];
  let stretch = "";
  for (const character of [...text, "\n"]) {
    const isOfIt = unsetScriptOf(character.codePointAt(0) ?? 0) === script;
    if (isOfIt || (character === " " && stretch !== "")) stretch += character;
    else if (stretch !== "") {
      stretches.push(stretch.trim());
      stretch = "";
    }
  }
  return stretches;
}
