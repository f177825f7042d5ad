import { SINGLETON } from '../key.ts';
import { readValidatorSetChange } from '../ccv-packet.ts';
import { changesOf, type BlockEvent, type HistoryEvent } from '../event.ts';
import { ccvReceived, ccvSent } from '../history/packets.ts';
import { slashesReceived, type ReceivedSlash } from '../history/slash-packets.ts';
import { crossChainValidators, outstandingDowntime, pendingPackets, providerChannel } from '../tables/consumer.ts';
import {
  consumerAddressesToPrune,
  consumerPhases,
  consumerValidators,
  lastProviderConsensusValidators,
  providerParams,
  slashMeter,
  slashMeterReplenishTime,
  valsetUpdateId,
} from '../tables/provider.ts';
import { signingInfos } from '../tables/slashing.ts';
import { delegations, redelegationsBySource, unbondingDelegations } from '../tables/staking/delegation.ts';
import { lastValidatorPowers, validators } from '../tables/staking/validator.ts';
import type { Hex, Nanos } from '../value.ts';
import { onConsumer, onProvider, witness, type Watch, type Witness } from '../witness.ts';

const REQUEST = 'ICS-028 ME [CCV-CCF-SNDSLASH]';
const RECEIVE = 'ICS-028 ME [CCV-PCF-RCVSLASH]';
/** A slash packet whose valset update is at least this many updates old is about an old set. */
const LONG_AGO = 3n;

