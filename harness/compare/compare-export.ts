import { rowsOf } from '../../specs/rows.ts';
import type { ChainKind } from '../../specs/chain-kind.ts';
import { ascending } from '../../specs/order.ts';
import { crossChainValidators } from '../../specs/tables/consumer.ts';
import { lastValidatorPowers, validators } from '../../specs/tables/staking/validator.ts';
import type { Value } from '../../specs/value.ts';
import type { ModelChain, Resumption } from '../../model/chain.ts';
import { addressOfKey } from '../../model/consensus/validator-set.ts';
import { compareValues } from './compare-values.ts';
import type { Difference } from './difference.ts';
import type { ExportedGenesis } from '../facts/answers.ts';

/**
 * How what consensus reads of an exported genesis differs from what a chain in this state has to export: on a provider
 * whoever is bonded, on a consumer its validators, whose keys it leaves out.
 */
export function compareExport(
  { program, state }: Pick<ModelChain, 'state'> & { readonly program: Pick<ModelChain['program'], 'kind'> },
  { chainId, height }: Pick<Resumption, 'chainId' | 'height'>,
  exported: ExportedGenesis,
): Difference[] {
  const expected = { chainId, initialHeight: height, validators: byAddress(named(program.kind, state)) };
  const observed = { ...exported, validators: byAddress(exported.validators) };
  return compareValues('consensus', ['exported genesis'], expected, observed);
}

type Named = ExportedGenesis['validators'][number];

function named(kind: ChainKind, state: ModelChain['state']): Named[] {
  if (kind === 'consumer') {
    const rows = [...rowsOf(state, crossChainValidators).values()];
    return rows.map(({ address, power }) => ({ address, pubKey: null, power }));
  }
  const known = rowsOf(state, validators);
  return [...rowsOf(state, lastValidatorPowers)].flatMap(([operator, { value: power }]) => {
    const key = known.get(operator)?.consensus_pubkey.key;
    return key === undefined ? [] : [{ address: addressOfKey(key), pubKey: key, power }];
  });
}

function byAddress(all: readonly Named[]): Value[] {
  return all
    .toSorted((a, b) => ascending(BigInt(`0x${a.address}`), BigInt(`0x${b.address}`)))
    .map((one) => ({ ...one }));
}
