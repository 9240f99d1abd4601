/** The form.json of a form that was loaded → where in it something is said, for what is found to be wrong or odd afterwards. */
import { parseFormJson, placeIn, type TemplateFile } from "../../compose/index.ts";
import type { Place } from "../../diagnostics/index.ts";

type Where = Parameters<typeof placeIn>;

/** Of what a path of keys leads to. */
export type PlaceOf = (path: Where[1], part?: Where[2]) => Place;

/** It is parsed again only if a place is asked for: most forms have no fault. */
export function placesInForm(file: TemplateFile): PlaceOf {
  let json: ReturnType<typeof parseFormJson>;
  return (path, part) => {
    json ??= parseFormJson(file, () => {});
    return json ? placeIn(json, path, part) : { kind: "file", file: file.name };
  };
}
