/** A report → the same, which passes each diagnostic on once, however many projects show it. */
import type { Report } from "../diagnostics/index.ts";

export function reportOnce(report: Report): Report {
  const seen = new Set<string>();
  return (diagnostic) => {
    const key = JSON.stringify(diagnostic);
    if (!seen.has(key)) report(diagnostic);
    seen.add(key);
  };
}
