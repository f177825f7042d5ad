import { rowsOf } from '../../specs/rows.ts';
import { proposals as table, type ProposalRow, type ProposalStatus } from '../../specs/tables/gov.ts';
import type { ChainName } from '../../specs/block.ts';
import { addressOf } from '../../model/bech32.ts';
import { accountKeyAt } from '../setup/keys.ts';
import type { World } from '../world/world.ts';
import { cached } from './cached.ts';

/** An id above any that a trace can reach. */
const NO_PROPOSAL = 404_404n;

/** The parts of a proposal that generation uses. */
export interface SeenProposal {
  /** Its title, which is its name in traces. */
  readonly name: string;
  readonly id: bigint;
  readonly status: ProposalStatus;
  /** The name of the proposer. */
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

/** All proposals of a chain, by default of the provider. */
export function proposals(world: World, chain: ChainName = 'provider'): readonly SeenProposal[] {
  const state = world.chains.get(chain)?.model.state;
  return state === undefined ? [] : seen(rowsOf(state, table));
}

/** The proposals in the deposit or voting period, or only those with this status. */
export function openProposals(world: World, status?: ProposalStatus, chain?: ChainName): readonly SeenProposal[] {
  return proposals(world, chain).filter((proposal) =>
    status === undefined ? /DEPOSIT|VOTING/u.test(proposal.status) : proposal.status === status,
  );
}

/** The id of the newest proposal with this name, or an unused id. */
export function proposalId(world: World, name: string, chain?: ChainName): bigint {
  const newest = proposals(world, chain)
    .filter((proposal) => proposal.name === name)
    .toSorted((a, b) => (a.id < b.id ? 1 : -1))[0];
  return newest?.id ?? NO_PROPOSAL;
}
