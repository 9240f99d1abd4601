/** Printed markup → what must be known of it before its blocks are made. It is our templates' own: data in it are escaped. */

/** A template's own remarks are no elements. */
function withoutComments(markup: string): string {
  return markup.replace(/<!--[\s\S]*?-->/gu, "");
}

/** Whether the first element forces a page break before itself. */
export function beginsPage(markup: string): boolean {
  return /^[^<]*<[^>]*\sdata-page-break\b/u.test(withoutComments(markup));
}

/** Cells of the fullest row of its tables. */
export function mostCellsInMarkup(markup: string): number {
  let most = 0;
  for (const row of withoutComments(markup).split(/<tr\b/u).slice(1))
    most = Math.max(most, row.match(/<t[dh]\b/gu)?.length ?? 0);
  return most;
}
