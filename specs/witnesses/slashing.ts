import { readValidatorSetChange } from '../ccv-packet.ts';
import { changesOf, type BlockEvent } from '../event.ts';
import { ccvSent } from '../history/packets.ts';
import { signingInfos } from '../tables/slashing.ts';
import { validators } from '../tables/staking/validator.ts';
import { onConsumer, onProvider, refused, witness, type Witness } from '../witness.ts';

const CONSUMER_SLASHING = 'ICS-028 §Consumer Initiated Slashing';

/** Downtime on the provider, and on a consumer that reports it to the provider. */
export const SLASHING_WITNESSES: readonly Witness[] = [
  witness(
    'block-missed',
    'SDK x/slashing',
    'A validator did not sign a block of the provider.',
    onProvider(({ block }) => block.votes.some(({ signed }) => !signed)),
  ),
  witness(
    'jailed-for-downtime',
    'SDK x/slashing',
    'A validator missed too many blocks of the provider and was jailed.',
    onProvider(
      (event) =>
        jails(event) &&
        changesOf(event, signingInfos).some(
          ({ row }) => row !== undefined && row.index_offset === 0n && row.jailed_until > event.block.time,
        ),
    ),
  ),
  witness(
    'unjail-refused-by-consumer',
    'ICS-028 §Consumer Initiated Slashing, MsgUnjail',
    'A consumer refused to unjail a validator: only the provider unjails.',
    onConsumer((event) => refused(event, '/cosmos.slashing.v1beta1.MsgUnjail', 'undefined', 1)),
  ),
  witness(
    'unjail-too-early-refused',
    'MsgUnjail',
    'A validator could not be unjailed because its jail time was not over.',
    onProvider((event) => refused(event, '/cosmos.slashing.v1beta1.MsgUnjail', 'slashing', 4)),
  ),
  witness(
    'slash-packet-sent',
    CONSUMER_SLASHING,
    'A consumer sent a slash packet for a validator that had missed too many blocks.',
    onConsumer((event) => ccvSent(event).length > 0),
  ),
  witness(
    'slash-packet-handled',
    'ICS-028 ME [CCV-PCF-RCVSLASH]',
    'The provider handled a slash packet.',
    onProvider((event) => answers(event, HANDLED)),
  ),
  witness(
    'jailed-for-consumer',
    'ICS-028 ME [CCV-PCF-RCVSLASH]',
    'A validator was jailed on the provider for downtime on a consumer.',
    onProvider((event) => answers(event, HANDLED) && jails(event)),
  ),
  witness(
    'slash-packet-bounced',
    'ADR-008',
    'The provider bounced a slash packet because its slash meter was negative.',
    onProvider((event) => answers(event, BOUNCED)),
  ),
  witness(
    'slash-acknowledged',
    'ICS-028 ME [CCV-PCF-EBLOCK-VSU]',
    'A VSC packet carried a slash acknowledgement.',
    onProvider((event) =>
      ccvSent(event).some(({ data }) => (readValidatorSetChange(data)?.slashAcks ?? []).length > 0),
    ),
  ),
];

/** The results that ADR-008 puts into acknowledgements. */
const HANDLED = answer(2);
const BOUNCED = answer(3);

function answer(result: number): string {
  return Buffer.from(JSON.stringify({ result: Buffer.of(result).toString('base64') })).toString('hex');
}

function answers({ observation }: BlockEvent, expected: string): boolean {
  return observation.writtenAcks.some(
    ({ packet, acknowledgement }) => packet.source_port === 'consumer' && acknowledgement === expected,
  );
}

function jails(event: BlockEvent): boolean {
  return changesOf(event, validators).some(({ row }) => row?.jailed === true);
}
