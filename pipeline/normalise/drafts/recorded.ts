/** Work of which something may be said → what is made, with what was said of it: that is told each time that it is taken again. */
import type { Diagnostic, Report } from "../../diagnostics/index.ts";

export type Reporting = {
  readonly report: Report;
  readonly reportOnce: (key: string, diagnose: () => Diagnostic) => void;
};

export type Recorded<Made> = { readonly made: Made; readonly tell: (whom: Reporting) => void };

export function recorded<Made>(make: (reporting: Reporting) => Made): Recorded<Made> {
  const said: ((whom: Reporting) => void)[] = [];
  const made = make({
    report: (finding) => void said.push(({ report }) => report(finding)),
    reportOnce: (key, diagnose) => void said.push(({ reportOnce }) => reportOnce(key, diagnose)),
  });
  const tell = (whom: Reporting) => {
    for (const say of said) say(whom);
  };
  return { made, tell };
}
