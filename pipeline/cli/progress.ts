/** Events of a run → one line that is written over on a terminal, a plain line a department elsewhere. */
import type { DepartmentResult, RunEvent } from "../commands/index.ts";
import { shorten } from "./display-width.ts";
import type { Messages } from "./messages.ts";
import { reasonSentence } from "./reason-sentence.ts";
import { printable, type Terminal } from "./terminal.ts";

export type Progress = { readonly event: (event: RunEvent) => void; readonly clear: () => void };

// Back to the line's start, and wipe it.
const wipe = "\r\u001B[2K";

/** Milliseconds: an earlier guess would jump about. */
const soonest = 2000;

export function showProgress(terminal: Terminal, say: Messages): Progress {
  const work = trackWork();
  const overwrite = (text: string) => terminal.err(`${wipe}${shorten(text, terminal.columns - 1)}`);
  const clear = () => {
    if (terminal.interactive) terminal.err(wipe);
  };
  const status = (folder: string) => {
    if (!terminal.interactive) return;
    const { done, all } = work.counts();
    const facts = [...doneSoFar(work, say), printable(folder)];
    overwrite(say.progress.working(done, all, facts.join("  ")));
  };
  return {
    clear,
    event: (event) => {
      if (event.kind === "found") {
        work.begin(event);
        const { unchanged = 0 } = event;
        if (unchanged > 0) terminal.err(`${say.progress.nothingToBuild(unchanged)}\n`);
      } else if (event.kind === "started") {
        work.start(event.folder);
        status(event.folder);
      } else if (event.kind === "finished") {
        work.finish(event.department);
        clear();
        const { done, all } = work.counts();
        terminal.err(`${say.progress.working(done, all, doneText(event.department, say))}\n`);
        const next = work.running();
        if (next !== undefined) status(next);
      } else if (event.kind === "on-finish" && terminal.interactive) {
        overwrite(say.progress.telling(printable(event.command)));
      }
    },
  };
}

/** Counts departments, and weighs them by the bytes of their exports: one may have a hundred times another's projects. */
function trackWork() {
  let all = 0;
  let weights: ReadonlyMap<string, number> = new Map();
  let since = 0;
  let [done, failed, pages, weightDone] = [0, 0, 0, 0];
  const running: string[] = [];
  const weightOf = (folder: string) => weights.get(folder) ?? 1;
  return {
    begin: (event: Extract<RunEvent, { kind: "found" }>) => {
      all = event.departments;
      weights = event.weights ?? weights;
      since = performance.now();
    },
    start: (folder: string) => running.push(folder),
    finish: ({ folder, state, pages: made = 0 }: DepartmentResult) => {
      const at = running.indexOf(folder);
      if (at >= 0) running.splice(at, 1);
      done += 1;
      if (state === "failed") failed += 1;
      pages += made;
      weightDone += weightOf(folder);
    },
    counts: () => ({ done, all, failed, pages }),
    running: () => running[0],
    millisecondsLeft: () => {
      const weight = weights.size === 0 ? all : [...weights.values()].reduce((sum, one) => sum + one, 0);
      const spent = performance.now() - since;
      if (weightDone === 0 || weight === 0 || spent < soonest) return undefined;
      return (spent / weightDone) * (weight - weightDone);
    },
  };
}

function doneSoFar(work: ReturnType<typeof trackWork>, { progress }: Messages): readonly string[] {
  const { pages, failed } = work.counts();
  const left = work.millisecondsLeft();
  return [
    ...(pages === 0 ? [] : [progress.pages(pages)]),
    ...(failed === 0 ? [] : [progress.failedSoFar(failed)]),
    ...(left === undefined ? [] : [progress.left(timeText(left, progress))]),
  ];
}

function timeText(milliseconds: number, progress: Messages["progress"]): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds < 90 ? progress.seconds(seconds) : progress.minutes(Math.ceil(seconds / 60));
}

function doneText(department: DepartmentResult, say: Messages): string {
  const { projects, pages, changes, because = [], reuse } = department;
  const { progress, summary, comma } = say;
  const facts = [
    progress[department.state],
    ...chosenForm(department, summary),
    ...(projects === undefined ? [] : [progress.projects(projects)]),
    ...(pages === undefined ? [] : [progress.pages(pages)]),
    ...(changes === undefined ? [] : [progress.changes(changes)]),
    ...reuseText(reuse, progress),
  ];
  const why = because.length === 0 ? "" : `  ${reasonSentence(because, say)}`;
  return `${printable(department.folder)}  ${facts.join(comma)}${why}`;
}

/** Of a first build there is nothing to be said. */
function reuseText(reuse: DepartmentResult["reuse"], progress: Messages["progress"]): readonly string[] {
  if (reuse === undefined) return [];
  const { reused, made, because } = reuse;
  if (because === undefined) return reused === 0 ? [] : [progress.reuse(reused, made)];
  return because === "first" ? [] : [progress.remadeBecause[because]];
}

/** A form that nobody named is said with the reason why it was taken. */
function chosenForm({ form, formReason }: DepartmentResult, summary: Messages["summary"]): readonly string[] {
  if (form === undefined) return [];
  return [
    formReason?.kind === "fitting" ? summary.fittingForm(form, formReason.matched) : summary.form(form),
  ];
}
