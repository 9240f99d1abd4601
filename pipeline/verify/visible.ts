/** What styles a page → by which of it a reader would not see what the page says. */

/** Rules that hide on purpose: what leads past the contents, a table's name that stands above it, and, on paper, links. */
const hiddenAnyway: ReadonlySet<string> = new Set([".skip", ".skip:focus", "caption"]);
const hiddenInPrint: ReadonlySet<string> = new Set([".skip", "nav"]);

const printRules = /@media print\{((?:[^{}]*\{[^{}]*\})*)\}/gu;
const rule = /([^{}]*)\{([^{}]*)\}/gu;

/** Each rule of a style sheet that might hide something, or that is none that a report needs. */
export function hidingRules(sheet: string): readonly string[] {
  const bare = withoutStrings(sheet);
  const printed = [...bare.matchAll(printRules)].map(([, rules = ""]) => rules);
  const rest = bare.replace(printRules, "");
  const odd = [...printed, rest].map((rules) => rules.replace(rule, "").replace(emptyMedia, "").trim());
  return [
    ...rulesIn(rest, hiddenAnyway),
    ...printed.flatMap((rules) => rulesIn(rules, hiddenInPrint)),
    ...odd.filter((text) => text !== ""),
  ];
}

const emptyMedia = /@media [^{};]*\{\s*\}/gu;

/** A font may be called anything. */
function withoutStrings(css: string): string {
  return css.replace(/"[^"\n]*"/gu, "");
}

function rulesIn(rules: string, hidden: ReadonlySet<string>): readonly string[] {
  return [...rules.matchAll(rule)].flatMap(([, selectors = "", declarations = ""]) => {
    if (selectors.split(",").every((selector) => hidden.has(selector.trim()))) return [];
    const hiding = hidingDeclaration(declarations);
    return hiding === undefined ? [] : [`${selectors.trim()}{${hiding}}`];
  });
}

/** The first declaration that is none by which all is seen; of an element's own, too. */
export function hidingDeclaration(declarations: string): string | undefined {
  return withoutStrings(declarations)
    .split(";")
    .map((one) => one.trim())
    .find((one) => one !== "" && !isHarmless(one));
}

function isHarmless(declaration: string): boolean {
  const [, name = "", value = ""] = /^([a-z-]+)\s*:\s*(.*)$/su.exec(declaration) ?? [];
  if (name === "color") return isDark(value);
  const [, size] = name === "font" ? (fontValue.exec(value) ?? []) : [];
  if (size !== undefined) return Number(size) >= smallestType;
  return harmless.get(name)?.test(value) ?? false;
}

/** In rem, of 12 points each: no style may be set below four points. */
const smallestType = 0.3;
const fontValue = /^(?:bold|normal) (\d*\.?\d+)rem\/[1-9][\d.]* [\w,\s-]*$/u;
const positive = /^(?:0?\.\d*[1-9]\d*|[1-9]\d*(?:\.\d+)?)(?:rem|em|px|%)?$/u;
/** Less than a line may reach over what is before it. */
const spaces = /^(?:(?:auto|-?0?\.\d+rem|\d*\.?\d+(?:rem|em|px)?)(?:\s+|$))+$/u;

const harmless: ReadonlyMap<string, RegExp> = new Map([
  ["background", /^#fff$/u],
  ["border", /^[\d.]+(?:rem|px) solid #[\da-f]{3}$/u],
  ["border-collapse", /^collapse$/u],
  ["break-before", /^page$/u],
  ["break-inside", /^avoid$/u],
  ["color-scheme", /^light$/u],
  ["display", /^(?:flex|inline-block)$/u],
  ["flex", positive],
  ["gap", positive],
  ["list-style", /^none$/u],
  ["margin", spaces],
  ["margin-top", spaces],
  ["max-width", new RegExp(`${positive.source}|^none$`, "u")],
  ["min-width", positive],
  ["outline", /^[\d.]+rem solid #[\da-f]{6}$/u],
  ["overflow-wrap", /^anywhere$/u],
  ["overflow-x", /^auto$/u],
  ["padding", spaces],
  ["padding-left", spaces],
  ["padding-top", spaces],
  ["table-layout", /^fixed$/u],
  ["text-align", /^(?:left|center|right|justify)$/u],
  ["text-indent", /^(?:0|[1-9]|1\d|20)(?:\.\d+)?em$|^0?\.\d+em$/u],
  ["text-wrap", /^balance$/u],
  ["width", positive],
]);

/** A colour in hexadecimal that stands out on white (WCAG 2, contrast of at least 3). */
export function isDark(colour: string): boolean {
  const [, digits = ""] = /^#?([\da-f]{3}|[\da-f]{6})$/iu.exec(colour.trim()) ?? [];
  const pairs = digits.length === 3 ? [...digits].map((one) => one + one) : digits.match(/../gu);
  if (pairs === null || pairs.length !== 3) return false;
  const [red = 1, green = 1, blue = 1] = pairs.map((pair) => linear(Number.parseInt(pair, 16) / 255));
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) >= 3;
}

function linear(part: number): number {
  return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
