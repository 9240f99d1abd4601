/** Folders of departments → drafts in the browser that follow what is saved, until the user has seen enough. */
import { pauseUnless } from "../batch/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import { reasonOf } from "../files/index.ts";
import {
  type DraftsOptions,
  type OpenedDrafts,
  openDrafts,
  type Serving,
  serveDrafts,
} from "../preview/index.ts";

export type PreviewOptions = Omit<DraftsOptions, "pause"> & {
  /** Absent: any that is free. */
  readonly port?: number | undefined;
  /** Ends the preview. */
  readonly signal: AbortSignal;
  readonly onServing: (preview: ServedPreview) => void;
};

export type ServedPreview = {
  /** Where a browser finds it. */
  readonly address: string;
  /** How many there are. */
  readonly departments: number;
  /** What stops nothing. */
  readonly problems: readonly Diagnostic[];
};

export type PreviewEnd = Refused | { readonly kind: "ended"; readonly exitCode: 0 };

type Refused = Extract<OpenedDrafts, { kind: "refused" }>;

export async function preview({ port, signal, onServing, ...options }: PreviewOptions): Promise<PreviewEnd> {
  const opened = await openDrafts({ ...options, pause: pauseUnless(signal) });
  if (opened.kind === "refused") return opened;
  const { drafts, problems } = opened;
  try {
    const serving = await serveOn(port, { drafts, language: options.language });
    if ("exitCode" in serving) return serving;
    onServing({ address: serving.address, departments: drafts.departments().size, problems });
    await aborted(signal);
    await serving.close();
    return { kind: "ended", exitCode: 0 };
  } finally {
    await drafts.close();
  }
}

type Served = Pick<Extract<OpenedDrafts, { kind: "open" }>, "drafts"> & Pick<PreviewOptions, "language">;

async function serveOn(port: number | undefined, { drafts, language }: Served): Promise<Serving | Refused> {
  try {
    return await serveDrafts(drafts, { port: port ?? 0, language });
  } catch (error) {
    if (port === undefined) throw error;
    const at = { kind: "option", option: "--port" } as const;
    // Node says first what it was about to do.
    const reason = reasonOf(error).replace(/^listen /u, "");
    const problem: Diagnostic = { code: "port-not-free", at, args: { port: String(port), reason } };
    return { kind: "refused", exitCode: 2, problems: [problem] };
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
