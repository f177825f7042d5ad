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
/** From so many updates on, a slash packet is about a set of long ago. */
const LONG_AGO = 3n;

/** Downtime on a consumer: in every state that the validator can be in, and with every fill of the slash meter. */
export const CONSUMER_DOWNTIME_WITNESSES: readonly Witness[] = [
  {
    name: 'back-in-time',
    source: 'SDK x/slashing',
    describes: 'A validator that had missed blocks of a consumer signed again before it was too late.',
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
    'down-together',
    REQUEST,
    'A consumer reported two validators in one block.',
    onConsumer((event) => requested(event) > 1),
  ),
  witness(
    'down-while-reported',
    REQUEST,
    'A validator missed a block of a consumer that had already asked for its punishment.',
    onConsumer(({ block, view }) =>
      block.votes.some(({ signed, address }) => !signed && view.row(outstandingDowntime, address) !== undefined),
    ),
  ),
  witness(
    'down-before-first-vsc',
    REQUEST,
    'A validator was down too long on a consumer that no VSC packet had reached yet.',
    onConsumer((event) => requested(event) > 0 && event.view.row(providerChannel, SINGLETON) === undefined),
  ),
  {
    name: 'slash-packet-retried',
    source: 'ADR-008',
    describes: 'A consumer sent a slash packet that was bounced once more.',
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
    'A slash acknowledgement reached a consumer, which counts the misses of the validator again.',
    onConsumer(
      (event) =>
        cleared(event).length > 0 &&
        ccvReceived(event).some(({ data }) => (readValidatorSetChange(data)?.slashAcks ?? []).length > 0),
    ),
  ),
  witness(
    'downtime-flag-outlives-membership',
    REQUEST,
    'A validator left the set of a consumer that had asked for its punishment and was not answered yet.',
    onConsumer((event) =>
      changesOf(event, crossChainValidators).some(
        ({ key, row }) => row === undefined && event.view.row(outstandingDowntime, key) !== undefined,
      ),
    ),
  ),
  handled(
    'slash-packet-of-first-set',
    RECEIVE,
    'The provider handled a slash packet for the set that the consumer had begun with.',
    (_event, { request }) => request.valsetUpdateId === 0n,
  ),
  handled(
    'slash-packet-of-long-ago',
    RECEIVE,
    'The provider handled a slash packet after the validator set had changed several times.',
    (event, { request }) => (event.view.row(valsetUpdateId, SINGLETON) ?? 0n) - request.valsetUpdateId >= LONG_AGO,
  ),
  handled(
    'slash-packet-for-jailed',
    RECEIVE,
    'The provider handled a slash packet for a validator that was in jail already.',
    (event, slash) => isMember(event, slash) && isJailed(event, slash) && !changed(event, slash),
  ),
  handled(
    'slash-packet-for-barred',
    RECEIVE,
    'The provider handled a slash packet for a validator that it had barred for ever, and did nothing.',
    (event, { address }) => event.view.row(signingInfos, address)?.tombstoned === true,
  ),
  handled(
    'slash-packet-for-unbonding',
    RECEIVE,
    'A validator that had left the bonded set was jailed for its downtime on a consumer.',
    (event, slash) =>
      jails(event, slash) && !changesOf(event, lastValidatorPowers).some(({ key }) => key === slash.operator),
  ),
  handled(
    'slash-packet-for-inactive',
    'ADR-017',
    'A validator that the provider does not run itself was jailed for its downtime on a consumer.',
    (event, slash) =>
      jails(event, slash) &&
      changesOf(event, lastValidatorPowers).some(({ key }) => key === slash.operator) &&
      !changesOf(event, lastProviderConsensusValidators).some(({ key }) => key === slash.address),
  ),
  handled(
    'slash-packet-for-unbonded',
    RECEIVE,
    'The provider dropped a slash packet for a validator that was unbonded or gone.',
    (event, slash) => {
      if (!isMember(event, slash)) return false;
      const status = slash.operator && event.view.row(validators, slash.operator)?.status;
      return status === undefined || status === 'BOND_STATUS_UNBONDED';
    },
  ),
  handled(
    'slash-packet-for-outsider',
    RECEIVE,
    'The provider took no notice of a slash packet for who did not validate the consumer any more.',
    (event, slash) => isLaunched(event, slash) && !isMember(event, slash) && !jails(event, slash),
  ),
  handled(
    'slash-packet-of-stopped-consumer',
    RECEIVE,
    'The provider took no notice of a slash packet of a consumer that was stopped.',
    (event, slash) => !isLaunched(event, slash),
  ),
  handled(
    'slash-packet-with-old-key',
    'ADR-001',
    'A validator was jailed for a key that it had given up since the infraction.',
    (event, slash) => jails(event, slash) && isGivenUp(event, slash),
  ),
  {
    name: 'consumer-downtime-spares-tokens',
    source: 'ADR-020',
    describes: 'A validator that was down on a consumer was jailed and kept all of its tokens.',
    watch: () => tokensWatch((before, after) => before === after),
  },
  {
    name: 'consumer-downtime-burns',
    source: 'ADR-020',
    describes: 'Tokens of a validator that was down on a consumer were burned.',
    watch: () => tokensWatch((before, after) => after < before && after > 0n),
  },
  {
    name: 'consumer-downtime-burns-all',
    source: 'ADR-020',
    describes: 'All tokens of a validator that was down on a consumer were burned.',
    watch: () => tokensWatch((before, after) => before > 0n && after === 0n),
  },
  handled(
    'consumer-downtime-burns-unbonding',
    'ADR-020',
    'What had begun to unbond since the infraction was slashed for downtime on a consumer.',
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
    'What had moved to another validator since the infraction was slashed for downtime on a consumer.',
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
    describes: 'A validator that had come out of jail was jailed for downtime on a consumer once more.',
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
    describes: 'Two consumers had the same validator punished.',
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
  meter('slash-meter-negative', 'The slash meter fell below zero.', (before, after) => before >= 0n && after < 0n),
  meter(
    'slash-meter-empty',
    'The slash meter was drawn down and not below zero.',
    (before, after) => after < before && after >= 0n,
  ),
  meter(
    'slash-meter-replenished',
    'A slash meter that was below zero was replenished.',
    (before, after) => before < 0n && after > before,
  ),
  meter(
    'slash-meter-still-negative',
    'A slash meter was replenished and is below zero all the same.',
    (before, after) => after > before && after < 0n,
  ),
  {
    name: 'slash-meter-full-again',
    source: 'ADR-002',
    describes: 'A slash meter that had been drawn down was full, and its next replenishment was put off.',
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
    describes: 'A slash meter was replenished more than a whole period after it was due, and once only.',
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
    describes: 'The slash packet of a consumer was bounced because another consumer had emptied the slash meter.',
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

/** Whether the packet names an address that the provider remembers only for packets such as this. */
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
