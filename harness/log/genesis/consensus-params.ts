import { BeyondModel } from '../../facts/beyond-model.ts';
import { CONSENSUS_PARAMS_JSON } from '../../engines/consensus-params-json.ts';
import { firstDifference } from './first-difference.ts';
import type { Json } from './json.ts';

/** Throws a `BeyondModel` for parameters of consensus that are others than the model knows. */
export function checkConsensusParams({ block, evidence, validator }: Json): void {
  const found = firstDifference({ block, evidence, validator }, CONSENSUS_PARAMS_JSON, []);
  if (found === undefined) return;
  const [text, known] = [JSON.stringify(found.given) ?? 'missing', JSON.stringify(found.made) ?? 'nothing'];
  const problem = `consensus parameters whose ${found.place} is ${text}: it knows ${known} there`;
  throw new BeyondModel(problem, Buffer.from(text));
}
