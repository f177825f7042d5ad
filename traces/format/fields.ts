import type { SchemaPart } from '../actions/action.ts';

/** An account: `a0`, `v0` (the operator of that validator) or the relayer. It need not exist. */
export const accountName: SchemaPart = {
  type: 'string',
  pattern: '^([av][0-9]{1,3}|relayer)$',
  description: 'The name of an account, for example a0, v2 or relayer.',
};

/** A validator of the provider by the name of its operator. It need not exist. */
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

/** A consensus key: `k3`, or `v2` for the one that the validator of this name has on the provider. */
export const keyName: SchemaPart = {
  type: 'string',
  pattern: '^[kv][0-9]{1,3}$',
  description: "The name of a consensus key, for example k3, or v2 for that validator's own.",
};

/** Tokens in the smallest unit. JSON numbers are too short for them. */
export const amount: SchemaPart = {
  type: 'string',
  pattern: '^(0|[1-9][0-9]{0,29})$',
  description: 'An amount of tokens in the smallest unit, as a decimal number in a string.',
};

/** A decimal of the SDK, without a sign. */
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
  description: 'A denomination, by default that of the stake.',
};

/** Coins of several denominations, in the order in which the message has them. */
export const coins: SchemaPart = {
  type: 'array',
  maxItems: 10,
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['denom', 'amount'],
    properties: { denom, amount },
  },
  description: 'Coins; the protocol wants them sorted by denomination, each positive and none twice.',
};

/** A denomination that a chain has made itself. */
export const plainDenom: SchemaPart = {
  type: 'string',
  pattern: '^[a-z][a-z0-9]{2,30}$',
  description: 'A denomination that a chain has made itself, for example stake.',
};

/** A list of such denominations. */
export const plainDenoms: SchemaPart = { type: 'array', items: plainDenom, maxItems: 10 };

/** A denomination as a trace names it: `stake@c0` is the voucher of the stake that came from c0. */
export const coinName: SchemaPart = {
  type: 'string',
  pattern: '^[a-zA-Z][a-zA-Z0-9/:._-]{2,127}(@(provider|c[0-9]{1,3})){0,3}$',
  description:
    'A denomination, or the voucher of one with the chains that it came over: stake, stake@c0, stake@c1@provider.',
};

/** A list of such denominations. */
export const coinNames: SchemaPart = { type: 'array', items: coinName, maxItems: 10 };

/** Who receives a transfer on the other chain. */
export const transferReceiver: SchemaPart = {
  type: 'string',
  pattern: '^([av][0-9]{1,3}|relayer|pool|module|transfer|nobody)$',
  description:
    'An account, pool for the one that rewards go through, module for one that takes nothing, transfer for that of the transfer application, or nobody for an address that is none.',
};

/** One who may own a consumer, or `nobody` for an address that is none. */
export const ownerName: SchemaPart = {
  type: 'string',
  pattern: '^([av][0-9]{1,3}|relayer|gov|nobody)$',
  description: 'An account, gov for the governance module, or nobody for an address that is none.',
};

/** A proposal. It need not exist. */
export const proposalName: SchemaPart = {
  type: 'string',
  pattern: '^p[0-9]{1,3}$',
  description: 'The name of a proposal, for example p0: the newest one with this title is meant.',
};

/** An option of a vote. */
export const voteOption: SchemaPart = { enum: ['yes', 'abstain', 'no', 'veto', 'unspecified'] };

/** A chain id, sensible or not. */
export const chainId: SchemaPart = { type: 'string', maxLength: 100 };

/** The name in a consumer's metadata, sensible or not. */
export const metadataName: SchemaPart = { type: 'string', maxLength: 100 };

/** A step of an IBC handshake (ICS-03, ICS-04). */
export const handshakeStep: SchemaPart = { enum: ['init', 'try', 'ack', 'confirm'] };

/** The CCV channel, or the channel for tokens beside it. */
export const channelKind: SchemaPart = { enum: ['ccv', 'transfer'] };

/** One of the two chains of a consumer's connection. */
export const side: SchemaPart = { enum: ['provider', 'consumer'] };

/** How many, from one up. */
export const count: SchemaPart = { type: 'integer', minimum: 1, maximum: 1000 };

/** A list of validators by name. */
export const validatorNames: SchemaPart = { type: 'array', items: validatorName, maxItems: 100 };

/** A part that several actions share, by its name among the definitions of the schema. */
export function shared(name: string): SchemaPart {
  return { $ref: `#/$defs/${name}` };
}
