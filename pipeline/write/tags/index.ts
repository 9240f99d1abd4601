/** Texts → HTML in which they are nothing but texts, and the policy that lets nothing else of a page act. */
export { policyFor } from "./policy.ts";
export { element, escapeHtml, voidElement } from "./tags.ts";
