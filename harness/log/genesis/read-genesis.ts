import { BECH32_PREFIX } from '../../../specs/bech32-prefix.ts';
import type { ChainKind } from '../../../specs/chain-kind.ts';
import type {
  ChainGenesis,
  ConsumerGenesis,
  DistributionParams,
  ProviderParams,
  SovereignGenesis,
  StakedGenesis,
} from '../../../specs/genesis.ts';
import type { GovParamsRow } from '../../../specs/tables/gov.ts';
import type { MintParamsRow } from '../../../specs/tables/mint.ts';
import type { SlashingParamsRow } from '../../../specs/tables/slashing.ts';
import type { StakingParamsRow } from '../../../specs/tables/staking/chain.ts';
import type { Nanos, Value } from '../../../specs/value.ts';
import { decimal } from '../../../model/sdk/decimal-text.ts';
import type { Codec } from '../../codec/codec.ts';
import { BeyondModel } from '../../facts/beyond-model.ts';
import { appStateWith, changeoverState } from '../../engines/lockstep/genesis/app-state.ts';
import { messageIn, textIn as textOf } from '../../observe/fields.ts';
import type { Program } from '../../releases/program.ts';
import { genesisAccounts, numberedAccounts, sortedBalances } from './accounts.ts';
import { firstDifference } from './first-difference.ts';
import { genesisValidator } from './genesis-txs.ts';
import { fieldsIn, itemsIn, textIn, type Json } from './json.ts';

const CONSUMER_GENESIS = 'interchain_security.ccv.v1.ConsumerGenesisState';
/** Some modules keep decimals among their parameters as they are written. */
const KEPT_AS_WRITTEN = ['/provider/params', '/gov/params'];

/** A chain as a genesis file describes it. */
export interface GivenGenesis {
  readonly chainId: string;
  readonly time: Nanos;
  readonly appState: Json;
}

/**
 * The model's genesis of a chain from the `app_state` that it started from, whoever made it: the reverse of
 * `appStateOf`. What of it the model cannot say is found by making the `app_state` again from what was read: then a
 * `BeyondModel` names the first place that differs.
 */
export function readGenesis(program: Program, given: GivenGenesis): ChainGenesis {
  const state = normalized(given.appState);
  const genesis = READ[program.role](program, given, state);
  const genTxs = itemsIn(fieldsIn(state['genutil'])['gen_txs']);
  known(state, normalized(appStateWith(genTxs, program, genesis)));
  return genesis;
}

/**
 * The genesis that a chain which lived on its own becomes a consumer with (ADR-010): of the `app_state` there is the part
 * of the CCV module alone.
 */
export function readChangeover(
  program: Program,
  { appState, time }: Omit<GivenGenesis, 'chainId'>,
  { chainId, accounts, slashing, staking, distribution, mint, gov }: SovereignGenesis,
): ConsumerGenesis {
  const democracy = { staking, distribution, mint, gov };
  const ccv = ccvIn(program.codec, fieldsIn(appState['ccvconsumer']));
  const genesis: ConsumerGenesis = { kind: 'consumer', chainId, time, accounts, slashing, democracy, ...ccv };
  known(appState, changeoverState(program, genesis));
  return genesis;
}

const READ: Readonly<Record<ChainKind, (program: Program, given: GivenGenesis, state: Json) => ChainGenesis>> = {
  provider: providerIn,
  consumer: consumerIn,
  sovereign: sovereignIn,
};

/** Throws a `BeyondModel` where the model makes something else of a genesis than it was. */
function known(given: Json, made: Json): void {
  const found = firstDifference(given, made, KEPT_AS_WRITTEN);
  if (found === undefined) return;
  const [text, mine] = [JSON.stringify(found.given) ?? 'missing', JSON.stringify(found.made) ?? 'nothing'];
  throw new BeyondModel(`a genesis whose ${found.place} is ${text}: it knows ${mine} there`, Buffer.from(text));
}

function normalized(state: Json): Json {
  const { auth, bank } = state;
  return {
    ...state,
    auth: { ...fieldsIn(auth), accounts: numberedAccounts(itemsIn(fieldsIn(auth)['accounts'])) },
    // The bank module adds the supply up, and refuses one that is another.
    bank: { ...fieldsIn(bank), balances: sortedBalances(itemsIn(fieldsIn(bank)['balances'])), supply: [] },
  };
}

