import { SINGLETON } from '../../../specs/key.ts';
import { providerParams, type ProviderParamsRow } from '../../../specs/tables/provider.ts';
import { ONE, SECOND } from '../../../specs/value.ts';
import type { Context, MessageOf } from '../../context.ts';
import { validateClientState } from '../../ibc/client/validate.ts';
import { requireAuthority } from '../../sdk/authority.ts';
import { isValidCoin } from '../../sdk/coins.ts';
import { parseDecimal } from '../../sdk/decimal-text.ts';
import { ensure } from '../errors.ts';

/** `interchain_security.ccv.provider.v1.MsgUpdateParams`. */
export type MsgUpdateProviderParams = MessageOf<{ readonly authority: string; readonly params: ProviderParamsRow }>;

const DAY = 86_400n * SECOND;

/** Governance changes all parameters of the module at once; they are in force from then on. */
export function updateProviderParams(context: Context, { authority, params }: MsgUpdateProviderParams): void {
  requireAuthority(context, authority);
  checkTemplate(context, params);
  const isValid =
    isShare(params.trusting_period_fraction) &&
    params.ccv_timeout_period > 0n &&
    params.slash_meter_replenish_period > 0n &&
    isShare(params.slash_meter_replenish_fraction) &&
    isValidCoin(params.consumer_reward_denom_registration_fee) &&
    params.blocks_per_epoch > 0n &&
    params.number_of_epochs_to_start_receiving_rewards > 0n &&
    params.max_provider_consensus_validators > 0n;
  ensure(isValid, 'unregistered', 'the parameters of the provider module are not valid');
  context.draft.set(providerParams, SINGLETON, params);
}

/** The template must make a client, once what differs between consumers is filled in. */
function checkTemplate({ features }: Context, { template_client: template }: ProviderParamsRow): void {
  const filled = {
    ...template,
    '@type': '/ibc.lightclients.tendermint.v1.ClientState',
    chain_id: 'chainid',
    trusting_period: 13n * DAY,
    unbonding_period: 20n * DAY,
    latest_height: { revision_number: 0n, revision_height: 1n },
  } as const;
  validateClientState(filled, features);
}

/** Whether a text is a decimal above 0 and up to 1. */
function isShare(text: string): boolean {
  const value = parseDecimal(text);
  return value !== undefined && value > 0n && value <= ONE;
}
