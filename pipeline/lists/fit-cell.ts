/** What a cell is to say → what Excel takes in one: 32,767 characters, of which a program that opens the file drops the rest. */
import type { Bilingual, Language } from "../diagnostics/index.ts";

/** Below Excel's limit by what is added to say that something is left out. */
const most = 32_000;

const words = {
  items: (count: number): Bilingual => ({
    zh: ` 等共 ${count} 个，全部见 findings.json`,
    en: ` and others, ${count} in all: see findings.json`,
  }),
  text: (count: number): Bilingual => ({ zh: `……（共 ${count} 字）`, en: `… (${count} characters in all)` }),
};

/** As many whole items as fit, and how many there are if some do not. */
export function fitItems(
  items: readonly string[],
  { separator, language, room = most }: { separator: string; language: Language; room?: number },
): string {
  let length = 0;
  const kept = items.findIndex((item) => {
    length += item.length + separator.length;
    return length > room;
  });
  if (kept === -1) return items.join(separator);
  return items.slice(0, kept).join(separator) + words.items(items.length)[language];
}

export function fitText(text: string, language: Language): string {
  if (text.length <= most) return text;
  // A character outside the first plane is two units, and is not halved.
  const cut = /[\uD800-\uDBFF]/u.test(text.charAt(most - 1)) ? most - 1 : most;
  return text.slice(0, cut) + words.text(text.length)[language];
}
