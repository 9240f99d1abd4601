/** Form + records → document: Handlebars templates print markup, and the markup becomes the model. */
export { composePart } from "./build-blocks.ts";
export { printedFigures } from "./closing-view.ts";
export { fileTitle } from "./department-view.ts";
export { parseFormJson, placeIn } from "./form-json.ts";
export { type Form, loadForm, readFormSpec } from "./load-form.ts";
export { measureProject } from "./measure-markup.ts";
export type { TemplateFile } from "./parse-template.ts";
export { bareYear, formatValue, moneyFormat, type PrintedFields } from "./printing.ts";
export { faultKey, onceEach, withSubjects } from "./printing-faults.ts";
export { openRenderer, type RenderReport, renderReport } from "./render-report.ts";
export type { MarkupForm, RenderedPart, RenderedReport, RenderedSection, ReportInput } from "./rendered.ts";
export { printedSections } from "./report-view.ts";
export { isRollupTemplate, loadRollup, type RollupForm } from "./rollup/load-rollup.ts";
export { plainReasons } from "./rollup/plain-reasons.ts";
export { renderRollup, renderVolume } from "./rollup/render-rollup.ts";
export type { VolumeDepartment } from "./rollup/volume-view.ts";
export { findUnprinted } from "./unprinted.ts";
export { projectInList, sourcesOfBlock } from "./value-source.ts";
