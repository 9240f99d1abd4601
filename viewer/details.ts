/** A chosen cell → what it prints, and what was found in it. */
import type { FindingData } from "../pipeline/write/review/page-data.ts";
import { html, shown } from "./element.ts";
import type { Words } from "./words.ts";

export function cellDetails(
  printed: string,
  findings: readonly FindingData[],
  words: Words,
): readonly Node[] {
  const found =
    findings.length === 0
      ? [html("p", {}, words.noFinding)]
      : findings.map((finding) => findingDetails(finding, words));
  return [html("dl", {}, ...pair(words.printed, printed)), ...found];
}

export function findingDetails(finding: FindingData, words: Words): HTMLElement {
  const { severity, says, todo, place, code } = finding;
  return html(
    "article",
    { class: "finding", "data-severity": severity },
    html("h3", {}, `${words.severity[severity]}：${shown(says)}`),
    html("dl", {}, ...pair(words.todo, todo), ...pair(words.data, place), ...pair(words.rule, code)),
  );
}

function pair(term: string, text: string): readonly Node[] {
  return [html("dt", {}, term), html("dd", {}, shown(text))];
}
