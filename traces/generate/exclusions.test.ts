import { describe, expect, test } from 'vitest';
import { moduleAddress } from '../../specs/module-address.ts';
import type { Action, Content } from '../../specs/generated/trace.ts';
import { EXCLUSIONS, WITHHELD_EXCLUSIONS, type ExclusionName } from '../../specs/exclusions/index.ts';
import { rowsOf } from '../../specs/rows.ts';
import { accounts } from '../../specs/tables/auth.ts';
import { infractionParameters } from '../../specs/tables/provider/infractions.ts';
import { lastValidatorPowers, validators, validatorsByConsensusAddress } from '../../specs/tables/staking/validator.ts';
import { consumerProgram, democracyProgram, providerProgram, sovereignProgram } from '../../model/programs.ts';
import { generateTrace } from './generate.ts';
import { accountKey, consensusKey } from '../setup/keys.ts';
import { ModelRun } from '../simulate/model-run.ts';
import { DEFAULT_SETUP } from '../setup/setup.ts';
import { isTombstoned, providerNameOf, stakeOf, validators as seenValidators } from '../view/index.ts';
import type { WorldModel } from '../world/model.ts';
import type { World } from '../world/world.ts';

const plain: WorldModel = {
  programs: { provider: providerProgram(), consumer: consumerProgram() },
  features: { provider: new Set(), consumer: new Set() },
};

const democratic: WorldModel = {
  programs: { provider: providerProgram(), consumer: democracyProgram(), sovereign: sovereignProgram() },
  features: { provider: new Set(), consumer: new Set(['democracy', 'changeover']), sovereign: new Set() },
};

/** An action of a trace, the world that it was drawn for, and what became of the world. */
interface Drawn {
  readonly action: Action;
  readonly world: World;
  /** The bonded validators of the chain that the action is about, before and after it. */
  readonly bonded: readonly [string, string];
}

/** Whether an action is one of those that the exclusion leaves out. */
const LEFT_OUT: Readonly<Record<ExclusionName, (drawn: Drawn) => boolean>> = {
  'chain-without-power': ({ action, world }) => {
    if (action.kind !== 'undelegate' || action.chain !== undefined) return false;
    const able = seenValidators(world).filter(({ jailed, tokens }) => !jailed && tokens >= 1_000_000n);
    return (
      able.length === 1 && able[0]?.name === action.validator && BigInt(action.amount) > stakeOf(world, action) / 2n
    );
  },
  'changing-set-at-changeover': ({ action, bonded: [before, after] }) =>
    action.kind === 'change-over' && before !== after,
  'client-of-another-consumer': ({ action }) =>
    initializationsOf(action).some(({ connection }) => connection === 'taken'),
  'coins-for-modules': ({ action, world }) =>
    (action.kind === 'transfer' || (action.kind === 'send' && action.chain === 'provider')) &&
    action.to === 'pool' &&
    !rowsOf(world.provider.model.state, accounts).has(moduleAddress('consumer_rewards_pool')),
  'consumer-renamed': ({ action }) =>
    action.kind === 'update-consumer' && action.newChainId !== undefined && action.initialization === undefined,
  'evidence-again': ({ action, world }) => {
    const { consumer, keys } = accused(action);
    const row = rowsOf(world.provider.model.state, infractionParameters).get(world.consumerId(consumer));
    return row?.double_sign.tombstone === false && keys.some((key) => ownerOf(world, consumer, key)?.jailed === true);
  },
  'evidence-against-unbonding': ({ action, world }) => {
    const { consumer, keys } = accused(action);
    return keys.some((key) => {
      const name = providerNameOf(world, consumer, key) ?? '';
      return ownerOf(world, consumer, key)?.status === 'BOND_STATUS_UNBONDING' && !isTombstoned(world, name);
    });
  },
  'evidence-against-removed': ({ action, world }) => {
    if (action.kind !== 'report-misbehavior' || action.chain !== 'provider') return false;
    const chain = world.chains.get(action.chain);
    const { address } = consensusKey(action.key);
    const signed = chain?.sets[Number(chain.height) - action.back]?.some((one) => one.address === address) === true;
    return signed && !isValidator(world, address);
  },
  'exaggerated-power': ({ action }) =>
    action.kind === 'forge' && action.packets.some(({ power }) => power !== undefined && BigInt(power) > 10n ** 11n),
  'forged-validator-sets': ({ action }) =>
    action.kind === 'forge-from-provider' &&
    action.updates.some((update) => update === 'stranger-joins' || update === 'member-leaves'),
  'governance-deposits': ({ action }) => contentsOf(action).some(({ message }) => message === 'deposit'),
  'many-new-validators': ({ action, world }) =>
    action.kind === 'create-validator' &&
    Number(action.validator.slice(1)) >= 12 &&
    seenValidators(world).every(({ name }) => name !== action.validator),
  'nil-votes-in-evidence': ({ action }) => action.kind === 'submit-misbehaviour' && action.nil !== undefined,
  'node-faults': ({ action }) => action.kind === 'fault',
  'tombstoned-key': ({ action, world }) => {
    if (action.kind !== 'create-validator') return false;
    const key = action.key ?? action.validator;
    return isTombstoned(world, key) && !isValidator(world, consensusKey(key).address);
  },
  'upgrade-plans': ({ action }) =>
    contentsOf(action).some(
      (content) => content.message === 'upgrade' && !('chain' in action && action.chain === content.chain),
    ),
};

