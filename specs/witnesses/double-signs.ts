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

/** Double signs that consensus reports: on the provider, and on a consumer, which reports them to the provider. */
export const DOUBLE_SIGN_WITNESSES: readonly Witness[] = [
  witness(
    'double-sign-punished',
    SDK,
    'A validator that double-signed on the provider was slashed, jailed and tombstoned.',
    onProvider((event) => event.block.misbehavior.length > 0 && keepsEvidence(event)),
  ),
  witness(
    'double-sign-takes-unbonding-stake',
    SDK,
    'A double sign on the provider slashed unbonding stake.',
    onProvider((event) => keepsEvidence(event) && changesOf(event, unbondingDelegations).length > 0),
  ),
  witness(
    'double-sign-takes-moved-stake',
    SDK,
    'A validator double-signed on the provider while stake that had been redelegated away from it could still be slashed.',
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
    'CometBFT reported a light client attack on the provider, and the validator was punished.',
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
    'Evidence against a tombstoned validator was ignored.',
    onProvider(
      (event) =>
        event.block.misbehavior.some(
          ({ address }) => event.view.row(signingInfos, address)?.tombstoned === true && !isNew(event, address),
        ) && !keepsEvidence(event),
    ),
  ),
  witness(
    'tombstoned-validator-unjail-refused',
    'MsgUnjail',
    'A tombstoned validator could not unjail itself.',
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
    'A validator that double-signed on a consumer was tombstoned there.',
    onConsumer((event) => event.block.misbehavior.length > 0 && keepsEvidence(event)),
  ),
  witness(
    'double-sign-packet-sent',
    'ICS-028 §Consumer Initiated Slashing',
    'A consumer reported a double sign to the provider.',
    onConsumer((event) => ccvSent(event).some(({ data }) => readSlashRequest(data)?.infraction === 'double-sign')),
  ),
  witness(
    'double-sign-logged',
    'ADR-005',
    'The provider logged a double sign that a consumer had reported.',
    onProvider((event) => changesOf(event, slashLog).length > 0),
  ),
];

/** Whether the validator is tombstoned; messages name it by its operator address. */
function isBarred(view: RowView, validator: unknown): boolean {
  const [operator] =
    [...view.rows(validators)].find(([, { operator_address: address }]) => address === validator) ?? [];
  const [address = ''] = [...view.rows(validatorsByConsensusAddress)].find(([, of]) => of === operator) ?? [];
  return view.row(signingInfos, address)?.tombstoned === true;
}

function isNew(event: BlockEvent, address: string): boolean {
  return changesOf(event, signingInfos).some(({ key, row }) => key === address && row?.tombstoned === true);
}
