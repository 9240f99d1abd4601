/** Opens what has to be opened before it can be read. */
import type { Diagnostic } from "../diagnostics/index.ts";
import { statRegular } from "../files/index.ts";
import { limitsIn } from "../options/index.ts";
import { isContainer, type Limits, type Source } from "../read/index.ts";
import { defaultLimits, openWorkbooks, type WorkbookOpener } from "../workbook/index.ts";

/** `limits`: as given to `--limits`. */
export function startOpener(limits: string | undefined): WorkbookOpener {
  return openWorkbooks(limitsOf(limits));
}

/** A file of any kind that is too large is not read at all; undefined of one that is not. */
export async function refusalBySize(
  { path, name }: { readonly path: string; readonly name: string },
  limits: string | undefined,
): Promise<Diagnostic | undefined> {
  const { file: allowed } = limitsOf(limits);
  const { size } = await statRegular(path);
  if (size <= allowed * 2 ** 20) return undefined;
  const at = { kind: "file", file: name } as const;
  return { code: "workbook-exceeds-limit", at, args: { limit: "file", allowed } };
}

function limitsOf(limits: string | undefined): Limits {
  return { ...defaultLimits, ...limitsIn(limits ?? "") };
}

export async function openSource(source: Source, { open }: WorkbookOpener): Promise<Source> {
  return isContainer(source.bytes) ? { ...source, opened: await open(source.bytes) } : source;
}
