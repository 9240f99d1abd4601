/** The sections of a report, and how many projects are left out of it → the same with a sentence that says so. */
import type { Section } from "../model/index.ts";

type LeftOut = { readonly shown: number; readonly leftOut: number };

/** At the end of what stands before the projects, or of the list of them; on a page of its own where none is shown. */
export function withNote(front: readonly Section[], { shown, leftOut }: LeftOut): readonly Section[] {
  if (leftOut === 0) return front;
  const note = {
    kind: "paragraph",
    style: "body",
    content: [{ kind: "text", text: sentence(shown, leftOut), bold: false }],
    sources: [],
    pageBreakBefore: false,
    keepWithNext: false,
  } as const;
  const last = front.at(-1);
  if (shown > 0 && last !== undefined)
    return [...front.slice(0, -1), { ...last, blocks: [...last.blocks, note] }];
  const section = { numbering: "decimal", continues: true, orientation: "portrait", centred: false } as const;
  return [...front, { ...section, blocks: [note] }];
}

/** All sums of a report are made of the projects in it: one that had others would tell what they get. */
function sentence(shown: number, leftOut: number): string {
  return shown === 0
    ? `本部门 ${leftOut} 个项目依法不予公开。`
    : `本部分列出 ${shown} 个项目，另有 ${leftOut} 个项目依法不予公开；所列各项合计不含不予公开的项目。`;
}
