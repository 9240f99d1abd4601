/** A row of the list of projects that stands for the whole department: its amounts are those of the others once more. */
import { comparable } from "../comparable.ts";
import { rule } from "../rule.ts";

/** To evaluate 部门整体支出 may well be a project; the department's expenditure is none. */
const whole = /(?:(?:部门|单位)整体(?:支出)?|整体支出)(?:绩效目标)?$/u;

export const departmentAsProject = rule("department-as-project", {
  number: 18,
  severity: "warning",
  about: { zh: "把部门整体写成了一个项目", en: "the whole department written as one of its projects" },
  says: {
    zh: "“{name}”是部门整体，不是其中一个项目，它的金额又计入了一次",
    en: "“{name}” is the whole department and none of its projects: its amounts are counted once more",
  },
  todo: {
    zh: "请移出项目表；部门自己的任务、资金和指标用部门整体的表式填报（bumen、bumenziping，或在表式的 lists 中声明）。",
    en: "Take it out of the projects; a form can have lists of the department's own (bumen, bumenziping).",
  },
  *department({ department: { projects } }) {
    if (projects.length < 2) return;
    for (const project of projects) {
      const { name } = project;
      if (name !== undefined && whole.test(comparable(name.text)))
        yield { at: name, project, args: { name: name.text } };
    }
  },
});
