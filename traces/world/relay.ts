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

/** Proves entries of the `ibc` store of a chain to its counterparty, with the header at `height`. */
export interface Prover {
  readonly proofHeight: Height;
  /** The proven entry, or `null` for a proof of absence. */
  readonly row: (path: string) => Value;
  readonly prove: (path: string) => ProofClaim;
}

/** Messages to relay from one chain to another: the client to update, the proven paths, the messages. */
export interface Relay {
  readonly from: ChainName;
  readonly to: ChainName;
  /** The client of `from` on `to`. */
  readonly client: string;
  /** The paths that the messages prove. If the newest header does not prove them yet, `from` makes a block first. */
  readonly paths: readonly string[];
  /** Builds the messages once the header for the proofs exists. */
  messages(prover: Prover): readonly Message[];
}

/** The address of the relayer on a chain. */
export function relayerOn(chain: Chain): string {
  return bech32(chain.model.program.bech32Prefix, accountKey(RELAYER).address);
}

/**
 * Relays messages in one transaction on `to` that first updates its client of `from`. The header at a height proves the
 * state after the previous height, so `from` makes a block if its newest header is too old.
 */
export function* relay(world: World, order: Relay): Generator<Order, void, void> {
  const from = world.chains.get(order.from);
  const to = world.chains.get(order.to);
  if (from === undefined || to === undefined || from.over || to.over) return;
  if (!shows(from, order.paths)) yield blockOrder(order.from);
  // The programs return proofs from height 2 on, and the header at height 3 proves them.
  while (from.height < 3n && !from.over && !isHalted(from)) yield blockOrder(order.from);
  if (from.over || from.height < 3n) return;
  const messages = [...updateClient(from, to, order.client, from.height), ...order.messages(proverOf(from))];
  yield blockOrder(order.to, { txs: [txOf(RELAYER, ...messages)] });
}

/** The message that updates a client, or none if the client already has this header. */
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

/** The header of a chain at a height, for a client that trusts another height. */
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

/** The header without its type URL, for a field of type `Header` instead of `Any`. */
export function bare(claim: HeaderClaim): HeaderClaim {
  return { ...claim, bare: true };
}

/** Whether the newest header of a chain proves the current entries at these paths. */
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
