/** A spending schedule as shares in per cent, whether written 25%, 25 or 0.25. */
import {
  compareDecimals,
  type Decimal,
  type Project,
  parseDecimal,
  type ScheduleField,
  scheduleFields,
  shiftDecimal,
  type Text,
} from "../records/index.ts";

export const scheduleLabels: Readonly<Record<ScheduleField, string>> = {
  march: "3月底",
  june: "6月底",
  october: "10月底",
  december: "12月底",
};

export type ScheduleStep = {
  readonly field: ScheduleField;
  readonly text: Text;
  /** In per cent; undefined where the text is no number. */
  readonly share?: Decimal;
};

/** The steps that are filled in, in the order of the year. */
export function stepsOf(project: Project): readonly ScheduleStep[] {
  const filled = scheduleFields.flatMap((field) => {
    const text = project.schedule[field];
    return text === undefined ? [] : [{ field, text }];
  });
  const fractions = filled.every(({ text }) => isFraction(text.text)) && filled.length > 1;
  return filled.map(({ field, text }) => {
    const share = shareOf(text.text);
    if (share === undefined) return { field, text };
    return { field, text, share: fractions ? shiftDecimal(share, 2) : share };
  });
}

// 0.25, 0.5, 0.75, 1 are fractions only together: a lone 1 may well be 1%.
function isFraction(text: string): boolean {
  const value = parseDecimal(text);
  return value !== undefined && compareDecimals(value, "0") >= 0 && compareDecimals(value, "1") <= 0;
}

function shareOf(text: string): Decimal | undefined {
  return parseDecimal(text.replace(/\s*[%％]\s*$/u, ""));
}
