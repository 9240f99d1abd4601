/** A template's own markup, before it is run → every element, attribute, value and class in it that does not exist. */
import type { Report, TemplatePlace } from "../diagnostics/index.ts";
import type { Theme } from "../model/index.ts";
import { nearestName } from "../records/index.ts";
import { columnWidthOf } from "./columns.ts";
import { placeAttribute, placeOfTag, valueMark } from "./prepare-markup.ts";
import { type Tag, tokenise } from "./tokenise.ts";
import { type AttributeKind, elementNames, isElementName, vocabulary } from "./vocabulary.ts";

/** What a tag is checked against. */
export type MarkupRules = { readonly theme: Theme; readonly at: TemplatePlace; readonly report: Report };

/**
 * Values that the template prints are marked by `valueMark` and wait for the run.
 * Nesting waits too: the branches of a condition, and partials, come together only then.
 */
export function checkMarkup(
  flat: string,
  { theme, file, report }: { theme: Theme; file: string; report: Report },
): void {
  let at: TemplatePlace = { kind: "template", file, line: 1 };
  for (const token of tokenise(flat)) {
    if (token.kind === "text") {
      checkEntities(token.text, { theme, at, report });
    } else if (token.kind === "close") {
      if (!isElementName(token.name)) unknownElement(token.name, { theme, at, report });
    } else {
      at = placeOfTag(token, file) ?? at;
      checkTag(token, { theme, at, report });
    }
  }
}

/** Checks the attributes of a tag, but not its parent. */
export function checkTag(tag: Tag, rules: MarkupRules): boolean {
  if (!isElementName(tag.name)) return unknownElement(tag.name, rules);
  const { attributes: known } = vocabulary[tag.name];
  let sound = true;
  for (const [attribute, value] of tag.attributes) {
    const kind = Object.hasOwn(known, attribute) ? known[attribute] : undefined;
    if (attribute === placeAttribute) continue;
    if (kind === undefined) {
      const args = {
        element: tag.name,
        attribute: shown(attribute),
        nearest: nearestName(shown(attribute), Object.keys(known)),
        allowed: Object.keys(known).join(" ") || "—",
      };
      rules.report({ code: "markup-unknown-attribute", at: rules.at, found: args.attribute, args });
      sound = false;
    } else if (
      !value.includes(valueMark) &&
      !checkValue({ element: tag.name, attribute, value }, kind, rules)
    ) {
      sound = false;
    }
  }
  return tag.name === "col" && sound ? checkRange(tag, rules) : sound;
}

/** A column's range holds the width that it is designed with. */
function checkRange({ attributes }: Tag, { at, report }: MarkupRules): boolean {
  const { width, least, most } = columnWidthOf((name) => attributes.get(name));
  const refuse = (attribute: string, value: number, allowed: string): false => {
    const args = { element: "col", attribute, value: String(value), nearest: "", allowed };
    report({ code: "markup-bad-value", at, found: args.value, args });
    return false;
  };
  if (least > width) return refuse("data-least", least, `≤ ${width}`);
  return most < width ? refuse("data-most", most, `≥ ${width}`) : true;
}

type Attribute = { readonly element: string; readonly attribute: string; readonly value: string };

function checkValue(
  { element, attribute, value }: Attribute,
  kind: AttributeKind,
  rules: MarkupRules,
): boolean {
  if (kind.kind === "style") return checkStyles({ element, value }, kind, rules);
  const allowed = refusal(kind, value);
  if (allowed === undefined) return true;
  const nearest = kind.kind === "word" ? nearestName(value, kind.words) : "";
  const args = { element, attribute, value, nearest, allowed };
  rules.report({ code: "markup-bad-value", at: rules.at, found: value, args });
  return false;
}

/** What would have been allowed; undefined if the value is. */
function refusal(kind: Exclude<AttributeKind, { kind: "style" }>, value: string): string | undefined {
  switch (kind.kind) {
    case "flag":
      return value === "" ? undefined : "无值 (no value)";
    case "word":
      return kind.words.includes(value) ? undefined : kind.words.join(" ");
    case "count":
      return /^[1-9]\d{0,6}$/u.test(value) ? undefined : "1, 2, 3 …";
    case "positive":
      return /^\d{1,4}(?:\.\d{1,3})?$/u.test(value) && Number(value) > 0 ? undefined : "> 0";
    case "text":
      return undefined;
  }
}

function checkStyles(
  { element, value }: Pick<Attribute, "element" | "value">,
  { of, count }: Extract<AttributeKind, { kind: "style" }>,
  { theme, at, report }: MarkupRules,
): boolean {
  const names = value.split(" ");
  const styles = theme[of];
  const unknown = names.find((name) => !Object.hasOwn(styles, name));
  if (unknown === undefined && names.length === count) return true;
  const allowed = `${Object.keys(styles).join(" ")}${count > 1 ? ` (×${count})` : ""}`;
  const style = unknown ?? value;
  const nearest = nearestName(style, Object.keys(styles));
  report({ code: "markup-unknown-class", at, found: style, args: { element, style, nearest, allowed } });
  return false;
}

function unknownElement(element: string, { at, report }: MarkupRules): false {
  const nearest = nearestName(element, elementNames, 1);
  const args = { element: shown(element), nearest, allowed: elementNames.join(" ") };
  report({ code: "markup-unknown-element", at, found: args.element, args });
  return false;
}

function shown(name: string): string {
  return name.replaceAll(valueMark, "{{…}}");
}

function checkEntities(text: string, { at, report }: MarkupRules): void {
  for (const [entity] of text.matchAll(/&[a-zA-Z][a-zA-Z0-9]*;/gu)) {
    report({ code: "markup-unknown-entity", at, found: entity, args: { entity } });
  }
}
