/** Every route that runs in a process of its own; only the one that is asked for is loaded. */
import type { Route } from "./measurement.ts";

export const routes = {
  prepare: async () => (await import("./routes/prepare.ts")).prepare,
  ours: async () => (await import("./routes/ours.ts")).ours,
  "pdf-floor": async () => (await import("./routes/pdf-floor.ts")).pdfFloor,
  "docx-floor": async () => (await import("./routes/docx-floor.ts")).docxFloor,
  pdfmake: async () => (await import("./routes/pdfmake.ts")).pdfmakeAsItComes,
  typst: async () => (await import("./routes/typst.ts")).typst,
  "typst-untagged": async () => (await import("./routes/typst.ts")).typstUntagged,
  "typst-again": async () => (await import("./routes/typst.ts")).typstAgain,
  preview: async () => (await import("./routes/preview.ts")).preview,
  docx: async () => (await import("./routes/docx.ts")).docxAsItComes,
  docxtemplater: async () => (await import("./routes/docxtemplater.ts")).docxtemplater,
} as const satisfies Record<string, () => Promise<Route>>;

export type RouteName = keyof typeof routes;

export function isRouteName(name: string | undefined): name is RouteName {
  return name !== undefined && Object.hasOwn(routes, name);
}
