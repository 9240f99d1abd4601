/** A check of the form that could be made nowhere, as something that it needs is blank in every record. */
import { rule } from "../rule.ts";

export const formCheckIdle = rule("form-check-idle", {
  number: 49,
  severity: "info",
  about: {
    zh: "表式自己的核对一处也没有核对，因为要用的字段全都空白",
    en: "a check of the form that was made nowhere, as a field that it needs is blank throughout",
  },
  says: {
    zh: "“{check}”一处也没有核对：每一处都缺{labels:list}",
    en: "“{check}” was checked nowhere: {labels:list} is lacking throughout",
  },
  todo: {
    zh: "请看列名是否与表式一致，该填的请补填；本来不填的，可以在“规则”里把“{check}”设为 off。",
    en: "See that the column has the name that the form gives it, and fill in what should be; if it is meant to be blank, set “{check}” to off under 规则.",
  },
  *department({ spec: { fields }, idleChecks, blankAt }) {
    for (const { check, lacking, near } of idleChecks) {
      const [first] = lacking;
      // That a required field is blank is told anyway.
      if (first === undefined || lacking.some((field) => fields[field]?.required)) continue;
      const labels = lacking.map((field) => `“${fields[field]?.label ?? field}”`);
      yield { at: blankAt(near, first), args: { check, labels } };
    }
  },
});
