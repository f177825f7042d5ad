import type { SchemaPart } from '../actions/action.ts';

/** An account: `a0`, `v0` (the operator of that validator) or the relayer. It need not exist. */
export const accountName: SchemaPart = {
  type: 'string',
  pattern: '^([av][0-9]{1,3}|relayer)$',
  description: 'The name of an account, for example a0, v2 or relayer.',
};

/** A validator of the provider, by the name of its operator. It need not exist. */
export const validatorName: SchemaPart = {
  type: 'string',
  pattern: '^v[0-9]{1,3}$',
  description: 'The name of a validator, for example v2.',
};

/** A consumer. It need not have been created. */
export const consumerName: SchemaPart = {
  type: 'string',
  pattern: '^c[0-9]{1,3}$',
  description: 'The name of a consumer, for example c0.',
};

/** A chain: the provider or a consumer. It need not run. */
export const chainName: SchemaPart = {
  type: 'string',
  pattern: '^(provider|c[0-9]{1,3})$',
  description: 'The name of a chain: provider, or a consumer such as c0.',
};

/** A consensus key: `k3`, or `v2` for the provider key of the validator `v2`. */
export const keyName: SchemaPart = {
  type: 'string',
  pattern: '^[kv][0-9]{1,3}$',
  description: 'The name of a consensus key, for example k3, or v2 for the key of the validator v2 on the provider.',
};

/** Tokens in the smallest unit, as a string: JSON numbers are not precise enough. Validation refuses 2^256 and more. */
export const amount: SchemaPart = {
  type: 'string',
  pattern: '^(0|[1-9][0-9]{0,77})$',
  description: 'An amount of tokens in the smallest unit, below 2^256, as a decimal number in a string.',
};

/** A `LegacyDec` of the SDK, without a sign. */
export const fraction = {
  type: 'string',
  pattern: '^(0|[1-9][0-9]{0,2})(\\.[0-9]{1,18})?$',
  description: 'A decimal number in a string, for example 0.05, with at most 18 digits after the point.',
} as const satisfies SchemaPart;

/** How much time passes. */
export const seconds: SchemaPart = {
  type: 'integer',
  minimum: 1,
  maximum: 315_360_000,
  description: 'Seconds, from 1 up to ten years.',
};

/** A denomination of a coin. */
export const denom: SchemaPart = {
  type: 'string',
  pattern: '^[a-zA-Z][a-zA-Z0-9/:._-]{2,127}$',
  description: 'A denomination, by default the bond denomination.',
};

/** Coins, in the order of the message. */
export const coins: SchemaPart = {
  type: 'array',
  maxItems: 10,
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['denom', 'amount'],
    properties: { denom, amount },
  },
  description: 'Coins. The protocol requires them to be sorted by denomination, positive, and without duplicates.',
};

/** A native denomination of a chain. */
export const plainDenom: SchemaPart = {
  type: 'string',
  pattern: '^[a-z][a-z0-9]{2,30}$',
  description: 'A native denomination of a chain, for example stake.',
};

/** A list of such denominations. */
export const plainDenoms: SchemaPart = { type: 'array', items: plainDenom, maxItems: 10 };

/** A denomination as a trace names it: `stake@c0` is the voucher for `stake` of c0. */
export const coinName: SchemaPart = {
  type: 'string',
  pattern: '^[a-zA-Z][a-zA-Z0-9/:._-]{2,127}(@(provider|c[0-9]{1,3})){0,3}$',
  description:
    'A denomination, or a voucher, written as a denomination and the chains of its path: stake, stake@c0, stake@c1@provider.',
};

/** A list of such denominations. */
export const coinNames: SchemaPart = { type: 'array', items: coinName, maxItems: 10 };

/** The receiver of a transfer on the other chain. */
export const transferReceiver: SchemaPart = {
  type: 'string',
  pattern: '^([av][0-9]{1,3}|relayer|pool|module|transfer|nobody)$',
  description:
    'An account; pool for the account that rewards pass through; module for a module account that accepts no coins; transfer for the account of the transfer module; or nobody for an invalid address.',
};

/** The owner of a consumer, or `nobody` for an invalid address. */
export const ownerName: SchemaPart = {
  type: 'string',
  pattern: '^([av][0-9]{1,3}|relayer|gov|nobody)$',
  description: 'An account, gov for the governance module, or nobody for an invalid address.',
};

/** A proposal. It need not exist. */
export const proposalName: SchemaPart = {
  type: 'string',
  pattern: '^p[0-9]{1,3}$',
  description: 'The name of a proposal, for example p0. It refers to the newest proposal with this title.',
};

/** An option of a vote. */
export const voteOption: SchemaPart = { enum: ['yes', 'abstain', 'no', 'veto', 'unspecified'] };

/** A chain id, valid or not. */
export const chainId: SchemaPart = { type: 'string', maxLength: 100 };

/** The name in a consumer's metadata, valid or not. */
export const metadataName: SchemaPart = { type: 'string', maxLength: 100 };

/** A step of an IBC handshake (ICS-03, ICS-04). */
export const handshakeStep: SchemaPart = { enum: ['init', 'try', 'ack', 'confirm'] };

/** The CCV channel, or the transfer channel. */
export const channelKind: SchemaPart = { enum: ['ccv', 'transfer'] };

/** One end of the connection between the provider and a consumer. */
export const side: SchemaPart = { enum: ['provider', 'consumer'] };

/** A positive number. */
export const count: SchemaPart = { type: 'integer', minimum: 1, maximum: 1000 };

/** A list of validators by name. */
export const validatorNames: SchemaPart = { type: 'array', items: validatorName, maxItems: 100 };

/** A reference to a definition of the schema that several actions share. */
export function shared(name: string): SchemaPart {
  return { $ref: `#/$defs/${name}` };
}
