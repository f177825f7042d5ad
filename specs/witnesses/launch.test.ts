import { SINGLETON } from '../key.ts';
import { connections, type ConnectionRow } from '../tables/ibc/connection.ts';
import {
  initializationParameters,
  providerParams,
  type InitializationParametersRow,
  type ProviderParamsRow,
} from '../tables/provider.ts';
import { put } from '../testing/story.ts';
import { launched, member, optIn, phase } from '../testing/provider-rows.ts';
import { provider, sends, testWitnesses } from '../testing/witnesses.ts';
import { LAUNCH_WITNESSES } from './launch.ts';

const CREATE = '/interchain_security.ccv.provider.v1.MsgCreateConsumer';
const UPDATE = '/interchain_security.ccv.provider.v1.MsgUpdateConsumer';
const registered = phase('0', 'CONSUMER_PHASE_REGISTERED');
const [first, second, third] = ['0', '1', '2'].map((id) => launched(id, {})) as [
  ReturnType<typeof launched>,
  ReturnType<typeof launched>,
  ReturnType<typeof launched>,
];

const connected = put(connections, 'connection-0', {} as ConnectionRow);
const launchedOver = (connection_id: string) =>
  put(initializationParameters, '0', { connection_id } as InitializationParametersRow);
const trusting = (trusting_period_fraction: string) =>
  put(providerParams, SINGLETON, { trusting_period_fraction } as ProviderParamsRow);

testWitnesses(LAUNCH_WITNESSES, {
  'consumer-created': { yes: provider(sends(CREATE)), no: provider(sends(CREATE, 'provider/44')) },
  'consumer-updated': { yes: provider(sends(UPDATE)), no: provider(sends(UPDATE, 'provider/25')) },
  'consumer-launched': { yes: provider({ rows: first }), no: provider({ rows: [registered] }) },
  'two-launched-in-one-block': {
    yes: provider({ rows: [...first, ...second] }),
    no: provider({ rows: first }, { rows: second }),
  },
  'launch-failed-without-opt-in': {
    yes: provider({ rows: [registered] }),
    no: provider({ ...sends(CREATE), rows: [registered] }),
  },
  'launch-failed-with-opt-in': {
    yes: provider({ rows: [optIn('0', 'aa')] }, { rows: [registered] }),
    no: provider({ rows: [optIn('1', 'aa')] }, { rows: [registered] }),
  },
  'launch-over-foreign-connection-failed': {
    yes: provider({ rows: [connected, launchedOver('connection-0')] }, { rows: [registered] }),
    no: provider({ rows: [connected, launchedOver('connection-1')] }, { rows: [registered] }),
  },
  'launch-without-trust-failed': {
    yes: provider({ rows: [trusting('1'), optIn('0', 'aa')] }, { rows: [registered] }),
    no: provider({ rows: [trusting('0.66'), optIn('0', 'aa')] }, { rows: [registered] }),
  },
  'launched-without-everybody': {
    yes: provider({ rows: [...first, optIn('0', 'aa'), optIn('0', 'bb'), member('0', 'aa', 5)] }),
    no: provider({ rows: [...first, optIn('0', 'aa'), optIn('1', 'bb'), member('0', 'aa', 5)] }),
  },
  'three-consumers-launched': {
    yes: provider({ rows: first }, { rows: second }, { rows: third }),
    no: provider({ rows: first }, { rows: second }, { rows: [phase('1', 'CONSUMER_PHASE_STOPPED')] }, { rows: third }),
  },
  'consumer-stopped': {
    yes: provider({ rows: first }, { rows: [phase('0', 'CONSUMER_PHASE_STOPPED')] }),
    no: provider({ rows: first }),
  },
  'consumer-deleted': {
    yes: provider({ rows: [phase('0', 'CONSUMER_PHASE_DELETED')] }),
    no: provider({ rows: [phase('0', 'CONSUMER_PHASE_STOPPED')] }),
  },
});
