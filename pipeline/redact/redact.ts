/** A department's records → those that may be published, and what must not be found in their files. */
import { digitsOf } from "../check/index.ts";
import { type Department, valuesOfDepartment, valuesOfProject } from "../records/index.ts";
import type { Secrets } from "./find-leaks.ts";
import { numberMask } from "./mask-numbers.ts";
import { maskTexts } from "./mask-texts.ts";

export type Redacted = {
  readonly department: Department;
  readonly secrets: Secrets;
};

export function redact(department: Department): Redacted {
  const numbers = new Map<string, string>();
  const masked = maskTexts(
    department,
    numberMask(({ digits }, mark) => numbers.set(digits, mark)),
  );
  const open = new Set([...openDigits(masked)].filter((digits) => !numbers.has(digits)));
  return { department: masked, secrets: { numbers, names: new Map(), open, openNames: [] } };
}

/** Of codes and sums of money, some of which have as many digits as a telephone number. */
function* openDigits(department: Department): Generator<string> {
  const values = [valuesOfDepartment(department), ...department.projects.map(valuesOfProject)];
  for (const each of values)
    for (const { value } of each) {
      const digits = digitsOf(value.text);
      if (/^\d{7,}$/u.test(digits)) yield digits;
    }
}
