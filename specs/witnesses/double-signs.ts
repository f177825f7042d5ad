import type { RowView } from '../rows.ts';
import { readSlashRequest } from '../ccv-packet.ts';
import { changesOf, type BlockEvent } from '../event.ts';
import { isTooOld, keepsEvidence } from '../history/double-signs.ts';
import { ccvSent } from '../history/packets.ts';
import { slashLog } from '../tables/provider.ts';
import { signingInfos } from '../tables/slashing.ts';
import { redelegationsBySource, unbondingDelegations } from '../tables/staking/delegation.ts';
import { validators, validatorsByConsensusAddress } from '../tables/staking/validator.ts';
import { answered, onConsumer, onProvider, witness, type Witness } from '../witness.ts';

const SDK = 'SDK x/evidence';

/** Double signs that consensus reports: on the provider, and on a consumer, which tells the provider. */
export const DOUBLE_SIGN_WITNESSES: readonly Witness[] = [
  witness(
    'double-sign-punished',
    SDK,
    'A validator that signed two blocks of the provider was slashed, jailed and barred for ever.',
    onProvider((event) => event.block.misbehavior.length > 0 && keepsEvidence(event)),
  ),
  witness(
    'double-sign-takes-unbonding-stake',
    SDK,
    'A double sign on the provider took stake that had begun to unbond.',
    onProvider((event) => keepsEvidence(event) && changesOf(event, unbondingDelegations).length > 0),
  ),
  witness(
    'double-sign-takes-moved-stake',
    SDK,
    'A validator signed two blocks of the provider while stake that had moved away from it could still be taken.',
    onProvider((event) => {
      const sources = event.block.misbehavior.map(
        ({ address }) => event.view.row(validatorsByConsensusAddress, address) ?? '',
      );
      if (sources.length === 0 || !keepsEvidence(event)) return false;
      return [...event.view.rows(redelegationsBySource)].some(([key]) => sources.includes(key.split('/')[0] ?? ''));
    }),
  ),
  witness(
    'light-client-attack-reported',
    SDK,
    'Consensus reported an attack on a light client, and the validator was punished.',
    onProvider(
      (event) => event.block.misbehavior.some(({ type }) => type === 'light-client-attack') && keepsEvidence(event),
    ),
  ),
  witness(
    'old-double-sign-ignored',
    SDK,
    'Evidence that was too old in time and in blocks was ignored.',
    (event) =>
      event.event === 'block' &&
      event.block.misbehavior.some((evidence) => isTooOld(event, evidence)) &&
      !keepsEvidence(event),
  ),
  witness(
    'second-double-sign-ignored',
    SDK,
    'A validator that was barred already was reported again, and nothing happened to it.',
    onProvider(
      (event) =>
        event.block.misbehavior.some(
          ({ address }) => event.view.row(signingInfos, address)?.tombstoned === true && !isNew(event, address),
        ) && !keepsEvidence(event),
    ),
  ),
  witness(
    'barred-validator-stays-in-jail',
    'MsgUnjail',
    'A validator that is barred for ever asked to leave jail and was refused.',
    onProvider((event) =>
      answered(
        event,
        '/cosmos.slashing.v1beta1.MsgUnjail',
        ({ codespace, code }, { validator_addr: validator }) =>
          codespace === 'slashing' && code === 4 && isBarred(event.view, validator),
      ),
    ),
  ),
  witness(
    'double-sign-on-consumer',
    'ICS-028 §Consumer Initiated Slashing',
    'A validator that signed two blocks of a consumer was barred there.',
    onConsumer((event) => event.block.misbehavior.length > 0 && keepsEvidence(event)),
  ),
  witness(
    'double-sign-packet-sent',
    'ICS-028 §Consumer Initiated Slashing',
    'A consumer told the provider of a double sign.',
    onConsumer((event) => ccvSent(event).some(({ data }) => readSlashRequest(data)?.infraction === 'double-sign')),
  ),
  witness(
    'double-sign-noted',
    'ADR-005',
    'The provider wrote down that a consumer had reported a double sign.',
    onProvider((event) => changesOf(event, slashLog).length > 0),
  ),
];

/** Whether the validator of this operator, as messages name it, is barred for ever. */
function isBarred(view: RowView, validator: unknown): boolean {
  const [operator] =
    [...view.rows(validators)].find(([, { operator_address: address }]) => address === validator) ?? [];
  const [address = ''] = [...view.rows(validatorsByConsensusAddress)].find(([, of]) => of === operator) ?? [];
  return view.row(signingInfos, address)?.tombstoned === true;
}

function isNew(event: BlockEvent, address: string): boolean {
  return changesOf(event, signingInfos).some(({ key, row }) => key === address && row?.tombstoned === true);
}
