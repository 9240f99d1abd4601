/** The paragraphs of a Word file → whether it is a finished report, by the headings that whoever edits one keeps. */

const contentsHeading = /^目\s*录$/u;
const partHeading = /^(?:第[一二]部分\s*)?(?:部门整体绩效目标|预算项目绩效目标)$/u;
/** Above each project, or above the list of them. */
const projectHeading = /^(?:\d{1,4}[.．、]|第二部分\s).*绩效(?:目标|自评)\S*表$/u;
/** The first entry of the contents of a report without projects: its own lists are all that is in it. */
const departmentEntry = /^((?:第一部分\s*)?部门整体\S*绩效\S*?)[\s.…·]+\d+$/u;

export type ReportSigns = {
  /** Takes the next paragraph that stands outside of tables. */
  readonly see: (paragraph: string) => void;
  readonly isReport: () => boolean;
};

export function seekReportSigns(): ReportSigns {
  let isInContents = false;
  let hasPart = false;
  let hasProject = false;
  let listed: string | undefined;
  let isDepartments = false;
  return {
    see: (paragraph) => {
      isDepartments ||= paragraph === listed;
      if (isInContents) listed ??= departmentEntry.exec(paragraph)?.[1];
      isInContents ||= contentsHeading.test(paragraph);
      hasPart ||= isInContents || partHeading.test(paragraph);
      hasProject ||= projectHeading.test(paragraph);
    },
    isReport: () => isDepartments || (hasPart && hasProject),
  };
}
