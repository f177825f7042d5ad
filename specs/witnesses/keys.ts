import { readValidatorSetChange } from '../ccv-packet.ts';
import { changesOf, type BlockEvent } from '../event.ts';
import { ccvSent } from '../history/packets.ts';
import {
  consumerAddressesToPrune,
  consumerKeys,
  consumerValidators,
  optedIn,
  type ConsensusValidatorRow,
} from '../tables/provider.ts';
import type { Hex } from '../value.ts';
import { validators, validatorsByConsensusAddress } from '../tables/staking/validator.ts';
import { onProvider, refused, succeeded, witness, type Watch, type Witness } from '../witness.ts';

const ASSIGN = '/interchain_security.ccv.provider.v1.MsgAssignConsumerKey';
const OPT_IN = '/interchain_security.ccv.provider.v1.MsgOptIn';
const OPT_OUT = '/interchain_security.ccv.provider.v1.MsgOptOut';
const KEYS = 'ADR-001';

/** Opting in and out, and consumer keys. */
export const KEY_WITNESSES: readonly Witness[] = [
  witness(
    'opted-in',
    'ADR-015',
    'A validator opted in.',
    onProvider((event) => succeeded(event, OPT_IN)),
  ),
  witness(
    'opted-in-with-key',
    'ADR-015, ADR-001',
    'A validator opted in and assigned a consumer key in the same message.',
    onProvider((event) => succeeded(event, OPT_IN) && changesOf(event, consumerKeys).length > 0),
  ),
  witness(
    'opted-out',
    'ADR-015',
    'A validator opted out.',
    onProvider((event) => changesOf(event, optedIn).some(({ row }) => row === undefined) && succeeded(event, OPT_OUT)),
  ),
  witness(
    'opt-out-refused',
    'ADR-015',
    'A validator could not opt out, because the consumer is not launched or the validator is in its top N.',
    onProvider((event) => refused(event, OPT_OUT, 'provider', 27) || refused(event, OPT_OUT, 'provider', 20)),
  ),
  witness(
    'key-assigned',
    KEYS,
    'A validator assigned a consumer key.',
    onProvider((event) => succeeded(event, ASSIGN)),
  ),
  {
    name: 'key-assigned-twice',
    source: KEYS,
    describes: 'A validator replaced its consumer key.',
    watch(): Watch {
      const assigned = new Set<string>();
      return {
        sees: onProvider((event) =>
          changesOf(event, consumerKeys)
            .filter(({ row }) => row !== undefined)
            .map(({ key }) => assigned.has(key) || assigned.add(key) === undefined)
            .includes(true),
        ),
      };
    },
  },
  witness(
    'key-back-to-own',
    KEYS,
    'A validator assigned its provider key in place of its consumer key.',
    onProvider((event) =>
      changesOf(event, consumerKeys).some(({ key, row }) => row !== undefined && row.ed25519 === ownKey(event, key)),
    ),
  ),
  witness(
    'key-in-use-refused',
    KEYS,
    'A consumer key was refused because another validator uses it.',
    onProvider((event) => refused(event, ASSIGN, 'provider', 10) || refused(event, OPT_IN, 'provider', 10)),
  ),
  witness(
    'default-key-refused',
    KEYS,
    'A validator without a consumer key could not assign its provider key.',
    onProvider((event) => refused(event, ASSIGN, 'provider', 11) || refused(event, OPT_IN, 'provider', 11)),
  ),
  witness(
    'validator-with-used-key-refused',
    KEYS,
    'A validator could not be created because its key is the consumer key of another validator.',
    // The provider panics in the transaction, so this reason has no code of its own.
    onProvider((event) => refused(event, '/cosmos.staking.v1beta1.MsgCreateValidator', 'undefined', 111_222)),
  ),
  {
    name: 'vsc-with-key-change',
    source: KEYS,
    describes: 'A VSC packet replaced a key of a validator with another key, with the same power.',
    watch(): Watch {
      const members = new Map<string, ConsensusValidatorRow>();
      return {
        sees: onProvider((event) => {
          const exchanged: { readonly from: ConsensusValidatorRow; readonly to: ConsensusValidatorRow }[] = [];
          for (const { key, row: to } of changesOf(event, consumerValidators)) {
            const from = members.get(key);
            if (to === undefined) members.delete(key);
            else members.set(key, to);
            if (from !== undefined && to !== undefined && from.power === to.power) exchanged.push({ from, to });
          }
          return ccvSent(event).some(({ data }) => exchanged.some(({ from, to }) => changesKey(data, from, to)));
        }),
      };
    },
  },
  witness(
    'old-keys-pruned',
    'ADR-001, ADR-018',
    'A replaced consumer key was pruned.',
    onProvider((event) => changesOf(event, consumerAddressesToPrune).some(({ row }) => row === undefined)),
  ),
];

function ownKey({ view }: BlockEvent, key: string): string | undefined {
  const operator = view.row(validatorsByConsensusAddress, key.slice(key.indexOf('/') + 1));
  return operator === undefined ? undefined : view.row(validators, operator)?.consensus_pubkey.key;
}

function changesKey(data: Hex, from: ConsensusValidatorRow, to: ConsensusValidatorRow): boolean {
  const powers = new Map(readValidatorSetChange(data)?.updates.map(({ pubKey, power }) => [pubKey, power]));
  return powers.get(from.public_key.ed25519) === 0n && powers.get(to.public_key.ed25519) === to.power;
}
