import type { Random } from 'fast-check';
import type { ChainName } from '../../specs/block.ts';
import type { Action, Content, VoteAction, VoteWeightedAction } from '../../specs/generated/trace.ts';
import { nextName } from '../actions/submit-proposal.ts';
import { someContent } from '../contents/index.ts';
import { isLifted } from '../generate/lifted.ts';
import { chance, pick } from '../generate/random.ts';
import type { Scene } from './scene.ts';
import { accountNames } from '../setup/setup.ts';
import { block } from './steps.ts';
import { activeConsumers, isGoverned, openProposals, ownerOf, validators } from '../view/index.ts';
import type { World } from '../world/world.ts';

/** A voting period up to this long does not expire clients. */
const SHORT_SECONDS = 3_600;

/** A proposal enters its voting period, and the period ends. */
export const governance: Scene = {
  name: 'governance',
  weight: (world) => (hasShortVotingPeriod(world) ? 4 : 0.5),
  *play(world, random) {
    if (chance(random, 50)) yield* giveToGovernance(world, random);
    if (isLifted(world, 'governance-deposits') && chance(random, 30)) {
      yield* depositOnAnother(world, random);
      return;
    }
    const contents = Array.from(
      { length: random.nextInt(1, 3) },
      () => someContent(world).generate(random, undefined).value,
    );
    yield* decide(world, random, contents);
  },
};

/** Governance adds to the deposit of another proposal, whose deposit period then ends. */
function* depositOnAnother(world: World, random: Random): Generator<Action, void, void> {
  const proposal = nextName(world);
  const by = pick(random, accountNames(world.setup)) ?? 'a0';
  yield { kind: 'submit-proposal', proposal, by, contents: [{ message: 'cancel-upgrade' }], deposit: '100000' };
  yield block('provider');
  yield* decide(world, random, [{ message: 'deposit', proposal, amount: '100000' }], 'yes');
  yield block('provider', world.setup.depositSeconds + 1);
}

/** Whether the voting period is too short to expire clients. */
export function hasShortVotingPeriod({ setup }: World): boolean {
  return setup.votingSeconds <= SHORT_SECONDS;
}

/** An owner transfers its consumer to governance. */
export function* giveToGovernance(
  world: World,
  random: Random,
  among: readonly string[] = activeConsumers(world),
): Generator<Action, void, void> {
  const consumer = pick(
    random,
    among.filter((name) => !isGoverned(world, name)),
  );
  const by = consumer === undefined ? undefined : ownerOf(world, consumer);
  if (consumer === undefined || by === undefined) return;
  yield { kind: 'update-consumer', consumer, by, newOwner: 'gov' };
  yield block('provider');
}

/** An account proposes the contents, the deposit comes at once or in two parts, and most voters agree. */
export function* decide(
  world: World,
  random: Random,
  contents: readonly Content[],
  outcome: VoteAction['option'] = someOutcome(random),
  chain: ChainName = 'provider',
): Generator<Action, void, void> {
  const where = chain === 'provider' ? {} : { chain };
  const proposal = nextName(world, chain);
  const by = pick(random, accountNames(world.setup)) ?? 'a0';
  const expedited = chance(random, 20);
  const enough = expedited ? 50_000_000 : 10_000_000;
  const first = chance(random, 30) ? enough / 10 : enough;
  yield {
    kind: 'submit-proposal',
    proposal,
    by,
    contents: [...contents],
    deposit: String(first),
    ...(expedited && { expedited }),
    ...where,
  };
  yield block(chain);
  if (first < enough) {
    const other = pick(random, accountNames(world.setup)) ?? 'a0';
    yield { kind: 'deposit', proposal, by: other, amount: String(enough - first), ...where };
    yield block(chain);
  }
  if (!isVotedOn(world, proposal, chain)) return;
  for (const vote of cast(world, random, proposal, outcome)) yield { ...vote, ...where };
  yield block(chain);
  yield block(chain, world.setup.votingSeconds);
}

function* cast(
  world: World,
  random: Random,
  proposal: string,
  outcome: VoteAction['option'],
): Generator<VoteAction | VoteWeightedAction, void, void> {
  for (const { name: by } of validators(world)) {
    if (chance(random, 12)) continue;
    if (chance(random, 10)) {
      const options = [
        { option: outcome, weight: '0.7' },
        { option: 'abstain' as const, weight: '0.3' },
      ];
      yield { kind: 'vote-weighted', proposal, by, options };
    } else yield { kind: 'vote', proposal, by, option: outcome };
  }
}

function isVotedOn(world: World, proposal: string, chain: ChainName): boolean {
  return openProposals(world, 'PROPOSAL_STATUS_VOTING_PERIOD', chain).some(({ name }) => name === proposal);
}

function someOutcome(random: Random): VoteAction['option'] {
  return chance(random, 75) ? 'yes' : (pick(random, ['no', 'abstain', 'veto'] as const) ?? 'no');
}
