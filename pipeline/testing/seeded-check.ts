/** fast-check with the same examples in each run; another seed, for example `FC_SEED=7`, tries others. */
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 2026) });

export default fc;