function providerIn(program: Program, given: GivenGenesis, state: Json): ChainGenesis {
  const params = paramsIn(program.codec, state, 'provider', 'interchain_security.ccv.provider.v1.Params');
  return { kind: 'provider', ...electedIn('provider', program, given, state), provider: providerParams(params) };
}

function sovereignIn(program: Program, given: GivenGenesis, state: Json): ChainGenesis {
  return { kind: 'sovereign', ...electedIn('sovereign', program, given, state) };
}

/** What a chain starts from whose validators are elected by its own stakers. */
function electedIn(
  kind: 'provider' | 'sovereign',
  { codec }: Program,
  { chainId, time }: GivenGenesis,
  state: Json,
): Omit<SovereignGenesis, 'kind'> {
  const genTxs = itemsIn(fieldsIn(state['genutil'])['gen_txs']);
  const stakers = stakersIn(codec, state);
  const { bond_denom: denom } = stakers.staking;
  const from = { denom, prefix: `${BECH32_PREFIX[kind]}valoper` };
  return {
    chainId,
    time,
    ...accountsIn(kind, state),
    validators: genTxs.map((tx, i) => genesisValidator(codec, tx, from, `/genutil/gen_txs/${i}`)),
    ...stakers,
    slashing: paramsIn(codec, state, 'slashing', 'cosmos.slashing.v1beta1.Params') as SlashingParamsRow,
  };
}

function stakersIn(codec: Codec, state: Json): StakedGenesis {
  const read = (module: string, type: string): Value => paramsIn(codec, state, module, type);
  return {
    staking: read('staking', 'cosmos.staking.v1beta1.Params') as StakingParamsRow,
    distribution: read('distribution', 'cosmos.distribution.v1beta1.Params') as DistributionParams & Value,
    mint: {
      ...(read('mint', 'cosmos.mint.v1beta1.Params') as MintParamsRow),
      inflation: decimal(textIn(fieldsIn(fieldsIn(state['mint'])['minter'])['inflation'])),
    },
    gov: read('gov', 'cosmos.gov.v1.Params') as GovParamsRow & Value,
  };
}

/** The parameters of a module; the program's own schema reads them. */
function paramsIn(codec: Codec, state: Json, module: string, type: string): Value {
  return codec.fromGenesisJson(type, fieldsIn(state[module])['params']);
}

function providerParams(params: Value): ProviderParams {
  const fields = messageIn(params, 'provider.params');
  return {
    // All parts but these two are as the schema reads them.
    ...(params as unknown as ProviderParams),
    trusting_period_fraction: decimal(
      textOf(fields['trusting_period_fraction'], 'provider.params.trusting_period_fraction'),
    ),
    slash_meter_replenish_fraction: decimal(
      textOf(fields['slash_meter_replenish_fraction'], 'provider.params.slash_meter_replenish_fraction'),
    ),
  };
}

function consumerIn({ codec, features }: Program, { chainId, time }: GivenGenesis, state: Json): ChainGenesis {
  return {
    kind: 'consumer',
    chainId,
    time,
    ...accountsIn('consumer', state),
    slashing: paramsIn(codec, state, 'slashing', 'cosmos.slashing.v1beta1.Params') as SlashingParamsRow,
    ...(features.has('democracy') && { democracy: stakersIn(codec, state) }),
    ...ccvIn(codec, fieldsIn(state['ccvconsumer'])),
  };
}

function ccvIn(codec: Codec, module: Json): Pick<ConsumerGenesis, 'ccv' | 'reward_denoms' | 'provider_reward_denoms'> {
  // What the provider makes is only a part of what the module starts from.
  const names = Object.keys(fieldsIn(codec.toGenesisJson(CONSUMER_GENESIS, {})));
  const made = Object.fromEntries(names.filter((name) => name in module).map((name) => [name, module[name]]));
  return {
    ccv: codec.fromGenesisJson(CONSUMER_GENESIS, made),
    reward_denoms: denomsIn(module, 'reward_denoms'),
    provider_reward_denoms: denomsIn(module, 'provider_reward_denoms'),
  };
}

function denomsIn({ params }: Json, field: string): string[] {
  return itemsIn(fieldsIn(params)[field]).map(textIn);
}

function accountsIn(kind: ChainGenesis['kind'], state: Json): Pick<ChainGenesis, 'accounts'> {
  const accounts = itemsIn(fieldsIn(state['auth'])['accounts']).map(fieldsIn);
  const balances = itemsIn(fieldsIn(state['bank'])['balances']).map(fieldsIn);
  return { accounts: genesisAccounts(BECH32_PREFIX[kind], accounts, balances) };
}
