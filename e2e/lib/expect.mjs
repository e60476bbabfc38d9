// One sentence for each expectation.
import { appendFileSync } from "node:fs";

/** Fails with the sentence unless the condition holds. */
export function expect(condition, sentence) {
  if (!condition) throw new Error(sentence);
}

/** Says that something was not run, and why; `cargo xtask test` counts it. */
export function notRun(suite, why) {
  console.log(`NOT RUN: ${suite} (${why})`);
  if (process.env.SPORTELLO_TEST_NOT_RUN) appendFileSync(process.env.SPORTELLO_TEST_NOT_RUN, `${suite} (${why})\n`);
}
