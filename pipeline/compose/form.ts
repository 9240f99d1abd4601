/** A form as it is loaded: its specification, its theme, and its templates ready to print. */
import type { Theme } from "../model/index.ts";
import type { FormSpec } from "../records/index.ts";
import type { ProjectView } from "./project-view.ts";
import type { ReportView } from "./report-view.ts";

export type Form = {
  /** The name of its folder below templates/. */
  readonly id: string;
  readonly spec: FormSpec;
  readonly theme: Theme;
  /** Template files, by the number that printed markup carries. */
  readonly files: readonly string[];
  /** Each prints markup, or throws what Handlebars throws. */
  readonly print: {
    readonly cover: (view: ReportView) => string;
    readonly contents: (view: ReportView) => string;
    readonly partOne: (view: ReportView) => string;
    readonly partTwo: (view: ReportView) => string;
    readonly project: (view: ProjectView) => string;
  };
};
