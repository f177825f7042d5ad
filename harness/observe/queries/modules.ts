import type { RowView } from '../../../specs/rows.ts';
import { bech32 } from '../../../model/bech32.ts';
import { accounts } from '../../../specs/tables/auth.ts';
import { balances, denomMetadata, supply } from '../../../specs/tables/bank.ts';
import { channelEnds } from '../../../specs/tables/ibc/channel.ts';
import { clientStates } from '../../../specs/tables/ibc/client.ts';
import { connections } from '../../../specs/tables/ibc/connection.ts';
import { signingInfos } from '../../../specs/tables/slashing.ts';
import { validators } from '../../../specs/tables/staking/validator.ts';
import { totalEscrow } from '../../../specs/tables/transfer.ts';
import { askEach, queryCheck, type AskedChain, type Question } from './query-check.ts';

/** Queries of the modules that both kinds of chain have. */
export const sharedQueries = [
  queryCheck('cosmos.auth.v1beta1.Query', 'Account', ['account'], accountQuestions),
  queryCheck('cosmos.bank.v1beta1.Query', 'Balance', ['balance'], balanceQuestions),
  queryCheck('cosmos.bank.v1beta1.Query', 'SupplyOf', ['amount'], (rows) =>
    askEach(rows.rows(supply), (denom, amount) => ({ request: { denom }, answer: { amount: { denom, amount } } })),
  ),
  queryCheck('cosmos.bank.v1beta1.Query', 'DenomMetadata', ['metadata'], (rows) =>
    askEach(rows.rows(denomMetadata), (denom, metadata) => ({ request: { denom }, answer: { metadata } })),
  ),
  queryCheck('ibc.applications.transfer.v1.Query', 'TotalEscrowForDenom', ['amount'], (rows) =>
    askEach(rows.rows(totalEscrow), (denom, { int }) => ({
      request: { denom },
      answer: { amount: { denom, amount: int } },
    })),
  ),
  queryCheck('cosmos.slashing.v1beta1.Query', 'SigningInfo', ['val_signing_info'], (rows) =>
    askEach(rows.rows(signingInfos), (_, info) => ({
      request: { cons_address: info.address },
      answer: { val_signing_info: info },
    })),
  ),
  queryCheck('ibc.core.client.v1.Query', 'ClientState', ['client_state'], (rows) =>
    askEach(rows.rows(clientStates), (key, client_state) => ({
      request: { client_id: key.split('/')[0] },
      answer: { client_state },
    })),
  ),
  queryCheck('ibc.core.connection.v1.Query', 'Connection', ['connection'], (rows) =>
    askEach(rows.rows(connections), (connection_id, connection) => ({
      request: { connection_id },
      answer: { connection },
    })),
  ),
  queryCheck('ibc.core.channel.v1.Query', 'Channel', ['channel'], (rows) =>
    askEach(rows.rows(channelEnds), (key, channel) => {
      const [port_id, , channel_id] = key.split('/');
      return { request: { port_id, channel_id }, answer: { channel } };
    }),
  ),
];

/** Queries of the staking module, which only the provider has. */
export const stakingQueries = [
  queryCheck('cosmos.staking.v1beta1.Query', 'Validator', ['validator'], (rows) =>
    askEach(rows.rows(validators), (_, validator) => ({
      request: { validator_addr: validator.operator_address },
      answer: { validator },
    })),
  ),
];

function accountQuestions(rows: RowView, { bech32Prefix }: AskedChain): Question[] {
  return askEach(rows.rows(accounts), (address, account) => ({
    request: { address: bech32(bech32Prefix, address) },
    answer: { account },
  }));
}

function balanceQuestions(rows: RowView, { bech32Prefix }: AskedChain): Question[] {
  return askEach(rows.rows(balances), (key, amount) => {
    const at = key.indexOf('/');
    const denom = key.slice(at + 1);
    const address = bech32(bech32Prefix, key.slice(0, at));
    return { request: { address, denom }, answer: { balance: { denom, amount } } };
  });
}
