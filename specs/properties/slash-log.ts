import { readSlashRequest } from '../ccv-packet.ts';
import { changesOf, type BlockEvent } from '../event.ts';
import { ConsumerAddresses } from '../history/accused.ts';
import { ccvReceived } from '../history/packets.ts';
import { violation, type ExecutableProperty, type PropertyMonitor } from '../property.ts';
import { channelToConsumer, slashLog } from '../tables/provider.ts';
import type { Hex } from '../value.ts';

/** What a slash packet for a double sign writes (ADR-005, ADR-013). */
export const slashLogOfDoubleSigns: ExecutableProperty = {
  name: 'slash-log-of-double-signs',
  statement: 'The provider logs a validator if, and only if, a consumer reports that it double-signed.',
  kind: 'safety',
  group: 'slashing',
  source: 'ADR-005',
  touches: { provider: ['provider/slash-log', 'written-acks/provider'] },
  status: 'executable',
  monitor,
};

/** The acknowledgement of a slash packet that the provider accepted but did not handle: the v1Result. */
const NOTED = Buffer.from(JSON.stringify({ result: Buffer.of(1).toString('base64') })).toString('hex');

function monitor(): PropertyMonitor {
  const addresses = new ConsumerAddresses();
  const log = new Set<Hex>();
  return {
    observe(event) {
      if (event.kind !== 'provider') return undefined;
      addresses.observe(event);
      const written = changesOf(event, slashLog).flatMap(({ key, row }) => (row === undefined ? [] : [key]));
      const reported = event.event === 'block' ? reportedIn(event, addresses) : NOBODY;
      for (const address of written) {
        if (!reported.has(address)) {
          return violation(event, `${address} is in the slash log; however no consumer reported a double sign of it`);
        }
        log.add(address);
      }
      const missing = [...reported].find((address) => !log.has(address));
      return missing === undefined
        ? undefined
        : violation(event, `a double sign of ${missing} was reported; however it is not in the slash log`);
    },
  };
}

const NOBODY: ReadonlySet<Hex> = new Set();

/** The validators whose double sign was reported and accepted in this block. */
function reportedIn(event: BlockEvent, addresses: ConsumerAddresses): ReadonlySet<Hex> {
  const packets = ccvReceived(event);
  if (packets.length === 0) return NOBODY;
  const noted = event.observation.writtenAcks.filter(({ acknowledgement }) => acknowledgement === NOTED);
  const found = new Set<Hex>();
  for (const { packet } of noted) {
    const request = readSlashRequest(packet.data);
    const consumerId = event.view.row(channelToConsumer, packet.destination_channel);
    if (request?.infraction === 'double-sign' && consumerId !== undefined) {
      found.add(addresses.ownerOf(consumerId, request.address));
    }
  }
  return found;
}
