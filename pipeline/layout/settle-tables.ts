/**
 * How much text a document's projects have → how all its tables are set: the widths of their columns, and the size of
 * their text. Estimated from numbers of characters, as it must be known before the first page is laid out, and coarse,
 * as every part depends on it: an ordinary edit leaves it as it is.
 */
import type { BlockExtent, TableExtent, TableSetting, Theme } from "../model/index.ts";
import { applySize, mostSmaller, settledShares } from "../resolve/index.ts";
import { estimatePages, estimateProject, type Room } from "./estimate-pages.ts";
import { settleWidths } from "./settle-widths.ts";

/** The one size of a department may take so much more pages than a smaller size for each project that it saves a page. */
const littleMore = { share: 1 / 50, pages: 1 };

export function settleTables(
  projects: readonly (readonly BlockExtent[])[],
  { theme, room }: { readonly theme: Theme; readonly room: Room },
): TableSetting {
  const tables = projects.flat().filter((block): block is TableExtent => block.kind === "table");
  const widths = settleWidths(tables, { theme: applySize(theme, { smaller: 0 }), width: room.width });
  return { smaller: settleSize(projects, { theme, room, widths }), widths };
}

type Sizing = {
  readonly theme: Theme;
  readonly room: Room;
  readonly widths: TableSetting["widths"];
};

/** The largest size that costs little, in half points below the one that was designed. */
function settleSize(projects: readonly (readonly BlockExtent[])[], { theme, room, widths }: Sizing): number {
  const most = mostSmaller(theme);
  if (most === 0 || projects.length === 0) return 0;
  const inSize = (smaller: number) => {
    const look = { theme: applySize(theme, { smaller }), room, sharesOf: settledShares({ smaller, widths }) };
    return projects.map((project) => estimateProject(project, look));
  };
  const designed = inSize(0);
  const smallest = inSize(most);
  const pagesIn = (sized: ReturnType<typeof inSize>, tighter = sized) =>
    sized.reduce((sum, project, index) => sum + estimatePages(project, tighter[index] ?? project, room), 0);
  const mixed = pagesIn(designed, smallest);
  const enough = mixed + Math.max(littleMore.pages, mixed * littleMore.share);
  let smaller = 0;
  while (smaller < most && pagesIn(smaller === 0 ? designed : inSize(smaller)) > enough) smaller += 1;
  return smaller;
}
