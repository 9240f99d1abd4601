/** What can be wrong with folders, selections and files before anything is read. */
import { defineRows } from "./row.ts";

type Nearest = { readonly nearest: readonly string[] };
type Outside = { readonly why: "no-projects" | "departments-below" };

export const findingDepartments = defineRows({
  "folder-not-found": {
    severity: "failure",
    says: { zh: "找不到文件夹：{folder}", en: "No such folder: {folder}" },
    todo: { zh: "请检查路径；省略时读取 data。", en: "Check the path; the default is data." },
  },
  "not-a-folder": {
    severity: "failure",
    says: { zh: "这是文件，不是文件夹：{path}", en: "A file, not a folder: {path}" },
    todo: { zh: "请给出它所在的文件夹：{parent}", en: "Give its folder: {parent}" },
  },
  "several-departments": {
    severity: "failure",
    says: {
      zh: "{folder} 下面有几个部门，这里只要一个部门的文件夹",
      en: "There are several departments below {folder}; the folder of one is needed here",
    },
    todo: { zh: "请写其中一个：{below:list}", en: "Give one of: {below:list}" },
  },
  "no-department-found": {
    severity: "failure",
    says: { zh: "没有找到部门：{folders}", en: "No department found in: {folders}" },
    todo: {
      zh: "每个部门一个文件夹，其中放 department.json 或导出的工作簿、CSV、JSON 文件。",
      en: "Make a folder for each department, with department.json or an exported workbook, CSV or JSON file in it.",
    },
  },
  "output-collision": {
    severity: "failure",
    says: {
      zh: "与 {other} 的输出位置相同：{output}",
      en: "Would be written to the same place as {other}: {output}",
    },
    todo: {
      zh: "请改文件夹名，或从它们共同的上级文件夹开始生成。",
      en: "Rename one of the folders, or build from their common parent folder.",
    },
  },
  "output-in-source": {
    severity: "failure",
    says: { zh: "输出位置就是数据文件夹：{output}", en: "The output folder is the data folder: {output}" },
    todo: { zh: "请用 --out 指定另一个文件夹。", en: "Use --out to choose another folder." },
  },
  "output-holds-data": {
    severity: "failure",
    says: {
      zh: "输出文件夹里有部门的数据：{output}（{file}）",
      en: "The output folder contains department data: {output} ({file})",
    },
    todo: {
      zh: "输出文件夹里的文件不当作数据读取；请用 --out 指定另一个文件夹。",
      en: "Files in the output folder are not read as data; use --out to choose another folder.",
    },
  },
  "folder-passed-over": {
    severity: "warning",
    says: {
      zh: "文件夹里有本程序写的文件，当作输出文件夹跳过了，其中的数据没有读取：{file} 等",
      en: "Skipped as an output folder because it contains files written by this program; data in it were not read, such as {file}",
    },
    todo: {
      zh: "如果其中有部门的数据，请移到别的文件夹，或删去这个文件夹里的 run.json、findings.* 等文件。",
      en: "If it contains departments, move them to another folder, or delete run.json, findings.* and similar files from it.",
    },
  },
  "link-not-followed": {
    severity: "warning",
    says: {
      zh: "链接没有跟随：它指向的文件夹已在 {folder} 读取，属于那里",
      en: "The link was not followed: its folder is read at {folder}, and belongs there",
    },
    todo: {
      zh: "如果这里也要这些数据，请把文件复制过来；否则请删去这个链接。",
      en: "Copy the files if their data are needed here as well; otherwise delete the link.",
    },
  },
  "link-leads-back": {
    severity: "info",
    says: {
      zh: "链接没有跟随：它指回它所在的文件夹 {folder}",
      en: "The link was not followed: it leads back to the folder that it lies in, {folder}",
    },
    todo: { zh: "可不理会，或删去这个链接。", en: "Ignore this, or delete the link." },
  },
  "output-not-a-folder": {
    severity: "failure",
    says: { zh: "输出位置已被一个文件占用：{output}", en: "The output path is a file: {output}" },
    todo: { zh: "请删除该文件，或用 --out 指定文件夹。", en: "Delete it, or use --out to choose a folder." },
  },
  "output-not-writable": {
    severity: "failure",
    says: {
      zh: "输出文件夹不能写入：{output}（{reason:reason}）",
      en: "Cannot write to the output folder: {output} ({reason:reason})",
    },
    todo: {
      zh: "请检查写入权限和磁盘空间，或用 --out 指定另一个文件夹。",
      en: "Check permissions and free disk space, or use --out to choose another folder.",
    },
  },
  "rule-not-there": {
    severity: "failure",
    says: { zh: "没有“{rule}”这条规则", en: "There is no rule “{rule}”" },
    todo: {
      zh: "{nearest:guess}huibian rules 列出全部规则。",
      en: "{nearest:guess}huibian rules lists all rules.",
    },
  },
  "form-of-rule-unknown": {
    severity: "failure",
    says: {
      zh: "没有“{rule}”这条规则：这里没有“{form}”这个表式",
      en: "There is no rule “{rule}”: there is no form “{form}” here",
    },
    todo: {
      zh: "{nearest:guess}自备的表式要用 --templates 给出它上级的文件夹。",
      en: "{nearest:guess}For a form of your own, pass the folder above it with --templates.",
    },
  },
  "selection-matches-nothing": {
    severity: "failure",
    says: { zh: "没有部门与“{pattern}”相符", en: 'No department matches "{pattern}"' },
    todo: {
      zh: ({ nearest }: Nearest) =>
        nearest.length === 0
          ? "请写部门文件夹名、它在输出文件夹下的路径，或带 * 的式样，如“河北/*”。"
          : `是不是想写 ${nearest.join("、")}？也可以用带 * 的式样，如“河北/*”。`,
      en: ({ nearest }: Nearest) =>
        nearest.length === 0
          ? 'Give the name of a department\'s folder, its path in the output folder, or a pattern such as "hebei/*".'
          : `Did you mean ${nearest.join(", ")}? Patterns such as "hebei/*" are allowed, too.`,
    },
  },
  "selection-leaves-nothing": {
    severity: "failure",
    says: { zh: "选中的部门又都被排除了", en: "--exclude excludes every selected department" },
    todo: { zh: "请改正 --only 和 --exclude。", en: "Correct --only and --exclude." },
  },
  "folder-unreadable": {
    severity: "failure",
    says: { zh: "文件夹无法读取：{reason:reason}", en: "Cannot read the folder: {reason:reason}" },
    todo: {
      zh: "请检查它的名称、链接和读取权限；如果不是部门的文件夹，请移到别处，或用 --exclude 排除。",
      en: "Check its name, links and permissions; if it is no department's folder, move it elsewhere or use --exclude.",
    },
  },
  "file-not-looked-at": {
    severity: "warning",
    says: {
      zh: "无法查看，未读取：{reason:reason}",
      en: "Cannot be looked at and was not read: {reason:reason}",
    },
    todo: {
      zh: "如果它与数据无关，可不理会，或移出这个文件夹。",
      en: "Ignore it or move it out of the folder if it is not data.",
    },
  },
  "nothing-to-read": {
    severity: "failure",
    says: { zh: "文件夹中没有可读取的导出文件", en: "No export found in the folder" },
    todo: {
      zh: "请放入从预算系统导出的工作簿、CSV（.csv .tsv .txt）或 JSON 文件，或者单位填好的申报表。",
      en: "Add a workbook, CSV (.csv .tsv .txt) or JSON file exported from the budget system, or forms that units filled in.",
    },
  },
  "source-not-found": {
    severity: "failure",
    says: {
      zh: "“文件”所列的 {file} 不在部门文件夹中，或不是可读取的类型",
      en: "{file}, listed under 文件, is not in the department's folder, or its type is not supported",
    },
    todo: {
      zh: "请放入该文件，或改正 department.json 中的文件名；在下一级文件夹里的写成“文件夹/文件名”。能读取工作簿、.docx .csv .tsv .txt .json。",
      en: "Add the file, or correct its name in department.json, which is folder/name for one in a folder below; supported: workbooks, .docx .csv .tsv .txt .json.",
    },
  },
  "file-outside-department": {
    severity: "warning",
    says: {
      zh: ({ why }: Outside) =>
        why === "no-projects"
          ? "文件不属于任何部门，没有用上：里面没有项目"
          : "文件不属于任何部门，未读取：它所在的文件夹下面另有部门",
      en: ({ why }: Outside) =>
        why === "no-projects"
          ? "The file belongs to no department and was not used: it holds no projects"
          : "The file belongs to no department and was not read: there are departments in folders below it",
    },
    todo: {
      zh: "请移入所属部门的文件夹；如与数据无关可不理会。",
      en: "Move it into its department's folder; ignore this if it is not data.",
    },
  },
  "file-changed-while-read": {
    severity: "failure",
    says: {
      zh: "文件在读取时被改动，读到的内容可能不完整",
      en: "The file changed while it was being read; the content may be incomplete",
    },
    todo: {
      zh: "请等导出、复制或保存完成后再运行。",
      en: "Run again when the export, copy or save is complete.",
    },
  },
});
