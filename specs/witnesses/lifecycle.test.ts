import { SINGLETON } from '../key.ts';
import { initGenesisHeight } from '../tables/consumer.ts';
import {
  consumerChainIds,
  consumerOwners,
  initializationParameters,
  removalQueue,
  removalTimes,
  spawnQueue,
  type ConsumerPhase,
  type InitializationParametersRow,
} from '../tables/provider.ts';
import { launched, phase } from '../testing/provider-rows.ts';
import { drop, put } from '../testing/story.ts';
import { consumer, provider, sends, testWitnesses } from '../testing/witnesses.ts';
import { SECOND } from '../value.ts';
import { LIFECYCLE_WITNESSES } from './lifecycle.ts';

const CREATE = '/interchain_security.ccv.provider.v1.MsgCreateConsumer';
const UPDATE = '/interchain_security.ccv.provider.v1.MsgUpdateConsumer';
const TIMEOUT = '/ibc.core.channel.v1.MsgTimeout';
const registered = phase('0', 'CONSUMER_PHASE_REGISTERED');
const initialized = phase('0', 'CONSUMER_PHASE_INITIALIZED');
const stopped = phase('0', 'CONSUMER_PHASE_STOPPED');
const deleted = phase('0', 'CONSUMER_PHASE_DELETED');
const chainId = (id: string, text = 'x-1') => put(consumerChainIds, id, text);
const removed = (seconds: bigint) => put(removalTimes, '0', seconds * SECOND);
const planned = put(spawnQueue, spawnQueue.key(7n), { ids: ['0'] });
const off = drop(spawnQueue, spawnQueue.key(7n));
const later = put(spawnQueue, spawnQueue.key(9n), { ids: ['0'] });
const over = (connection_id: string) =>
  put(initializationParameters, '0', { connection_id } as InitializationParametersRow);
const many = (count: number, ...phases: readonly [ConsumerPhase, ConsumerPhase?]) =>
  Array.from({ length: count }, (_, i) => phase(String(i), phases[i % phases.length] ?? phases[0]));
const due = put(removalQueue, removalQueue.key(0n), { ids: ['200'] });

testWitnesses(LIFECYCLE_WITNESSES, {
  'consumer-without-parameters': {
    yes: provider({ ...sends(CREATE), rows: [registered] }),
    no: provider({ ...sends(CREATE), rows: [initialized] }),
  },
  'chain-id-used-again': {
    yes: provider({ rows: [put(consumerChainIds, '0', 'x-1')] }, { rows: [put(consumerChainIds, '1', 'x-1')] }),
    no: provider({ rows: [put(consumerChainIds, '0', 'x-1')] }, { rows: [put(consumerChainIds, '1', 'y-1')] }),
  },
  'chain-id-used-after-deletion': {
    yes: provider({ rows: [chainId('0')] }, { rows: [deleted] }, { rows: [chainId('1')] }),
    no: [
      provider({ rows: [chainId('0')] }, { rows: [stopped] }, { rows: [chainId('1')] }),
      provider({ rows: [chainId('0')] }, { rows: [deleted] }, { rows: [chainId('1', 'y-1')] }),
    ],
  },
  'ownership-transferred': {
    yes: provider({ ...sends(UPDATE), rows: [put(consumerOwners, '0', 'a')] }),
    no: provider({ ...sends(CREATE), rows: [put(consumerOwners, '0', 'a')] }),
  },
  'consumer-changed-by-other-account-refused': {
    yes: provider(sends(UPDATE, 'provider/25')),
    no: provider(sends(UPDATE, 'provider/27')),
  },
  'launch-cancelled': {
    yes: provider({ rows: [planned] }, { ...sends(UPDATE), rows: [registered, off] }),
    no: provider({ rows: [planned] }, { rows: [registered, off] }),
  },
  'launch-moved': {
    yes: provider({ rows: [planned] }, { ...sends(UPDATE), rows: [off, later] }),
    no: provider({ rows: [planned] }, { ...sends(UPDATE), rows: [later] }),
  },
  'launched-at-second-attempt': {
    yes: provider({ rows: [registered] }, { rows: launched('0', {}) }),
    no: provider({ ...sends(CREATE), rows: [registered] }, { rows: launched('0', {}) }),
  },
  'launched-over-connection': {
    yes: provider({ rows: [over('connection-0')] }, { rows: launched('0', {}) }),
    no: provider({ rows: [over('')] }, { rows: launched('0', {}) }),
  },
  'launches-at-the-limit': {
    yes: provider({ rows: many(200, 'CONSUMER_PHASE_LAUNCHED', 'CONSUMER_PHASE_REGISTERED') }),
    no: provider({ rows: many(199, 'CONSUMER_PHASE_LAUNCHED', 'CONSUMER_PHASE_REGISTERED') }),
  },
  'deletions-at-the-limit': {
    yes: provider({ rows: [...many(200, 'CONSUMER_PHASE_DELETED'), due] }),
    no: provider({ rows: many(200, 'CONSUMER_PHASE_DELETED') }),
  },
  'deleted-at-removal-time': {
    yes: provider({ rows: [removed(2n)] }, { rows: [deleted] }),
    no: provider({ rows: [removed(1n)] }, { rows: [deleted] }),
  },
  'parameters-refused': { yes: provider(sends(CREATE, 'provider/44')), no: provider(sends(CREATE, 'provider/30')) },
  'consumer-resumed': {
    yes: consumer({}, { rows: [put(initGenesisHeight, SINGLETON, 2n)] }),
    no: consumer({ rows: [put(initGenesisHeight, SINGLETON, 0n)] }, {}),
  },
  'stopped-by-timeout': {
    yes: provider({ ...sends(TIMEOUT), rows: [stopped] }),
    no: provider({ ...sends(TIMEOUT, 'channel/7'), rows: [stopped] }),
  },
});
