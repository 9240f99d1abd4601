/** What can be wrong with the folders of a run: those it reads, and the one it writes to. */
import { define } from "./define.ts";
import { systemReasonEn, systemReasonZh } from "./system-reason.ts";

export const findingDepartments = {
  "folder-not-found": define<{ readonly folder: string }>({
    severity: "failure",
    zh: ({ folder }) => ({ says: `找不到文件夹：${folder}`, todo: "请检查路径；省略时读取 data。" }),
    en: ({ folder }) => ({
      says: `No such folder: ${folder}`,
      todo: "Check the path; without one, data is read.",
    }),
  }),
  "not-a-folder": define<{ readonly path: string; readonly parent: string }>({
    severity: "failure",
    zh: ({ path, parent }) => ({
      says: `这是文件，不是文件夹：${path}`,
      todo: `请给出它所在的文件夹：${parent}`,
    }),
    en: ({ path, parent }) => ({
      says: `This is a file, not a folder: ${path}`,
      todo: `Give the folder it lies in: ${parent}`,
    }),
  }),
  "no-department-found": define<{ readonly folders: string }>({
    severity: "failure",
    zh: ({ folders }) => ({
      says: `没有找到部门：${folders}`,
      todo: "每个部门一个文件夹，其中放 department.json 或导出的 CSV、JSON 文件。",
    }),
    en: ({ folders }) => ({
      says: `No department found in: ${folders}`,
      todo: "Give each department a folder with department.json or an exported CSV or JSON file in it.",
    }),
  }),
  "output-collision": define<{ readonly other: string; readonly output: string }>({
    severity: "failure",
    zh: ({ other, output }) => ({
      says: `与 ${other} 的输出位置相同：${output}`,
      todo: "请改文件夹名，或从它们共同的上级文件夹开始生成。",
    }),
    en: ({ other, output }) => ({
      says: `Would be written to the same place as ${other}: ${output}`,
      todo: "Rename a folder, or build from the folder above both.",
    }),
  }),
  "output-in-source": define<{ readonly output: string }>({
    severity: "failure",
    zh: ({ output }) => ({
      says: `输出位置就是数据文件夹：${output}`,
      todo: "请用 --out 指定另一个文件夹。",
    }),
    en: ({ output }) => ({
      says: `The output would be written among the source files: ${output}`,
      todo: "Name another folder with --out.",
    }),
  }),
  "output-holds-data": define<{ readonly output: string; readonly file: string }>({
    severity: "failure",
    zh: ({ output, file }) => ({
      says: `输出文件夹里有部门的数据：${output}（${file}）`,
      todo: "输出文件夹里的文件不当作数据读取；请用 --out 指定另一个文件夹。",
    }),
    en: ({ output, file }) => ({
      says: `The output folder holds data of departments: ${output} (${file})`,
      todo: "Nothing in the output folder is read as data: name another folder with --out.",
    }),
  }),
  "folder-passed-over": define<{ readonly file: string }>({
    severity: "warning",
    zh: ({ file }) => ({
      says: `文件夹里有本程序写的文件，当作输出文件夹跳过了，其中的数据没有读取：${file} 等`,
      todo: "如果其中有部门的数据，请移到别的文件夹，或删去这个文件夹里的 run.json、findings.* 等文件。",
    }),
    en: ({ file }) => ({
      says: `The folder holds files that this program writes: it was taken for an output folder, and its data were not read, such as ${file}`,
      todo: "If departments lie in it, move them elsewhere, or remove run.json, findings.* and the like from the folder.",
    }),
  }),
  "output-not-a-folder": define<{ readonly output: string }>({
    severity: "failure",
    zh: ({ output }) => ({
      says: `输出位置已被一个文件占用：${output}`,
      todo: "请删除该文件，或用 --out 指定文件夹。",
    }),
    en: ({ output }) => ({
      says: `The output folder is a file: ${output}`,
      todo: "Remove it, or name a folder with --out.",
    }),
  }),
  "output-not-writable": define<{ readonly output: string; readonly reason: string }>({
    severity: "failure",
    zh: ({ output, reason }) => ({
      says: `输出文件夹不能写入：${output}（${systemReasonZh(reason)}）`,
      todo: "请检查写入权限和磁盘空间，或用 --out 指定另一个文件夹。",
    }),
    en: ({ output, reason }) => ({
      says: `The output folder cannot be written: ${output} (${systemReasonEn(reason)})`,
      todo: "Check its permissions and the free space, or name another folder with --out.",
    }),
  }),
  "selection-matches-nothing": define<{ readonly pattern: string; readonly nearest: readonly string[] }>({
    severity: "failure",
    zh: ({ pattern, nearest }) => ({
      says: `没有部门与“${pattern}”相符`,
      todo:
        nearest.length === 0
          ? "请写部门文件夹名、它在输出文件夹下的路径，或带 * 的式样，如“河北/*”。"
          : `是不是想写 ${nearest.join("、")}？也可以用带 * 的式样，如“河北/*”。`,
    }),
    en: ({ pattern, nearest }) => ({
      says: `No department matches "${pattern}"`,
      todo:
        nearest.length === 0
          ? 'Give a department folder\'s name, its path below the output folder, or a pattern such as "hebei/*".'
          : `Did you mean ${nearest.join(", ")}? A pattern such as "hebei/*" does, too.`,
    }),
  }),
  "selection-leaves-nothing": define({
    severity: "failure",
    zh: () => ({ says: "选中的部门又都被排除了", todo: "请改正 --only 和 --exclude。" }),
    en: () => ({
      says: "Every department that was selected is excluded again",
      todo: "Correct --only and --exclude.",
    }),
  }),
  "folder-unreadable": define<{ readonly reason: string }>({
    severity: "failure",
    zh: ({ reason }) => ({ says: `文件夹无法读取：${systemReasonZh(reason)}`, todo: "请检查读取权限。" }),
    en: ({ reason }) => ({
      says: `The folder cannot be read: ${systemReasonEn(reason)}`,
      todo: "Check its permissions.",
    }),
  }),
  "nothing-to-read": define({
    severity: "failure",
    zh: () => ({
      says: "文件夹中没有可读取的导出文件",
      todo: "请放入从预算系统导出的 CSV（.csv .tsv .txt）或 JSON 文件。",
    }),
    en: () => ({
      says: "The folder holds no export to read",
      todo: "Put in a CSV (.csv .tsv .txt) or JSON file exported from the budget system.",
    }),
  }),
  "source-not-found": define<{ readonly file: string }>({
    severity: "failure",
    zh: ({ file }) => ({
      says: `“文件”所列的 ${file} 不在部门文件夹中，或不是可读取的类型`,
      todo: "请放入该文件，或改正 department.json 中的文件名；能读取 .csv .tsv .txt .json。",
    }),
    en: ({ file }) => ({
      says: `${file}, listed under 文件, is not in the department's folder or of no type that is read`,
      todo: "Put it there, or correct its name in department.json; .csv .tsv .txt .json are read.",
    }),
  }),
  "file-outside-department": define({
    severity: "warning",
    zh: () => ({
      says: "文件不属于任何部门，未读取：它所在的文件夹下面另有部门",
      todo: "请移入所属部门的文件夹；如与数据无关可不理会。",
    }),
    en: () => ({
      says: "The file belongs to no department and was not read: departments lie below its folder",
      todo: "Move it into its department's folder, or ignore this if it is no data.",
    }),
  }),
  "file-changed-while-read": define({
    severity: "failure",
    zh: () => ({
      says: "文件在读取时被改动，读到的内容可能不完整",
      todo: "请等导出、复制或保存完成后再运行。",
    }),
    en: () => ({
      says: "The file was changed while it was read, so what was read may be incomplete",
      todo: "Run again when it is exported, copied or saved completely.",
    }),
  }),
} as const;
