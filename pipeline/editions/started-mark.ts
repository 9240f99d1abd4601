/** A run at work ↔ its mark, `<out>/.huibian/started-….json`: where it is still there, no record tells of the last run. */
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { disk } from "../files/disk.ts";
import { encodeJson } from "../lists/findings-json.ts";
import { privateFolder } from "./journal.ts";

/** The record that a run is going to write: each has a mark of its own. */
export type RunPlace = { readonly out: string; readonly runFile: string };

/** Only for who holds the output folder's lock. */
export async function markStarted(place: RunPlace, startedAt: string): Promise<void> {
  await disk.remove(markOf(place));
  // A disk that takes no mark takes no report either, and says so there.
  await disk.write(markOf(place), encodeJson({ startedAt })).catch(() => undefined);
}

export async function markEnded(place: RunPlace): Promise<void> {
  await disk.remove(markOf(place)).catch(() => undefined);
}

/** Of a run that is at work, or was killed. */
export async function isMarkedStarted(place: RunPlace): Promise<boolean> {
  return stat(markOf(place)).then(
    () => true,
    () => false,
  );
}

function markOf({ out, runFile }: RunPlace): string {
  return join(out, privateFolder, `started-${runFile}`);
}
