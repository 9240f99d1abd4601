/** Events of a run → one line that is written over on a terminal, a plain line a department elsewhere. */
import type { DepartmentResult, RunEvent } from "../run/index.ts";
import { shorten } from "./display-width.ts";
import type { Messages } from "./messages.ts";
import { printable, type Terminal } from "./terminal.ts";

export type Progress = { readonly event: (event: RunEvent) => void; readonly clear: () => void };

// Back to the line's start, and wipe it.
const wipe = "\r\u001B[2K";

export function showProgress(terminal: Terminal, say: Messages): Progress {
  let all = 0;
  let done = 0;
  const overwrite = (text: string) => terminal.err(`${wipe}${shorten(text, terminal.columns - 1)}`);
  const clear = () => {
    if (terminal.interactive) terminal.err(wipe);
  };
  return {
    clear,
    event: (event) => {
      if (event.kind === "found") all = event.departments;
      else if (event.kind === "started") {
        if (terminal.interactive) overwrite(say.progress.working(done, all, printable(event.folder)));
      } else if (event.kind === "finished") {
        done += 1;
        clear();
        terminal.err(`${say.progress.working(done, all, doneText(event.department, say))}\n`);
      }
    },
  };
}

function doneText(department: DepartmentResult, { progress, summary, comma }: Messages): string {
  const { projects, pages } = department;
  const facts = [
    progress[department.state],
    ...chosenForm(department, summary),
    ...(projects === undefined ? [] : [progress.projects(projects)]),
    ...(pages === undefined ? [] : [progress.pages(pages)]),
  ];
  return `${printable(department.folder)}  ${facts.join(comma)}`;
}

/** A form that nobody named is said with the reason why it was taken. */
function chosenForm({ form, formReason }: DepartmentResult, summary: Messages["summary"]): readonly string[] {
  if (form === undefined) return [];
  return [
    formReason?.kind === "fitting" ? summary.fittingForm(form, formReason.matched) : summary.form(form),
  ];
}
