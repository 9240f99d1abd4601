/** What a reviewer is to be told of a printed value: a comment in Word, an annotation in a PDF. */

export type Comment = {
  /** The path of the value that it is about, as in the sources of what is printed. */
  readonly source: string;
  /** One in the same row, which it is on where that is not printed. */
  readonly beside?: string | undefined;
  readonly severity: "error" | "warning" | "info";
  readonly author: string;
  readonly text: string;
};
