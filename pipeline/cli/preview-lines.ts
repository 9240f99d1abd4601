/** A preview that is served → lines for a screen: where it is, and how it ends. */
import type { ServedPreview } from "../commands/preview.ts";
import type { Language } from "../diagnostics/index.ts";
import { colon, counted } from "./words.ts";

const words = {
  address: { zh: "预览", en: "Preview" },
  departments: (count: number) => ({ zh: `${count}个部门。`, en: `${counted(count, "department")}. ` }),
  about: {
    zh: "保存数据后页面自己更新，不写报告；Ctrl-C 结束。",
    en: "The page follows what you save; no report is written. Ctrl-C ends it.",
  },
};

export function previewLines(
  { address, departments }: Omit<ServedPreview, "problems">,
  language: Language,
): readonly string[] {
  return [
    `${words.address[language]}${colon[language]}${address}`,
    words.departments(departments)[language] + words.about[language],
  ];
}
