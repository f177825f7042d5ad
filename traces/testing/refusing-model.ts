import { Refusal } from '../../model/refusal.ts';
import type { ChainProgram } from '../../model/chain.ts';
import type { ChainKind } from '../../specs/chain-kind.ts';
import type { Module } from '../../model/context.ts';
import type { WorldModel } from '../world/model.ts';

/** A provider that starts with its genesis validators and refuses every transaction: enough to draw traces with. */
const module: Module = {
  name: 'refusing',
  initGenesis: (_, genesis) =>
    genesis.kind === 'provider'
      ? genesis.validators.map(({ pubKey, tokens }) => ({ pubKey, power: tokens / 1_000_000n }))
      : [],
  // It can read this message, and refuses it before it would be handled.
  handlers: { '/cosmos.slashing.v1beta1.MsgUnjail': () => undefined },
};

function program(kind: ChainKind): ChainProgram {
  return {
    kind,
    bech32Prefix: kind === 'provider' ? 'cosmos' : 'consumer',
    ante: () => {
      throw new Refusal('sdk', 4, 'this model refuses everything');
    },
    apps: {},
    initGenesis: [module],
    beginBlock: [],
    endBlock: [],
    nextSequence: () => 0n,
    accountNumber: () => 0n,
  };
}

/** The smallest model that a world runs on. */
export const REFUSING_MODEL: WorldModel = {
  programs: { provider: program('provider'), consumer: program('consumer') },
  features: { provider: new Set(), consumer: new Set() },
};
