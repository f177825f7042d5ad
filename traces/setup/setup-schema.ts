import type { SchemaPart } from '../actions/action.ts';
import { amount, denom } from '../format/fields.ts';
import { DEFAULT_SETUP, type Setup } from './setup.ts';

/** The maximum number of genesis validators, and of other accounts. */
export const MOST_AT_GENESIS = 100;

/** A decimal number from 0 to 1. */
const upToOne: SchemaPart = { type: 'string', pattern: '^(0(\\.[0-9]{1,18})?|1(\\.0{1,18})?)$' };

const parts: Readonly<Record<keyof Setup, SchemaPart>> = {
  validators: {
    type: 'array',
    minItems: 1,
    maxItems: MOST_AT_GENESIS,
    items: { ...amount, description: 'At least one unit of power, 1000000.', pattern: '^[1-9][0-9]{6,29}$' },
    description: 'The self-delegations of the genesis validators v0, v1, ….',
  },
  accounts: {
    type: 'integer',
    minimum: 0,
    maximum: MOST_AT_GENESIS,
    description: 'The number of accounts a0, a1, ….',
  },
  balance: {
    ...amount,
    description: 'The initial balance of every account, in addition to any self-delegation.',
    pattern: '^(0|[1-9][0-9]{0,29})$',
  },
  blocksPerEpoch: { type: 'integer', minimum: 1, maximum: 1_000_000 },
  epochsToRewards: {
    type: 'integer',
    minimum: 1,
    maximum: 1_000_000,
    description: 'How many epochs a validator must be in the set of a consumer before it receives rewards.',
  },
  maxValidators: { type: 'integer', minimum: 1, maximum: 1000 },
  maxProviderConsensusValidators: { type: 'integer', minimum: 1, maximum: 1000 },
  maxEntries: { type: 'integer', minimum: 1, maximum: 100 },
  providerUnbondingSeconds: { type: 'integer', minimum: 1, maximum: 315_360_000 },
  ccvTimeoutSeconds: {
    type: 'integer',
    minimum: 1,
    maximum: 315_360_000,
    description: 'The timeout of packets of the provider, in seconds.',
  },
  signedBlocksWindow: { type: 'integer', minimum: 1, maximum: 1_000_000, description: 'On the provider, in blocks.' },
  consumerSignedBlocksWindow: { type: 'integer', minimum: 1, maximum: 1_000_000, description: 'On every consumer.' },
  votingSeconds: {
    type: 'integer',
    minimum: 1,
    maximum: 315_360_000,
    description: 'The voting period; half as long for expedited proposals.',
  },
  depositSeconds: {
    type: 'integer',
    minimum: 1,
    maximum: 315_360_000,
    description: 'The deposit period of a proposal.',
  },
  burnDeposits: {
    type: 'boolean',
    description:
      'Whether deposits are burnt if they do not reach the minimum, and if a vote does not reach the quorum.',
  },
  slashMeterReplenishFraction: {
    type: 'string',
    pattern: '^(0\\.[0-9]{1,18}|1(\\.0{1,18})?)$',
    description: 'A decimal number above 0 and at most 1, in a string.',
  },
  commission: { ...upToOne, description: 'The commission of the genesis validators.' },
  communityTax: { ...upToOne, description: 'The share of all fees on the provider that goes to the community pool.' },
  withdrawAddresses: { type: 'boolean', description: 'Whether delegators may set a withdraw address.' },
  inflation: {
    ...upToOne,
    description: 'The initial yearly inflation of the provider. With 0, nothing is ever minted.',
  },
  otherDenoms: {
    type: 'array',
    maxItems: 10,
    items: denom,
    description: 'Further denominations. Every account initially holds the same balance of each.',
  },
};

/** The schema of the setup of a trace: the world before its first action. Each part has a default. */
export const setupSchema: SchemaPart = {
  title: 'TraceSetup',
  description: 'The world before the first action.',
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [name, { ...part, default: DEFAULT_SETUP[name as keyof Setup] }]),
  ),
};

/** The parts of a setup in the order of the file. */
export const SETUP_PARTS = Object.keys(parts) as readonly (keyof Setup)[];
