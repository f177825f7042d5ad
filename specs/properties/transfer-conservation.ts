import type { ChainName } from '../block.ts';
import { changesOf, type HistoryEvent } from '../event.ts';
import { sentAs } from '../history/commitments.ts';
import { transfersReceived, transfersRefunded, transfersSent, type TransferPacket } from '../history/transfers.ts';
import { violation, type ExecutableProperty, type PropertyMonitor } from '../property.ts';
import { supply } from '../tables/bank.ts';
import { channelEnds } from '../tables/ibc/channel.ts';
import { totalEscrow } from '../tables/transfer.ts';
import { cameOver, nameOfDenom, pathOfDenom, readPath, VOUCHER, withHop, withoutHop } from '../traced-denom.ts';

const PORT = 'transfer';

/** Transfers neither create nor destroy tokens (ICS-20 §Desired Properties: two-way peg, total supply). */
export const transferConservation: ExecutableProperty = {
  name: 'transfer-conservation',
  statement:
    'For each denomination, the escrowed amount equals the vouchers on the other chains plus the amount in flight.',
  kind: 'safety',
  group: 'rewards',
  source: 'SM §System Properties (Consumer Rewards Distribution: supply is conserved); ICS-20 §Desired Properties',
  touches: {
    provider: ['transfer/total-escrow', 'bank/supply', 'sent-packets/transfer', 'written-acks/transfer'],
    consumer: ['transfer/total-escrow', 'bank/supply', 'sent-packets/transfer', 'written-acks/transfer'],
  },
  status: 'executable',
  monitor,
};

/** A denomination, as the chain that escrows it names it. */
interface Escrowed {
  readonly home: ChainName;
  readonly path: string;
}

interface UnderWay extends Escrowed {
  readonly amount: bigint;
}

/** The transfer channel of a consumer or standalone chain: its own end and the end on the provider. */
interface Link {
  readonly consumer: ChainName;
  readonly here: string;
  readonly there: string;
}

function monitor(): PropertyMonitor {
  const links = new Map<string, Link>();
  const vouchers = new Amounts();
  const escrows = new Amounts();
  const underWay = new Map<string, UnderWay>();
  const known = new Map<string, Escrowed>();

  const otherEnd = (chain: ChainName, channel: string): ChainName | undefined =>
    chain === 'provider' ? links.get(channel)?.consumer : 'provider';

  const escrowedOf = (event: HistoryEvent, { packet, data }: TransferPacket): Escrowed | undefined => {
    const denom = readPath(data.denom);
    if (!cameOver(denom, packet.source_port, packet.source_channel)) return { home: event.chain, path: data.denom };
    const home = otherEnd(event.chain, packet.source_channel);
    return home === undefined ? undefined : { home, path: pathOfDenom(withoutHop(denom)) };
  };

  const voucherSupply = ({ home, path }: Escrowed): bigint => {
    let sum = 0n;
    for (const { consumer, here, there } of links.values()) {
      if (home !== 'provider' && home !== consumer) continue;
      const [chain, channel_id] = home === 'provider' ? [consumer, here] : ['provider', there];
      sum += vouchers.get(chain, nameOfDenom(withHop(readPath(path), { port_id: PORT, channel_id })));
    }
    return sum;
  };

  const take = (event: HistoryEvent): boolean => {
    let moved = learnLinks(event, links);
    for (const { key, row } of changesOf(event, supply)) {
      if (key.startsWith(VOUCHER)) moved = vouchers.set(event.chain, key, row ?? 0n);
    }
    for (const { key, row } of changesOf(event, totalEscrow)) moved = escrows.set(event.chain, key, row?.int ?? 0n);
    for (const transfer of transfersSent(event)) {
      const escrowed = escrowedOf(event, transfer);
      if (escrowed === undefined) continue;
      known.set(`${escrowed.home} ${escrowed.path}`, escrowed);
      underWay.set(sentAs(event.chain, transfer.packet), { ...escrowed, amount: transfer.data.amount });
      moved = true;
    }
    for (const { packet, success } of transfersReceived(event)) {
      const sender = otherEnd(event.chain, packet.destination_channel);
      if (success && sender !== undefined) moved = underWay.delete(sentAs(sender, packet)) || moved;
    }
    if (event.event === 'block') {
      for (const { packet } of transfersRefunded(event)) underWay.delete(sentAs(event.chain, packet));
    }
    return moved;
  };

  return {
    observe(event) {
      if (!take(event)) return undefined;
      for (const escrowed of known.values()) {
        const { home, path } = escrowed;
        const held = escrows.get(home, nameOfDenom(readPath(path)));
        const abroad = voucherSupply(escrowed);
        let moving = 0n;
        for (const one of underWay.values()) if (one.home === home && one.path === path) moving += one.amount;
        if (held === abroad + moving) continue;
        const because = `${home} holds ${held} of ${path} in escrow; however there are ${abroad} vouchers and ${moving} in flight`;
        return violation(event, because);
      }
      return undefined;
    },
  };
}

/** Amounts by chain and denomination. */
class Amounts {
  readonly #amounts = new Map<string, bigint>();

  get(chain: ChainName, denom: string): bigint {
    return this.#amounts.get(`${chain} ${denom}`) ?? 0n;
  }

  set(chain: ChainName, denom: string, amount: bigint): true {
    this.#amounts.set(`${chain} ${denom}`, amount);
    return true;
  }
}

/** The consumer's end of a transfer channel names the provider's end, which is unique on the provider. */
function learnLinks(event: HistoryEvent, links: Map<string, Link>): boolean {
  if (event.kind === 'provider') return false;
  let learnt = false;
  for (const { key, row } of changesOf(event, channelEnds)) {
    const [port, , here = ''] = key.split('/');
    const there = row?.counterparty.channel_id ?? '';
    if (port !== PORT || there === '') continue;
    links.set(there, { consumer: event.chain, here, there });
    learnt = true;
  }
  return learnt;
}
