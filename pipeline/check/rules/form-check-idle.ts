/** A check of the form, or a claim of one, that could be made nowhere, as something that it needs is blank in every record. */
import { rule } from "../rule.ts";

/** `claim`: "" if it is the whole check. */
type Idle = { readonly check: string; readonly claim: string; readonly labels: readonly string[] };

export const formCheckIdle = rule("form-check-idle", {
  number: 49,
  severity: "info",
  about: {
    zh: "表式自己的核对，或其中一个式子，一处也没有核对，因为要用的字段全都空白",
    en: "a check of the form, or one of its claims, that was made nowhere, as a field that it needs is blank throughout",
  },
  says: {
    zh: ({ check, claim, labels }: Idle) =>
      `“${check}”${claim === "" ? "" : `中的“${claim}”`}一处也没有核对：每一处都缺${labels.join("、")}`,
    en: ({ check, claim, labels }: Idle) =>
      `${claim === "" ? "" : `“${claim}” of `}“${check}” was checked nowhere: ${labels.join(", ")} is lacking throughout`,
  },
  todo: {
    zh: "请看列名是否与表式一致，该填的请补填；本来不填的，可以在“规则”里把“{check}”设为 off；只有其中一个式子不适用的，在 form.json 里给它写上 where given 〈字段〉 then。",
    en: "See that the column has the name that the form gives it, and fill in what should be; if it is meant to be blank, set “{check}” to off under 规则, or let the one claim begin with where given 〈field〉 then in form.json.",
  },
  *department({ spec: { fields }, idleChecks, blankAt }) {
    for (const { check, claim = "", lacking, near } of idleChecks) {
      const [first] = lacking;
      // That a required field is blank is told anyway.
      if (first === undefined || lacking.some((field) => fields[field]?.required)) continue;
      const labels = lacking.map((field) => `“${fields[field]?.label ?? field}”`);
      yield { at: blankAt(near, first), args: { check, claim, labels } };
    }
  },
});
