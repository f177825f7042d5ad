import { Refusal } from '../../model/refusal.ts';
import type { ChainProgram } from '../../model/chain-program.ts';
import type { ChainKind } from '../../specs/chain-kind.ts';
import type { Module } from '../../model/context.ts';
import type { WorldModel } from '../world/model.ts';

/** A provider that starts with its genesis validators and rejects every transaction. Sufficient for drawing traces. */
const module: Module = {
  name: 'refusing',
  initGenesis: (_, genesis) =>
    genesis.kind === 'provider'
      ? genesis.validators.map(({ pubKey, tokens }) => ({ pubKey, power: tokens / 1_000_000n }))
      : [],
  // The model can decode this message, and rejects it before it is handled.
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

/** The smallest model that a world can run on. */
export const REFUSING_MODEL: WorldModel = {
  programs: { provider: program('provider'), consumer: program('consumer') },
  features: { provider: new Set(), consumer: new Set() },
};
