/** Why a program stops itself: the module that does it, and what is wrong there. */
export const HALT_CAUSES = [
  'app/no-validators',
  'consumer/genesis-missing',
  'consumer/connection-missing',
  'consumer/channel-refused',
  'consumer/client-refused',
  'democracy/rewards-refused',
  'distribution/fees-refused',
  'distribution/holdings-differ',
  'distribution/voter-unknown',
  'evidence/signing-info-missing',
  'gov/proposal-missing',
  'provider/infraction-parameters-missing',
  'provider/power-shaping-missing',
  'provider/top-n-empty',
  'provider/validators-not-in-consensus',
  'slashing/signing-info-missing',
  'slashing/voter-unknown',
  'staking/slash-refused',
  'upgrade/needed',
  'upgrade/refused',
  'upgrade/too-early',
] as const;
/** One of these. */
export type HaltCause = (typeof HALT_CAUSES)[number];