/** Downtime on a consumer: for each state of the validator, and for each level of the slash meter. */
export const CONSUMER_DOWNTIME_WITNESSES: readonly Witness[] = [
  {
    name: 'signed-again-in-time',
    source: 'SDK x/slashing',
    describes: 'A validator that had missed blocks of a consumer signed again before it had missed too many.',
    watch(): Watch {
      const missed = new Map<string, bigint>();
      return {
        sees: onConsumer((event) => {
          let seen = false;
          for (const { key, row } of changesOf(event, signingInfos)) {
            const name = `${event.chain} ${key}`;
            const count = row?.missed_blocks_counter ?? 0n;
            if (count < (missed.get(name) ?? 0n) && (row?.index_offset ?? 0n) > 0n) seen = true;
            missed.set(name, count);
          }
          return seen;
        }),
      };
    },
  },
  witness(
    'two-reported-in-one-block',
    REQUEST,
    'A consumer reported the downtime of two validators in one block.',
    onConsumer((event) => requested(event) > 1),
  ),
  witness(
    'down-while-reported',
    REQUEST,
    'A validator missed a block of a consumer that had already reported its downtime.',
    onConsumer(({ block, view }) =>
      block.votes.some(({ signed, address }) => !signed && view.row(outstandingDowntime, address) !== undefined),
    ),
  ),
  witness(
    'down-before-first-vsc',
    REQUEST,
    'A validator missed too many blocks of a consumer before the first VSC packet had arrived.',
    onConsumer((event) => requested(event) > 0 && event.view.row(providerChannel, SINGLETON) === undefined),
  ),
  {
    name: 'slash-packet-retried',
    source: 'ADR-008',
    describes: 'A consumer sent a slash packet again that the provider had bounced.',
    watch(): Watch {
      const last = new Map<string, Hex>();
      return {
        sees: onConsumer((event) =>
          ccvSent(event).some(({ data }) => {
            const again = last.get(event.chain) === data;
            last.set(event.chain, data);
            return again;
          }),
        ),
      };
    },
  },
  witness(
    'downtime-flag-cleared',
    'ICS-028 ME [CCV-CCF-RCVVSC]',
    'A slash acknowledgement reached a consumer, so that it can report the downtime of the validator again.',
    onConsumer(
      (event) =>
        cleared(event).length > 0 &&
        ccvReceived(event).some(({ data }) => (readValidatorSetChange(data)?.slashAcks ?? []).length > 0),
    ),
  ),
  witness(
    'downtime-flag-outlives-membership',
    REQUEST,
    'A validator left the set of a consumer that had reported its downtime and had no slash acknowledgement yet.',
    onConsumer((event) =>
      changesOf(event, crossChainValidators).some(
        ({ key, row }) => row === undefined && event.view.row(outstandingDowntime, key) !== undefined,
      ),
    ),
  ),
  handled(
    'slash-packet-of-initial-set',
    RECEIVE,
    'The provider handled a slash packet for the initial set of the consumer.',
    (_event, { request }) => request.valsetUpdateId === 0n,
  ),
  handled(
    'slash-packet-of-old-set',
    RECEIVE,
    'The provider handled a slash packet for a validator set that had changed several times since.',
    (event, { request }) => (event.view.row(valsetUpdateId, SINGLETON) ?? 0n) - request.valsetUpdateId >= LONG_AGO,
  ),
  handled(
    'slash-packet-for-jailed',
    RECEIVE,
    'The provider handled a slash packet for a validator that was already jailed.',
    (event, slash) => isMember(event, slash) && isJailed(event, slash) && !changed(event, slash),
  ),
  handled(
    'slash-packet-for-tombstoned',
    RECEIVE,
    'The provider handled a slash packet for a tombstoned validator, and did nothing.',
    (event, { address }) => event.view.row(signingInfos, address)?.tombstoned === true,
  ),
  handled(
    'slash-packet-for-unbonding',
    RECEIVE,
    'An unbonding validator was jailed for downtime on a consumer.',
    (event, slash) =>
      jails(event, slash) && !changesOf(event, lastValidatorPowers).some(({ key }) => key === slash.operator),
  ),
  handled(
    'slash-packet-for-inactive',
    'ADR-017',
    'A bonded validator outside the active set of the provider was jailed for downtime on a consumer.',
    (event, slash) =>
      jails(event, slash) &&
      changesOf(event, lastValidatorPowers).some(({ key }) => key === slash.operator) &&
      !changesOf(event, lastProviderConsensusValidators).some(({ key }) => key === slash.address),
  ),
  handled(
    'slash-packet-for-unbonded',
    RECEIVE,
    'The provider ignored a slash packet for a validator that was unbonded or removed.',
    (event, slash) => {
      if (!isMember(event, slash)) return false;
      const status = slash.operator && event.view.row(validators, slash.operator)?.status;
      return status === undefined || status === 'BOND_STATUS_UNBONDED';
    },
  ),
  handled(
    'slash-packet-for-non-member',
    RECEIVE,
    'The provider ignored a slash packet for a validator that no longer validated the consumer.',
    (event, slash) => isLaunched(event, slash) && !isMember(event, slash) && !jails(event, slash),
  ),
  handled(
    'slash-packet-of-stopped-consumer',
    RECEIVE,
    'The provider ignored a slash packet from a stopped consumer.',
    (event, slash) => !isLaunched(event, slash),
  ),
  handled(
    'slash-packet-with-old-key',
    'ADR-001',
    'A validator was jailed for a slash packet that named a consumer key which it had replaced since the infraction.',
    (event, slash) => jails(event, slash) && isGivenUp(event, slash),
  ),
  {
    name: 'consumer-downtime-spares-tokens',
    source: 'ADR-020',
    describes: 'A validator was jailed for downtime on a consumer and not slashed.',
    watch: () => tokensWatch((before, after) => before === after),
  },
  {
    name: 'consumer-downtime-burns',
    source: 'ADR-020',
    describes: 'A validator was slashed for downtime on a consumer.',
    watch: () => tokensWatch((before, after) => after < before && after > 0n),
  },
  {
    name: 'consumer-downtime-burns-all',
    source: 'ADR-020',
    describes: 'A validator lost all its tokens for downtime on a consumer.',
    watch: () => tokensWatch((before, after) => before > 0n && after === 0n),
  },
  handled(
    'consumer-downtime-burns-unbonding',
    'ADR-020',
    'Downtime on a consumer slashed stake that had begun to unbond after the infraction.',
    (event, slash) =>
      jails(event, slash) &&
      changesOf(event, unbondingDelegations).some(
        ({ key, row }) =>
          key.endsWith(`/${slash.operator}`) && row?.entries.some(({ balance, initial_balance: all }) => balance < all),
      ),
  ),
  handled(
    'consumer-downtime-burns-redelegated',
    'ADR-020',
    'Downtime on a consumer slashed stake that had been redelegated after the infraction.',
    (event, slash) =>
      jails(event, slash) &&
      changesOf(event, delegations).some(({ key }) => {
        const [delegator, destination] = delegations.parts(key);
        const moved = redelegationsBySource.key(slash.operator ?? '', delegator, destination);
        return event.view.row(redelegationsBySource, moved) !== undefined;
      }),
  ),
  {
    name: 'jailed-for-consumer-again',
    source: RECEIVE,
    describes: 'A validator was jailed for downtime on a consumer, unjailed, and jailed for it again.',
    watch(): Watch {
      const jailed = new Set<string>();
      return {
        sees: onProvider((event) =>
          slashesReceived(event).some((slash) => {
            if (!jails(event, slash)) return false;
            return jailed.has(slash.address) || !jailed.add(slash.address);
          }),
        ),
      };
    },
  },
  {
    name: 'reported-by-two-consumers',
    source: RECEIVE,
    describes: 'The provider handled slash packets from two consumers for the same validator.',
    watch(): Watch {
      const reporters = new Map<string, Set<string>>();
      return {
        sees: onProvider((event) =>
          slashesReceived(event).some(({ address, consumerId, result }) => {
            if (result !== 'handled') return false;
            const known = reporters.get(address) ?? new Set();
            reporters.set(address, known.add(consumerId));
            return known.size > 1;
          }),
        ),
      };
    },
  },
  meter('slash-meter-negative', 'The slash meter became negative.', (before, after) => before >= 0n && after < 0n),
  meter(
    'slash-meter-empty',
    'The slash meter was reduced, and did not become negative.',
    (before, after) => after < before && after >= 0n,
  ),
  meter(
    'slash-meter-replenished',
    'A negative slash meter was replenished.',
    (before, after) => before < 0n && after > before,
  ),
  meter(
    'slash-meter-still-negative',
    'A negative slash meter was replenished, and was still negative.',
    (before, after) => after > before && after < 0n,
  ),
  {
    name: 'slash-meter-full-again',
    source: 'ADR-002',
    describes: 'A slash meter was full again, and its next replenishment was rescheduled.',
    watch(): Watch {
      let isDrawn = false;
      let before = 0n;
      let due: Nanos | undefined;
      return {
        sees: onProvider((event) => {
          const after = changesOf(event, slashMeter).at(-1)?.row ?? before;
          const next = event.view.row(slashMeterReplenishTime, SINGLETON);
          const isPutOff = due !== undefined && event.block.time < due && next !== due;
          const seen = isDrawn && isPutOff && after >= before;
          isDrawn = after < before || (isDrawn && !seen);
          before = after;
          due = next;
          return seen;
        }),
      };
    },
  },
  {
    name: 'slash-meter-replenished-late',
    source: 'ADR-002',
    describes: 'A slash meter was replenished once although more than two replenishment periods had passed.',
    watch(): Watch {
      let before: bigint | undefined;
      let due: Nanos | undefined;
      return {
        sees: onProvider((event) => {
          const after = event.view.row(slashMeter, SINGLETON);
          const period = event.view.row(providerParams, SINGLETON)?.slash_meter_replenish_period ?? 0n;
          const isLate = due !== undefined && event.block.time - due > period;
          const seen = isLate && after !== undefined && before !== undefined && after > before;
          before = after;
          due = event.view.row(slashMeterReplenishTime, SINGLETON);
          return seen;
        }),
      };
    },
  },
  {
    name: 'consumers-compete-for-meter',
    source: 'ADR-002',
    describes: 'The slash packet of a consumer was bounced because another consumer had used up the slash meter.',
    watch(): Watch {
      let last: string | undefined;
      return {
        sees: onProvider((event) =>
          slashesReceived(event).some(({ consumerId, result }) => {
            if (result === 'handled') last = consumerId;
            return result === 'bounced' && last !== undefined && last !== consumerId;
          }),
        ),
      };
    },
  },
];

