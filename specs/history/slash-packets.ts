import type { RowView } from '../rows.ts';
import type { Packet } from '../block.ts';
import { readSlashRequest, type SlashRequest } from '../ccv-packet.ts';
import type { HistoryEvent } from '../event.ts';
import { channelToConsumer, validatorsByConsumerAddress } from '../tables/provider.ts';
import { isForged } from './forged-packets.ts';
import { validatorsByConsensusAddress } from '../tables/staking/validator.ts';
import type { Hex } from '../value.ts';
import type { ConsumerId } from './consumer-ids.ts';

/** How the provider answered a slash packet (ADR-008); `error` is an error acknowledgement. */
export type SlashResult = 'noted' | 'handled' | 'bounced' | 'error';

/** A slash packet that a block of the provider received. */
export interface ReceivedSlash {
  readonly packet: Packet;
  readonly request: SlashRequest;
  readonly result: SlashResult;
  readonly consumerId: ConsumerId;
  /** Whether the packet is forged. */
  readonly forged: boolean;
  /** The provider consensus address that the consumer address belongs to (ADR-001). */
  readonly address: Hex;
  /** Its operator; `undefined` if staking has no validator with this address. */
  readonly operator: Hex | undefined;
}

const NONE: readonly ReceivedSlash[] = [];

/** The results that ADR-008 puts into acknowledgements. */
const RESULTS: ReadonlyMap<Hex, SlashResult> = new Map([
  [answerOf(1), 'noted'],
  [answerOf(2), 'handled'],
  [answerOf(3), 'bounced'],
]);

/** The acknowledgement of a slash packet with one of the results of ADR-008. */
export function answerOf(result: number): Hex {
  return Buffer.from(JSON.stringify({ result: Buffer.of(result).toString('base64') })).toString('hex');
}

/** The slash packets that a block of the provider received, in order. */
export function slashesReceived(event: HistoryEvent): readonly ReceivedSlash[] {
  const { writtenAcks } = event.observation;
  if (event.kind !== 'provider' || writtenAcks.length === 0) return NONE;
  return writtenAcks.flatMap(({ packet, acknowledgement }) => {
    if (packet.destination_port !== 'provider') return [];
    const request = readSlashRequest(packet.data);
    const consumerId = event.view.row(channelToConsumer, packet.destination_channel);
    if (request === undefined || consumerId === undefined) return [];
    const address = providerAddress(event.view, consumerId, request.address);
    const operator = event.view.row(validatorsByConsensusAddress, address);
    const result = RESULTS.get(acknowledgement) ?? 'error';
    return [{ packet, request, result, consumerId, forged: isForged(event, packet), address, operator }];
  });
}

function providerAddress(view: RowView, consumerId: ConsumerId, address: Hex): Hex {
  return view.row(validatorsByConsumerAddress, validatorsByConsumerAddress.key(consumerId, address)) ?? address;
}
