/** A report → one that passes each diagnostic on once, however many projects or uses of a partial show it, and counts them. */
import type { Report } from "../diagnostics/index.ts";

export function reportOnce(report: Report): { readonly report: Report; readonly count: () => number } {
  const seen = new Set<string>();
  return {
    count: () => seen.size,
    report: (diagnostic) => {
      const key = JSON.stringify(diagnostic);
      if (!seen.has(key)) report(diagnostic);
      seen.add(key);
    },
  };
}
