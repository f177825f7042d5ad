import type { Observation } from '../../specs/block.ts';
import type { HaltCause } from '../../specs/halt-cause.ts';

/** What a program says when it stops itself, by the cause: how the SDK, ibc-go or the CCV module words it. */
const PANICS: Readonly<Record<HaltCause, RegExp>> = {
  'app/no-validators': /validator set is empty after InitGenesis/u,
  'consumer/genesis-missing': /ccvconsumer|genesis file|ccv\.json/iu,
  'consumer/connection-missing': /connection/iu,
  'consumer/channel-refused': /channel|connection/iu,
  'consumer/client-refused': /\bclient\b/iu,
  'democracy/rewards-refused': /insufficient funds|validator does not exist/u,
  'distribution/fees-refused': /insufficient funds/u,
  'distribution/holdings-differ': /distribution module balance does not match the module holdings/u,
  'distribution/voter-unknown': /validator does not exist/u,
  'evidence/signing-info-missing': /expected signing info for validator \S+ but not found/u,
  'gov/proposal-missing': /collections: not found|proposal \d+ (?:is not found|doesn't exist)/iu,
  'provider/infraction-parameters-missing': /infraction parameters/iu,
  'provider/power-shaping-missing': /power shaping parameters.*provider chain has invalid state for consumer chain/u,
  'provider/top-n-empty': /computing min power to opt in.*should never reach this point with topN/u,
  'provider/validators-not-in-consensus': /len\(RequestInitChain\.Validators\) != len\(GenesisValidators\)/u,
  'slashing/signing-info-missing': /no validator signing info found/u,
  'slashing/voter-unknown': /validator does not exist/u,
  'staking/slash-refused': /slash|insufficient funds|not-?bonded/iu,
  'upgrade/needed': /^UPGRADE ".*" NEEDED at height/u,
  'upgrade/refused': /upgrade|\bclient\b|channel|connection/iu,
  'upgrade/too-early': /^BINARY UPDATED BEFORE TRIGGER! UPGRADE ".*"/u,
};

/** Whether a program that stopped itself did so for the cause that the model predicts. */
export function isPredictedHalt({ haltCause }: Pick<Observation, 'haltCause'>, panic: string): boolean {
  return haltCause !== undefined && PANICS[haltCause].test(panic);
}

/** Whether two sides stop for the same cause: the model and a program, or two models. */
export function isSameHalt(mine: Observation, theirs: Observation): boolean {
  if (theirs.haltCause !== undefined) return mine.haltCause === theirs.haltCause;
  return theirs.halt !== undefined && isPredictedHalt(mine, theirs.halt);
}
