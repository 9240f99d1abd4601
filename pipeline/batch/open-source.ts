/** Opens what has to be opened before it can be read. */
import type { Diagnostic } from "../diagnostics/index.ts";
import { statRegular } from "../files/index.ts";
import { limitsIn } from "../options/index.ts";
import { boundText, isContainer, type Limits, type Source } from "../read/index.ts";
import { defaultLimits, openWorkbooks } from "../workbook/index.ts";

export type SourceOpener = {
  readonly open: (source: Source) => Promise<Source>;
  readonly close: () => void;
};

/** `given`: as given to `--limits`. Opens workbooks, and sees that texts have not too much of anything. */
export function startOpener(given: string | undefined): SourceOpener {
  const limits = limitsOf(given);
  const { open, close } = openWorkbooks(limits);
  return {
    open: async (source) =>
      isContainer(source.bytes) ? { ...source, opened: await open(source.bytes) } : boundText(source, limits),
    close,
  };
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

/** Those that hold, of `--limits` and those that it does not name. */
export function limitsOf(limits: string | undefined): Limits {
  return { ...defaultLimits, ...limitsIn(limits ?? "") };
}
