/** Findings → how many each rule has, most first. */
import type { RunResult } from "../batch/index.ts";
import type { Finding } from "../catalogue/index.ts";
import { type Language, severityOf } from "../diagnostics/index.ts";
import { severityNames } from "../lists/index.ts";
import { alignTable } from "./terminal.ts";

const columns = [
  { zh: "条数", en: "Count", align: "end" },
  { zh: "严重程度", en: "Severity", align: "start" },
  { zh: "规则", en: "Rule", align: "start" },
] as const;

/** Of all departments together; nothing if nothing was found. */
export function statisticsLines(
  { problems, departments }: Pick<RunResult, "problems" | "departments">,
  language: Language,
): readonly string[] {
  const counts = new Map<string, { readonly finding: Finding; readonly count: number }>();
  for (const finding of [...problems, ...departments.flatMap(({ findings }) => findings)]) {
    const key = `${severityOf(finding)} ${finding.code}`;
    counts.set(key, { finding, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  if (counts.size === 0) return [];
  const rows = [...counts.values()]
    .toSorted((one, other) => other.count - one.count || (one.finding.code < other.finding.code ? -1 : 1))
    .map(({ finding, count }) => [String(count), severityNames[language][severityOf(finding)], finding.code]);
  return [
    "",
    ...alignTable(
      columns.map(({ align, ...title }) => ({ title: title[language], align })),
      rows,
    ),
  ];
}
