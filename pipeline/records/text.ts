/** A value as the source gave it: what is printed, and the one place it came from. */
import type { Place } from "../diagnostics/index.ts";

/**
 * A text that is never blank: an empty cell is an absent field.
 * `raw` is the source's own text and stands only where normalising changed it (control characters, `="0130"`).
 */
export type Text = {
  readonly text: string;
  readonly at: Place;
  readonly raw?: string;
};
