import type { ContainerDamage } from "../read/index.ts";

/** A container that is not what it says it is: ends its reading; caught where that began. */
export class DamagedContainer extends Error {
  readonly problem: ContainerDamage;
  readonly detail: string | undefined;

  constructor(problem: ContainerDamage, detail?: string) {
    super(`${problem}${detail === undefined ? "" : `: ${detail}`}`);
    this.problem = problem;
    this.detail = detail;
  }
}
