/** The rules there are → a table for a screen: number, code, severity and what each looks for. */

import { type ListedRule, severityNames } from "../commands/index.ts";
import type { Language } from "../diagnostics/index.ts";
import { displayWidth } from "./display-width.ts";
import { messages } from "./messages.ts";
import type { Colour, Paint } from "./terminal.ts";

const colours: Readonly<Record<ListedRule["severity"], Colour>> = {
  off: "dim",
  error: "red",
  warning: "yellow",
  info: "cyan",
};

export function ruleLines(
  rules: readonly ListedRule[],
  { language, paint }: { readonly language: Language; readonly paint: Paint },
): readonly string[] {
  const { rules: say, colon } = messages[language];
  const indent = " ".repeat(4);
  const nameOf = (severity: ListedRule["severity"]) =>
    severity === "off" ? say.off : severityNames[language][severity];
  const lines = rules.flatMap((rule) => {
    const { title, todo, expects, offBecause } = rule[language];
    const name = nameOf(rule.severity);
    const padded = name + " ".repeat(Math.max(0, 8 - displayWidth(name)));
    return [
      `${String(rule.number).padStart(2)}  ${paint(colours[rule.severity], padded)}${paint("bold", rule.code)}  ${title}`,
      `${indent}${paint("dim", `${say.todo}${colon}${todo}`)}`,
      ...(expects === undefined ? [] : [`${indent}${paint("dim", `expect${colon}${expects}`)}`]),
      ...(offBecause === undefined
        ? []
        : [`${indent}${paint("dim", `${say.offBecause}${colon}${offBecause}`)}`]),
    ];
  });
  return [...lines, "", ...say.how];
}
