/**
 * - `conforms`: model and chains agreed on everything, and every property held
 * - `diverges`: the chain is wrong, or the model is
 * - `inconclusive`: the harness could not decide; never a pass and never a discrepancy
 */
export type Verdict = 'conforms' | 'diverges' | 'inconclusive';

/** The verdict on several traces: `diverges` outweighs `inconclusive`, which outweighs `conforms`. */
export function worstOf(verdicts: Iterable<Verdict>): Verdict {
  let worst: Verdict = 'conforms';
  for (const verdict of verdicts) {
    if (verdict === 'diverges') return verdict;
    if (verdict === 'inconclusive') worst = verdict;
  }
  return worst;
}
