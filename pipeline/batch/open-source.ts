/** Opens what has to be opened before it can be read. */
import { limitsIn } from "../options/index.ts";
import { isContainer, type Source } from "../read/index.ts";
import { defaultLimits, openWorkbooks, type WorkbookOpener } from "../workbook/index.ts";

/** `limits`: as given to `--limits`. */
export function startOpener(limits: string | undefined): WorkbookOpener {
  return openWorkbooks({ ...defaultLimits, ...limitsIn(limits ?? "") });
}

export async function openSource(source: Source, { open }: WorkbookOpener): Promise<Source> {
  return isContainer(source.bytes) ? { ...source, opened: await open(source.bytes) } : source;
}
