/** The one script, if any, and the one style of a page → the policy in its head. */
import { createHash } from "node:crypto";

type Inline = { readonly script?: string; readonly style: string };

/** These, and nothing from anywhere: whatever else got into the file would not run. */
export function policyFor({ script, style }: Inline): string {
  return [
    "default-src 'none'",
    ...(script === undefined ? [] : [`script-src '${digest(script)}'`]),
    `style-src '${digest(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** As a policy names an inline text. */
function digest(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
