/** A department's records and the form it is printed in → the snapshot that editions are compared by. */
import { type Form, formatMoney } from "../compose/index.ts";
import { type Snapshot, snapshotOf } from "../contracts/index.ts";
import type { Department } from "../records/index.ts";

export type Printed = { readonly department: Department; readonly form: Pick<Form, "id" | "spec"> };

export function takeSnapshot({ department, form }: Printed): Snapshot {
  return snapshotOf(department, { form, printMoney: (amount) => formatMoney(amount, form.spec.money) });
}
