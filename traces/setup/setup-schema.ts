import type { SchemaPart } from '../actions/action.ts';
import { amount, denom } from '../format/fields.ts';
import { DEFAULT_SETUP, type Setup } from './setup.ts';

/** How many validators, and how many other accounts, a trace can begin with. */
export const MOST_AT_GENESIS = 100;

/** A decimal number from 0 up to 1. */
const upToOne: SchemaPart = { type: 'string', pattern: '^(0(\\.[0-9]{1,18})?|1(\\.0{1,18})?)$' };

const parts: Readonly<Record<keyof Setup, SchemaPart>> = {
  validators: {
    type: 'array',
    minItems: 1,
    maxItems: MOST_AT_GENESIS,
    items: { ...amount, description: 'At least one unit of power, 1000000.', pattern: '^[1-9][0-9]{6,29}$' },
    description: 'What the genesis validators v0, v1, … delegate to themselves.',
  },
  accounts: {
    type: 'integer',
    minimum: 0,
    maximum: MOST_AT_GENESIS,
    description: 'How many accounts a0, a1, … there are.',
  },
  balance: { ...amount, description: 'What every account holds at the start, beside any stake.' },
  blocksPerEpoch: { type: 'integer', minimum: 1, maximum: 1_000_000 },
  epochsToRewards: {
    type: 'integer',
    minimum: 1,
    maximum: 1_000_000,
    description: 'After how many epochs in the set of a consumer a validator is paid for it.',
  },
  maxValidators: { type: 'integer', minimum: 1, maximum: 1000 },
  maxProviderConsensusValidators: { type: 'integer', minimum: 1, maximum: 1000 },
  maxEntries: { type: 'integer', minimum: 1, maximum: 100 },
  providerUnbondingSeconds: { type: 'integer', minimum: 1, maximum: 315_360_000 },
  ccvTimeoutSeconds: {
    type: 'integer',
    minimum: 1,
    maximum: 315_360_000,
    description: 'After how many seconds a packet of the provider times out.',
  },
  signedBlocksWindow: { type: 'integer', minimum: 1, maximum: 1_000_000, description: 'On the provider, in blocks.' },
  consumerSignedBlocksWindow: { type: 'integer', minimum: 1, maximum: 1_000_000, description: 'On every consumer.' },
  votingSeconds: {
    type: 'integer',
    minimum: 1,
    maximum: 315_360_000,
    description: 'How long a proposal is voted on; half as long when it is urgent.',
  },
  depositSeconds: {
    type: 'integer',
    minimum: 1,
    maximum: 315_360_000,
    description: 'How long a proposal waits for its deposits.',
  },
  burnDeposits: {
    type: 'boolean',
    description: 'Whether deposits are burnt when they came too late, and when too few voted.',
  },
  slashMeterReplenishFraction: {
    type: 'string',
    pattern: '^(0\\.[0-9]{1,18}|1(\\.0{1,18})?)$',
    description: 'A decimal number above 0 and up to 1, in a string.',
  },
  commission: { ...upToOne, description: 'The commission of the genesis validators.' },
  communityTax: { ...upToOne, description: 'The part of all fees on the provider that the community gets.' },
  withdrawAddresses: { type: 'boolean', description: 'Whether delegators may have their rewards sent elsewhere.' },
  inflation: {
    ...upToOne,
    description: 'The yearly inflation that the provider begins with; without any nothing is ever minted.',
  },
  otherDenoms: {
    type: 'array',
    maxItems: 10,
    items: denom,
    description: 'Denominations beside that of the stake; every account holds as much of each at the start.',
  },
};

/** The schema of what a trace says of the world before its first action; each part has a default. */
export const setupSchema: SchemaPart = {
  title: 'TraceSetup',
  description: 'The world before the first action.',
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [name, { ...part, default: DEFAULT_SETUP[name as keyof Setup] }]),
  ),
};

/** The parts of a setup in the order in which a file has them. */
export const SETUP_PARTS = Object.keys(parts) as readonly (keyof Setup)[];
