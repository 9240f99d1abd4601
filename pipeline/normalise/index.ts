/** Turns the raw files of one department into its record: headers, units of money, values, goals, groups, printing order. */
import { type Report, severityOf } from "../diagnostics/index.ts";
import type { RawFile, RawTree } from "../read/index.ts";
import type { Department } from "../records/index.ts";
import { buildDepartment } from "./build-department.ts";
import { buildProjects } from "./build-project.ts";
import { chooseForm, type Form, type FormChoice } from "./choose-form.ts";
import { createContext } from "./context.ts";
import { mergeFacts, readFacts } from "./department-facts.ts";
import { fieldsOfExports, findExports, readExports } from "./find-exports.ts";
import { joinFiles } from "./join-files.ts";
import { vocabularyOf, withSpellings } from "./match-header.ts";
import { orderProjects } from "./order-projects.ts";
import { columnAliases } from "./reading-hints.ts";
import { splitTree } from "./split-tree.ts";

export type { Form, FormChoice } from "./choose-form.ts";
export { type ListedSource, listedSources } from "./reading-hints.ts";

export type DepartmentInput = {
  /** The department's folder, for messages and as a last resort for its name. */
  readonly folder: string;
  readonly departmentFile?: RawTree;
  readonly files: readonly RawFile[];
  readonly forms: readonly Form[];
  /** The rules that department.json may set. */
  readonly ruleCodes: readonly string[];
  /** The id of a form that goes before all other choices. */
  readonly form?: string;
};

export type NormalisedDepartment = {
  readonly department: Department;
  readonly form: Form;
  readonly formReason: FormChoice["reason"];
};

/** Undefined where nothing can be printed; at least one failure has been reported then. */
export function normaliseDepartment(
  input: DepartmentInput,
  report: Report,
): NormalisedDepartment | undefined {
  let failed = false;
  const watched: Report = (diagnostic) => {
    failed ||= severityOf(diagnostic) === "failure";
    report(diagnostic);
  };
  const normalised = normalise(input, { report: watched, failed: () => failed });
  return failed ? undefined : normalised;
}

function normalise(
  input: DepartmentInput,
  { report, failed }: { readonly report: Report; readonly failed: () => boolean },
): NormalisedDepartment | undefined {
  const { folder, departmentFile, files, forms, ruleCodes, form: option } = input;
  const shared = vocabularyOf(forms.map(({ spec }) => spec));
  const aliases = columnAliases(departmentFile, shared, report);
  const vocabulary = withSpellings(shared, aliases);
  const exports = findExports({ folder, files, own: departmentFile }, vocabulary, report);
  // What the split reports of department.json is already told when its exports are looked for.
  const ownFacts = departmentFile && splitTree(departmentFile, { vocabulary, report: () => {} }).facts;
  const facts = mergeFacts(
    readFacts(ownFacts ?? [], ruleCodes, report),
    readFacts(exports?.facts ?? [], ruleCodes, report),
  );
  if (exports === undefined) return undefined;
  const fieldsFor = (form: Form): Set<string> =>
    fieldsOfExports(exports, withSpellings(vocabularyOf([form.spec]), aliases));
  const wish = {
    forms,
    folder,
    fieldsFor,
    ...(option !== undefined && { option }),
    ...(facts.form && { named: facts.form }),
  };
  const choice = chooseForm(wish, report);
  const specs = choice === undefined ? forms : [choice.form];
  const chosen = withSpellings(vocabularyOf(specs.map(({ spec }) => spec)), aliases);
  const context = createContext(chosen, report);
  const content = readExports(exports, context);
  // What rows and values that could not be read leave behind would only be reported as further errors.
  if (choice === undefined || failed()) return undefined;
  const { form, reason } = choice;
  const options = { spec: form.spec, ...(facts.moneyUnit && { departmentUnit: facts.moneyUnit }) };
  const projects = orderProjects(
    buildProjects(joinFiles(content, context), options, context),
    form.spec.order,
  );
  if (projects.length === 0) report({ code: "no-project", at: { kind: "file", file: folder }, args: {} });
  if (failed()) return undefined;
  const file = departmentFile?.file;
  const department = buildDepartment(
    { folder, facts, projects, ...(file !== undefined && { file }) },
    context,
  );
  return { department, form, formReason: reason };
}
