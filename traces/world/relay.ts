import type { ChainName, Height, Message } from '../../specs/block.ts';
import type { HeaderClaim, ProofClaim } from '../../specs/claim.ts';
import { sameValue, type Value } from '../../specs/value.ts';
import { bech32 } from '../../model/bech32.ts';
import { txOf } from '../actions/action.ts';
import { accountKey } from '../setup/keys.ts';
import { RELAYER } from '../setup/setup.ts';
import { clientLatestHeight, hasConsensusState, ibcRow } from './ibc.ts';
import { blockOrder, type Order } from './order.ts';
import { isHalted, setAt, type Chain, type World } from './world.ts';

/** Shows the counterparty what stands under a path of its own `ibc` store, with the height of the header to check it by. */
export interface Prover {
  readonly proofHeight: Height;
  /** The proven entry, `null` where there is none. */
  readonly row: (path: string) => Value;
  readonly prove: (path: string) => ProofClaim;
}

/** One relaying of messages from a chain to another: which client to update, what is proven, what is sent. */
export interface Relay {
  readonly from: ChainName;
  readonly to: ChainName;
  /** The client of `from` on `to`. */
  readonly client: string;
  /** What the messages prove; when the newest header does not show it yet, `from` makes a block first. */
  readonly paths: readonly string[];
  /** The messages, when the header to prove with stands. */
  messages(prover: Prover): readonly Message[];
}

/** The address of the relayer on a chain, which signs what it relays. */
export function relayerOn(chain: Chain): string {
  return bech32(chain.model.program.bech32Prefix, accountKey(RELAYER).address);
}

/**
 * Relays as a relayer does: one transaction on `to` that updates its client of `from` and delivers the messages.
 * State after a height is proven with the header one higher, so `from` makes a block when it has none to show.
 */
export function* relay(world: World, order: Relay): Generator<Order, void, void> {
  const from = world.chains.get(order.from);
  const to = world.chains.get(order.to);
  if (from === undefined || to === undefined || from.over || to.over) return;
  if (!shows(from, order.paths)) yield blockOrder(order.from);
  // The programs answer proofs from height 2 on, which the header at 3 carries.
  while (from.height < 3n && !from.over && !isHalted(from)) yield blockOrder(order.from);
  if (from.over || from.height < 3n) return;
  const messages = [...updateClient(from, to, order.client, from.height), ...order.messages(proverOf(from))];
  yield blockOrder(order.to, { txs: [txOf(RELAYER, ...messages)] });
}

/** The message that shows a header to a client, none when the client has it already. */
export function updateClient(
  from: Chain,
  to: Chain,
  client: string,
  height: bigint,
  tampered: HeaderClaim['tampered'] = '',
): Message[] {
  const trusted = clientLatestHeight(to.model.state, client);
  const target = { revision_number: from.revision, revision_height: height };
  if (hasConsensusState(to.model.state, client, target)) return [];
  return [
    {
      '@type': '/ibc.core.client.v1.MsgUpdateClient',
      client_id: client,
      client_message: claimOfHeader(from, height, trusted, tampered),
      signer: relayerOn(to),
    },
  ];
}

/** What the header of a chain at a height says to a client that trusts another height. */
export function claimOfHeader(
  chain: Chain,
  height: bigint,
  trusted: Height,
  tampered: HeaderClaim['tampered'] = '',
): HeaderClaim {
  const header = chain.headers[Number(height)];
  if (header === undefined) throw new Error(`${chain.name} has no header at ${height}`);
  const set = setAt(chain, Number(height));
  return {
    '@claim': 'header',
    chain: chain.name,
    chain_id: chain.genesis.chainId,
    height: { revision_number: chain.revision, revision_height: height },
    time: header.time,
    app_hash: header.appHash,
    next_validators_hash: header.nextValidatorsHash,
    validators: set,
    signed: set.map(({ address }) => address).filter((address) => !header.absent.has(address)),
    trusted_height: trusted,
    trusted_validators: chain.sets[Number(trusted.revision_height) + 1] ?? [],
    tampered,
  };
}

/** A header for a field of its own type. */
export function bare(claim: HeaderClaim): HeaderClaim {
  return { ...claim, bare: true };
}

/** Whether the newest header of a chain shows the present entries of these paths. */
function shows(chain: Chain, paths: readonly string[]): boolean {
  const { before, model } = chain;
  return paths.every((path) => sameValue(ibcRow(before, path), ibcRow(model.state, path)));
}

function proverOf(chain: Chain): Prover {
  const { before, height } = chain;
  const root = chain.headers[Number(height)]?.appHash ?? '';
  const row = (path: string): Value => ibcRow(before, path) ?? null;
  return {
    proofHeight: { revision_number: chain.revision, revision_height: height },
    row,
    prove: (path) => ({ '@claim': 'proof', chain: chain.name, height: height - 1n, root, path, row: row(path) }),
  };
}
