import type { ConsumerGenesis } from '../../../../specs/genesis.ts';
import { SECOND } from '../../../../specs/value.ts';
import { bech32 } from '../../../../model/bech32.ts';
import { accountKey } from '../../../../traces/setup/keys.ts';
import { DEFAULT_SETUP, genesisAccounts, providerGenesis, slashingParams } from '../../../../traces/setup/setup.ts';
import type { Program } from '../../../releases/program.ts';
import { messageIn } from '../../../observe/fields.ts';
import type { Drive, Drives, Signed } from './drive.ts';

const CHAIN_ID = 'c0-1';
const QUERY = 'interchain_security.ccv.provider.v1.QueryConsumerGenesis';

/** A provider, and a consumer that it has launched. */
export interface Launched {
  readonly provider: Drive;
  readonly consumer: Drive;
  /** The provider's block in which the consumer was launched: the first that the consumer's client trusts. */
  readonly launchHeight: number;
}

/** Starts a provider and a consumer that all its validators have opted in to, and makes the consumer's first block. */
export async function launchConsumer(drives: Drives, program: Program, consumerProgram: Program): Promise<Launched> {
  const { provider, launchHeight } = await launchOnProvider(drives, program);
  const consumer = await drives.launch('c0', consumerProgram, await genesisOf(drives, provider, consumerProgram));
  await consumer.block();
  return { provider, consumer, launchHeight };
}

/** Starts a provider that launches a consumer which all its validators have opted in to. */
export async function launchOnProvider(drives: Drives, program: Program): Promise<Omit<Launched, 'consumer'>> {
  const provider = await drives.launch('provider', program, providerGenesis(DEFAULT_SETUP));
  await provider.block();
  await mustPass(provider, [['a0', createMessage(drives)]]);
  await mustPass(provider, optIns());
  await provider.block([], { seconds: 10 });
  const launchHeight = provider.height;
  await provider.block();
  return { provider, launchHeight };
}

async function mustPass(chain: Drive, txs: readonly Signed[]): Promise<void> {
  const { answers } = await chain.block(txs);
  const failed = answers.find(({ code }) => code !== 0);
  if (failed !== undefined) throw new Error(failed.log);
}

function createMessage({ clock }: Drives) {
  return {
    '@type': '/interchain_security.ccv.provider.v1.MsgCreateConsumer',
    submitter: bech32('cosmos', accountKey('a0').address),
    chain_id: CHAIN_ID,
    metadata: { name: 'c0', description: 'A consumer', metadata: 'none' },
    initialization_parameters: {
      initial_height: { revision_number: 1n, revision_height: 1n },
      spawn_time: clock + 5n * SECOND,
      unbonding_period: 1_728_000n * SECOND,
      ccv_timeout_period: 2_419_200n * SECOND,
      transfer_timeout_period: 3_600n * SECOND,
      consumer_redistribution_fraction: '0.75',
      blocks_per_distribution_transmission: 1_000n,
      historical_entries: 10_000n,
    },
    power_shaping_parameters: {},
  };
}

function optIns(): Signed[] {
  return DEFAULT_SETUP.validators.map((_, i) => {
    const { address } = accountKey(`v${i}`);
    const message = {
      '@type': '/interchain_security.ccv.provider.v1.MsgOptIn',
      provider_addr: bech32('cosmosvaloper', address),
      signer: bech32('cosmos', address),
      consumer_id: '0',
    };
    return [`v${i}`, message];
  });
}

/** What the consumer starts from, read with its own schema, in which fields of a newer provider are missing. */
export async function genesisOf({ clock }: Drives, { chain }: Drive, { codec }: Program): Promise<ConsumerGenesis> {
  const request = chain.codec.encode(`${QUERY}Request`, { consumer_id: '0' });
  const { code, value } = await chain.query('/interchain_security.ccv.provider.v1.Query/QueryConsumerGenesis', request);
  if (code !== 0) throw new Error(`the provider has no genesis for the consumer: code ${code}`);
  return {
    kind: 'consumer',
    chainId: CHAIN_ID,
    time: clock,
    accounts: genesisAccounts(DEFAULT_SETUP),
    slashing: slashingParams(20n),
    ccv: messageIn(codec.decode(`${QUERY}Response`, value), QUERY)['genesis_state'] ?? null,
    reward_denoms: ['stake'],
    provider_reward_denoms: [],
  };
}
