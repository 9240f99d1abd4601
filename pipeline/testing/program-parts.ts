/** What tests reach for inside of the built program: it is bundled with these as one more entry. */
export { holdOutput } from "../editions/hold-output.ts";
export { publishEdition } from "../editions/publish.ts";
export { disk } from "../files/disk.ts";
export { openWorkbooks } from "../workbook/index.ts";
