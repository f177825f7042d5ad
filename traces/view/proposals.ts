import { rowsOf } from '../../specs/rows.ts';
import { proposals as table, type ProposalRow, type ProposalStatus } from '../../specs/tables/gov.ts';
import type { ChainName } from '../../specs/block.ts';
import { addressOf } from '../../model/bech32.ts';
import { accountKeyAt } from '../setup/keys.ts';
import type { World } from '../world/world.ts';
import { cached } from './cached.ts';

/** An id far above any that a trace reaches. */
const NO_PROPOSAL = 404_404n;

/** What drawing wants to know of a proposal. */
export interface SeenProposal {
  /** Its title, by which traces name it. */
  readonly name: string;
  readonly id: bigint;
  readonly status: ProposalStatus;
  /** The name of the account that has made it. */
  readonly by: string | undefined;
}

const seen = cached((rows: ReadonlyMap<string, ProposalRow>): readonly SeenProposal[] =>
  [...rows.values()].map(({ title, id, status, proposer }) => ({
    name: title,
    id,
    status,
    by: accountKeyAt(addressOf('cosmos', proposer) ?? addressOf('consumer', proposer) ?? '')?.name,
  })),
);

/** The proposals of a chain, decided or not; by default of the provider. */
export function proposals(world: World, chain: ChainName = 'provider'): readonly SeenProposal[] {
  const state = world.chains.get(chain)?.model.state;
  return state === undefined ? [] : seen(rowsOf(state, table));
}

/** The proposals that still take deposits, or votes only. */
export function openProposals(world: World, status?: ProposalStatus, chain?: ChainName): readonly SeenProposal[] {
  return proposals(world, chain).filter((proposal) =>
    status === undefined ? /DEPOSIT|VOTING/u.test(proposal.status) : proposal.status === status,
  );
}

/** The id of the newest proposal with this name; one that no proposal has otherwise. */
export function proposalId(world: World, name: string, chain?: ChainName): bigint {
  const newest = proposals(world, chain)
    .filter((proposal) => proposal.name === name)
    .toSorted((a, b) => (a.id < b.id ? 1 : -1))[0];
  return newest?.id ?? NO_PROPOSAL;
}
