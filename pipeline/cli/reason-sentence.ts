/** Why a department is built → a sentence, the same in progress, plan and lists. */
import type { PlannedDepartment } from "../commands/index.ts";
import type { Messages } from "./messages.ts";
import { printable } from "./terminal.ts";

type Reason = NonNullable<PlannedDepartment["because"]>[number];

/** More would not be read: a department whose folder was exchanged has all of its files changed. */
const mostReasons = 3;

export function reasonSentence(reasons: readonly Reason[], say: Messages): string {
  const told = reasons.slice(0, mostReasons).map((reason) => printable(sentenceOf(reason, say)));
  return told.join(say.comma) + (reasons.length > mostReasons ? say.reasons.more(reasons.length) : "");
}

function sentenceOf(reason: Reason, { reasons, comma }: Messages): string {
  const list = (names: readonly string[]) => names.join(comma);
  switch (reason.kind) {
    case "new":
    case "unpublished":
    case "unrecorded":
    case "program":
    case "lists":
      return reasons[reason.kind];
    case "forced":
      return "--force";
    case "data":
      return (
        reasons.data[reason.change](reason.file) +
        (reason.projects === undefined ? "" : reasons.ofProjects(reason.projects))
      );
    case "form":
      return reasons.form(reason.form, list(reason.files));
    case "choice":
      return reasons.choice(list(reason.forms));
    case "fonts":
      return reasons.fonts(list(reason.files));
    case "option":
      return reasons.option(
        reason.option,
        switchText(reason.before, reasons),
        switchText(reason.now, reasons),
      );
    case "folder":
      return reasons.folder(reason.before, reason.now);
    case "version":
      return reasons.version(reason.before, reason.now);
    case "output":
      return reasons.output[reason.change](reason.file);
  }
}

/** Of an option: a switch is on or off. */
function switchText(value: string, { yes, no }: Messages["reasons"]): string {
  if (value === "true") return yes;
  return value === "false" ? no : value;
}
