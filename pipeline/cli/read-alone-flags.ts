/** Flags of runs that nobody watches or that share the departments → options, or what is wrong with the first bad one. */
import { type BuildOptions, isRunFile, type OnFinish } from "../commands/index.ts";
import type { Messages } from "./messages.ts";
import type { Flags } from "./parse-arguments.ts";
import type { Wrong } from "./read-flags.ts";

type AloneFlags = Pick<BuildOptions, "draftDays" | "shard" | "runFile">;

export function readAloneFlags(
  { draftDays, shard, runFile, retry }: Flags,
  { usageErrors, expected }: Messages,
): AloneFlags | Wrong {
  const { invalid, conflict } = usageErrors;
  if (draftDays !== undefined && !/^\d{1,5}$/u.test(draftDays))
    return { wrong: invalid("--draft-days", draftDays, expected.count) };
  const wanted = shard === undefined ? undefined : readShard(shard);
  if (shard !== undefined && wanted === undefined)
    return { wrong: invalid("--shard", shard, expected.shard) };
  if (shard !== undefined && retry === true) return { wrong: conflict("--shard", "--retry") };
  if (runFile !== undefined && !isRunFile(runFile))
    return { wrong: invalid("--run-file", runFile, expected.runFile) };
  return {
    ...(draftDays === undefined ? {} : { draftDays: Number(draftDays) }),
    ...(wanted === undefined ? {} : { shard: wanted }),
    ...(runFile === undefined ? {} : { runFile }),
  };
}

/** Undefined where no command was given. */
export function readOnFinish(
  { onFinish: command, onFinishTimeout = "" }: Flags,
  { usageErrors, expected }: Messages,
): { readonly onFinish: OnFinish | undefined } | Wrong {
  if (!/^[1-9]\d{0,4}$/u.test(onFinishTimeout))
    return { wrong: usageErrors.invalid("--on-finish-timeout", onFinishTimeout, expected.number) };
  return { onFinish: command === undefined ? undefined : { command, timeout: Number(onFinishTimeout) } };
}

function readShard(text: string): BuildOptions["shard"] {
  const [, index, of] = /^(\d{1,4})\/(\d{1,4})$/u.exec(text)?.map(Number) ?? [];
  return index === undefined || of === undefined || index < 1 || index > of ? undefined : { index, of };
}