function initializationsOf(action: Action) {
  const all = [...('initialization' in action ? [action.initialization] : []), ...contentsOf(action).map(inContent)];
  return all.flatMap((one) => one ?? []);
}

function inContent(content: Content) {
  return 'initialization' in content ? content.initialization : undefined;
}

function contentsOf(action: Action): readonly Content[] {
  if (action.kind === 'submit-proposal') return action.contents;
  return action.kind === 'bypass-governance' ? [action.content] : [];
}

/** The keys that evidence of equivocation on a consumer is against. */
function accused(action: Action): { readonly consumer: string; readonly keys: readonly string[] } {
  if (action.kind === 'submit-double-voting') return { consumer: action.consumer, keys: [action.key] };
  if (action.kind === 'submit-misbehaviour') return { consumer: action.consumer, keys: action.colluding ?? [] };
  return { consumer: '', keys: [] };
}

function ownerOf(world: World, consumer: string, key: string) {
  const name = providerNameOf(world, consumer, key);
  return name === undefined ? undefined : rowsOf(world.provider.model.state, validators).get(accountKey(name).address);
}

function isValidator(world: World, consensusAddress: string): boolean {
  return rowsOf(world.provider.model.state, validatorsByConsensusAddress).has(consensusAddress);
}

function bondedOn(world: World, action: Action): string {
  const chain = 'consumer' in action ? world.chains.get(action.consumer) : undefined;
  if (chain === undefined) return '';
  return [...rowsOf(chain.model.state, lastValidatorPowers).keys()].toSorted((a, b) => (a < b ? -1 : 1)).join();
}

/** The names of the exclusions whose inputs a trace holds. */
function heldBy(seed: string, lifted: ReadonlySet<ExclusionName>, model: WorldModel): ReadonlySet<ExclusionName> {
  const found = new Set<ExclusionName>();
  const trace = generateTrace({ seed, steps: 100, model, lifted });
  const run = new ModelRun({ ...DEFAULT_SETUP, ...trace.setup }, model);
  for (const action of trace.actions) {
    const { world } = run;
    const before = bondedOn(world, action);
    for (const { name } of EXCLUSIONS) if (LEFT_OUT[name]({ action, world, bonded: ['', ''] })) found.add(name);
    run.apply(action);
    const drawn: Drawn = { action, world, bonded: [before, bondedOn(world, action)] };
    if (LEFT_OUT['changing-set-at-changeover'](drawn)) found.add('changing-set-at-changeover');
  }
  return found;
}

/** Those of the exclusions that are found, each lifted, until all are or so many traces have been drawn. */
function foundWith(lifted: ReadonlySet<ExclusionName>): ReadonlySet<ExclusionName> {
  const found = new Set<ExclusionName>();
  for (let n = 0; n < MOST_TRACES && !lifted.isSubsetOf(found); n++) {
    for (const name of heldBy(`exclusions/${n}`, lifted, n % 3 === 0 ? democratic : plain)) found.add(name);
  }
  return found;
}

/** How many traces may pass before the rarest of the inputs is drawn. */
const MOST_TRACES = 300;

describe('random traces', () => {
  test.each([
    ['a consumer', plain],
    ['a consumer with democracy', democratic],
  ])('of %s hold nothing that is excluded', (_kind, model) => {
    for (let n = 0; n < 15; n++) expect(heldBy(`exclusions/${n}`, new Set(), model)).toEqual(new Set());
  });

  test('hold all that the withheld exclusions name when these are lifted', { timeout: 300_000 }, () => {
    expect(foundWith(WITHHELD_EXCLUSIONS).intersection(WITHHELD_EXCLUSIONS)).toEqual(WITHHELD_EXCLUSIONS);
  });

  test('hold all that the other exclusions name when these are lifted', { timeout: 300_000 }, () => {
    const others = new Set(EXCLUSIONS.flatMap(({ name, withheld }) => (withheld ? [] : [name])));
    expect(foundWith(others).intersection(others)).toEqual(others);
  });
});
