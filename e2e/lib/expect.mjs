// One sentence for each expectation.

/** Fails with the sentence unless the condition holds. */
export function expect(condition, sentence) {
  if (!condition) throw new Error(sentence);
}
