import type { RowView } from '../rows.ts';
import type { HistoryEvent } from '../event.ts';
import { violation, type ExecutableProperty, type PropertyMonitor, type Violation } from '../property.ts';
import type { Hex } from '../value.ts';
import { consumerOf } from '../history/consumer-sets.ts';
import { consumerKeys, consumerPhases } from '../tables/provider.ts';
import { validators, validatorsByConsensusAddress } from '../tables/staking/validator.ts';

/** The rules of key assignment (ADR-001; `KeyAssignmentRulesInv` of the Quint model). */
export const keyAssignmentRules: ExecutableProperty = {
  name: 'key-assignment-rules',
  statement:
    'On a consumer, no two validators have the same key, and no validator has the provider key of another one.',
  kind: 'safety',
  group: 'validator-set',
  source: 'ADR-001',
  touches: {
    provider: [
      'provider/consumer-keys',
      'provider/validators-by-consumer-address',
      'provider/consumer-addresses-to-prune',
      'txs/MsgAssignConsumerKey',
    ],
  },
  needs: ['ccv-key-assignment'],
  altered: 'only for consumers that can still run: new validators can use the keys of a stopped one',
  status: 'executable',
  monitor,
};

const ENDED: ReadonlySet<string | undefined> = new Set(['CONSUMER_PHASE_STOPPED', 'CONSUMER_PHASE_DELETED']);

function monitor(): PropertyMonitor {
  return {
    observe(event) {
      if (event.kind !== 'provider' || event.event === 'start') return undefined;
      const { changes } = event;
      return changes.has(consumerKeys.name) || changes.has(validatorsByConsensusAddress.name)
        ? brokenRule(event)
        : undefined;
    },
  };
}

function brokenRule(event: HistoryEvent): Violation | undefined {
  const { view } = event;
  const owners = ownersOfKeys(view);
  const users = new Map<string, string>();
  for (const [key, { ed25519: pubKey }] of view.rows(consumerKeys)) {
    const consumer = consumerOf(key);
    if (ENDED.has(view.row(consumerPhases, consumer))) continue;
    const validator = key.slice(consumer.length + 1);
    const owner = owners.get(pubKey);
    if (owner !== undefined && owner !== validator)
      return violation(
        event,
        `${validator} has the key ${pubKey} on ${consumer}; however it is the provider key of ${owner}`,
      );
    const other = users.get(`${consumer}/${pubKey}`);
    if (other !== undefined) return violation(event, `${validator} and ${other} both have ${pubKey} on ${consumer}`);
    users.set(`${consumer}/${pubKey}`, validator);
  }
  return undefined;
}

/** The validators of the provider by their provider key. */
function ownersOfKeys(view: RowView): ReadonlyMap<Hex, Hex> {
  const owners = new Map<Hex, Hex>();
  for (const [address, operator] of view.rows(validatorsByConsensusAddress)) {
    const key = view.row(validators, operator)?.consensus_pubkey.key;
    if (key !== undefined) owners.set(key, address);
  }
  return owners;
}
