/** Records → those that may be published, and what their files must not say; the texts of a file → what it says all the same. */
export { findLeaks, type Leak, type ReadText, type Secrets } from "./find-leaks.ts";
export { type Redacted, redact } from "./redact.ts";