function handled(
  name: string,
  source: string,
  describes: string,
  sees: (event: BlockEvent, slash: ReceivedSlash) => boolean,
): Witness {
  return witness(
    name,
    source,
    describes,
    onProvider((event) => slashesReceived(event).some((slash) => slash.result === 'handled' && sees(event, slash))),
  );
}

function meter(name: string, describes: string, sees: (before: bigint, after: bigint) => boolean): Witness {
  return {
    name,
    describes,
    source: 'ADR-002',
    watch(): Watch {
      let before: bigint | undefined;
      return {
        sees: onProvider((event) => {
          const after = changesOf(event, slashMeter).at(-1)?.row;
          if (after === undefined) return false;
          const seen = before !== undefined && sees(before, after);
          before = after;
          return seen;
        }),
      };
    },
  };
}

/** Watches the tokens of validators that a slash packet jails. */
function tokensWatch(sees: (before: bigint, after: bigint) => boolean): Watch {
  const tokens = new Map<Hex, bigint>();
  return {
    sees: onProvider((event) => {
      const changes = changesOf(event, validators);
      if (changes.length === 0) return false;
      const seen = slashesReceived(event).some((slash) => {
        const row = slash.operator === undefined ? undefined : event.view.row(validators, slash.operator);
        const before = tokens.get(slash.operator ?? '');
        return jails(event, slash) && row !== undefined && before !== undefined && sees(before, row.tokens);
      });
      for (const { key, row } of changes) tokens.set(key, row?.tokens ?? 0n);
      return seen;
    }),
  };
}

function requested(event: BlockEvent): number {
  return changesOf(event, pendingPackets).filter(({ row }) => row !== undefined).length;
}

function cleared(event: BlockEvent): readonly unknown[] {
  return changesOf(event, outstandingDowntime).filter(({ row }) => row === undefined);
}

function isLaunched({ view }: HistoryEvent, { consumerId }: ReceivedSlash): boolean {
  return view.row(consumerPhases, consumerId) === 'CONSUMER_PHASE_LAUNCHED';
}

function isMember(event: HistoryEvent, slash: ReceivedSlash): boolean {
  return (
    isLaunched(event, slash) &&
    event.view.row(consumerValidators, consumerValidators.key(slash.consumerId, slash.address)) !== undefined
  );
}

/** Whether the packet names the address of a consumer key that the validator has replaced. */
function isGivenUp({ view }: HistoryEvent, { consumerId, request }: ReceivedSlash): boolean {
  for (const [key, { addresses }] of view.rows(consumerAddressesToPrune)) {
    if (key.startsWith(`${consumerId}/`) && addresses.includes(request.address)) return true;
  }
  return false;
}

function isJailed({ view }: HistoryEvent, { operator }: ReceivedSlash): boolean {
  return operator !== undefined && view.row(validators, operator)?.jailed === true;
}

function changed(event: HistoryEvent, { operator }: ReceivedSlash): boolean {
  return changesOf(event, validators).some(({ key }) => key === operator);
}

function jails(event: HistoryEvent, slash: ReceivedSlash): boolean {
  return slash.result === 'handled' && isJailed(event, slash) && changed(event, slash);
}
