/** What a roll-up published → the lines that name its documents, and what must be known of its figures. */
import type { RolledUp } from "../commands/index.ts";
import type { Messages } from "./messages.ts";
import { printable } from "./terminal.ts";

export function rollupLines(rollup: RolledUp, { summary, comma }: Messages): readonly string[] {
  const { title, pages, output, files, volume, figures } = rollup;
  const paths = (ofVolume: boolean) =>
    files
      .filter(({ format }) => format.startsWith("volume-") === ofVolume)
      .map(({ name }) => printable(`${output}/${name}`))
      .join(comma);
  const marked = figures.departments.filter(
    (one) =>
      one.state === "counted" &&
      (one.stated !== undefined || Object.values(one.money).some(({ uncounted }) => uncounted > 0)),
  ).length;
  return [
    summary.rolledUp(figures.totals.counted, figures.totals.failed),
    ...(marked === 0 ? [] : [summary.rollupMarked(marked)]),
    summary.rollupFile(printable(title), pages, paths(false)),
    ...(volume === undefined
      ? []
      : [
          summary.rollupFile(printable(volume.title), volume.pages, paths(true)),
          summary.rollupReuse(volume.reused, volume.made),
        ]),
  ];
}
