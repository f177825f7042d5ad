import type { ChainName } from '../block.ts';
import { SINGLETON } from '../key.ts';
import { changesOf, type BlockEvent, type HistoryEvent } from '../event.ts';
import { outstandingDowntime, pendingPackets } from '../tables/consumer.ts';
import { signingInfos, slashingParams, type SlashingParamsRow } from '../tables/slashing.ts';
import { validators, validatorsByConsensusAddress } from '../tables/staking/validator.ts';
import { ONE, type Hex } from '../value.ts';

/** How many of its last blocks a validator missed. */
export interface Missed {
  readonly address: Hex;
  /** How many blocks of the current signing window it missed. */
  readonly missed: bigint;
  /** How many blocks of the window it may miss. */
  readonly most: bigint;
  /** Whether governance has changed the length of the window since the first known vote. */
  readonly windowChanged: boolean;
}

/** What a block shows about downtime. */
export interface DowntimeShown {
  /** The validators that the chain punished or reported to the provider. */
  readonly punished: readonly Missed[];
  /** The validators whose counter of missed blocks is wrong. */
  readonly miscounted: readonly Missed[];
}

/** The votes of a validator since its last punishment: how many, and the numbers of the missed ones, from 1. */
interface Votes {
  counted: number;
  readonly missed: number[];
  windowChanged: boolean;
}

interface Chain {
  readonly votes: Map<Hex, Votes>;
  /** The validators whose votes do not count: reported for downtime, or operators in jail, before the block. */
  readonly reported: Set<Hex>;
  readonly jailed: Set<Hex>;
  /** The parameters before the block, which the block counts with. */
  params: SlashingParamsRow | undefined;
}

const NOTHING: DowntimeShown = { punished: [], miscounted: [] };

/** Whether a punished validator missed no more blocks than it may. */
export function isWronged({ missed, most }: Missed): boolean {
  return missed <= most;
}

/** Counts the missed votes of the validators of every chain (SDK x/slashing), from the votes only. */
export class MissedVotes {
  readonly #chains = new Map<ChainName, Chain>();

  /** Call it with every event, in order. */
  observe(event: HistoryEvent): DowntimeShown {
    if (event.event === 'start') return NOTHING;
    let chain = this.#chains.get(event.chain);
    if (chain === undefined) {
      chain = { votes: new Map(), reported: new Set(), jailed: new Set(), params: undefined };
      this.#chains.set(event.chain, chain);
    }
    const params = chain.params ?? event.view.row(slashingParams, SINGLETON);
    const shown = params === undefined ? NOTHING : judge(event, chain, params);
    remember(event, chain);
    return shown;
  }
}

function judge(event: BlockEvent, chain: Chain, params: SlashingParamsRow): DowntimeShown {
  count(event, chain);
  const missedBy = (address: Hex): Missed => missedOf(chain, address, params);
  const miscounted: Missed[] = [];
  const reset: Missed[] = [];
  for (const { key: address, row } of changesOf(event, signingInfos)) {
    if (row === undefined || !chain.votes.has(address)) continue;
    const missed = missedBy(address);
    if (row.index_offset === 0n) reset.push(missed);
    else if (row.missed_blocks_counter !== missed.missed) miscounted.push(missed);
  }
  const punished = event.kind === 'consumer' ? reportedIn(event).map(missedBy) : reset;
  for (const { address } of [...punished, ...reset]) chain.votes.delete(address);
  return { punished, miscounted };
}

function count({ kind, block, view }: BlockEvent, { votes, reported, jailed }: Chain): void {
  for (const { address, signed } of block.votes) {
    const isJailed = kind !== 'consumer' && jailed.has(view.row(validatorsByConsensusAddress, address) ?? '');
    if (isJailed || reported.has(address)) continue;
    const known = votes.get(address) ?? { counted: 0, missed: [], windowChanged: false };
    known.counted++;
    if (!signed) known.missed.push(known.counted);
    votes.set(address, known);
  }
}

/** The validators whose downtime became outstanding on a consumer. */
function reportedIn(event: BlockEvent): Hex[] {
  return changesOf(event, pendingPackets).flatMap(({ row }) =>
    row?.slashPacketData.infraction === 'INFRACTION_DOWNTIME' ? [row.slashPacketData.validator.address] : [],
  );
}

function missedOf({ votes }: Chain, address: Hex, params: SlashingParamsRow): Missed {
  const { counted, missed, windowChanged } = votes.get(address) ?? { counted: 0, missed: [], windowChanged: false };
  const begin = counted - Number(params.signed_blocks_window);
  const inWindow = missed.filter((vote) => vote > begin).length;
  return { address, missed: BigInt(inWindow), most: mayMiss(params), windowChanged };
}

function remember(event: BlockEvent, chain: Chain): void {
  for (const { key, row } of changesOf(event, outstandingDowntime)) setOrDelete(chain.reported, key, row !== undefined);
  for (const { key, row } of changesOf(event, validators)) setOrDelete(chain.jailed, key, row?.jailed === true);
  const params = event.view.row(slashingParams, SINGLETON);
  if (chain.params !== undefined && params?.signed_blocks_window !== chain.params.signed_blocks_window) {
    for (const votes of chain.votes.values()) votes.windowChanged = true;
  }
  chain.params = params;
}

function setOrDelete(set: Set<Hex>, key: Hex, isIn: boolean): void {
  if (isIn) set.add(key);
  else set.delete(key);
}

/** How many blocks of a window a validator may miss: the rest, rounded half to even, must be signed. */
function mayMiss({ signed_blocks_window: window, min_signed_per_window: share }: SlashingParamsRow): bigint {
  const scaled = window * share;
  const whole = scaled / ONE;
  const twice = 2n * (scaled % ONE);
  const up = twice > ONE || (twice === ONE && whole % 2n === 1n);
  return window - (up ? whole + 1n : whole);
}
