import { SINGLETON } from '../../../specs/key.ts';
import type { Coin } from '../../../specs/block.ts';
import { govParams, type GovParamsRow } from '../../../specs/tables/gov.ts';
import { ONE, type Dec, type Nanos } from '../../../specs/value.ts';
import { addressOf } from '../../bech32.ts';
import type { Context, MessageOf } from '../../context.ts';
import { requireAuthority } from '../authority.ts';
import { areValidCoins, hasAllOf } from '../coins.ts';
import { parseDecimal } from '../decimal-text.ts';
import { ensure } from '../errors.ts';

/** `cosmos.gov.v1.MsgUpdateParams`. */
export type MsgUpdateGovParams = MessageOf<{ readonly authority: string; readonly params: GovParamsRow }>;

/** The parameters of the governance module. Throws before the genesis has set them. */
export function govParamsOf({ draft }: Context): GovParamsRow {
  const params = draft.get(govParams, SINGLETON);
  if (params === undefined) throw new Error('the governance module has no parameters yet');
  return params;
}

/** Handles `MsgUpdateParams`: governance changes all of its own parameters at once. */
export function updateGovParams(context: Context, { authority, params }: MsgUpdateGovParams): void {
  requireAuthority(context, authority);
  checkDeposits(params);
  checkPeriod(params.max_deposit_period, 'the deposit period');
  checkShares(params);
  checkVoting(params);
  checkRatio(params.min_initial_deposit_ratio, 'the share of the initial deposit');
  checkRatio(params.proposal_cancel_ratio, 'the share that a cancellation costs');
  const dest = params.proposal_cancel_dest;
  check(dest === '' || addressOf(context.bech32Prefix, dest) !== undefined, 'who gets what a cancellation costs');
  context.draft.set(govParams, SINGLETON, params);
}

function checkDeposits({ min_deposit: least, expedited_min_deposit: expedited }: GovParamsRow): void {
  for (const coins of [least, expedited]) check(coins.length > 0 && areValidCoins(coins), 'a minimum deposit');
  check(!hasAllOf(least, expedited), 'the minimum deposit of what is urgent');
}

/** The quorum can be zero, the thresholds cannot. The threshold of expedited proposals is higher. */
function checkShares(params: GovParamsRow): void {
  checkRatio(params.quorum, 'the quorum');
  const threshold = checkShare(params.threshold, 'the threshold');
  const expedited = checkShare(params.expedited_threshold, 'the threshold of what is urgent');
  check(expedited > threshold, 'the threshold of what is urgent');
  checkShare(params.veto_threshold, 'the threshold of a veto');
}

function checkVoting({ voting_period: period, expedited_voting_period: expedited }: GovParamsRow): void {
  checkPeriod(period, 'the voting period');
  checkPeriod(expedited, 'the voting period of what is urgent');
  check(expedited < period, 'the voting period of what is urgent');
}

function checkPeriod(period: Nanos | null, what: string): asserts period is Nanos {
  check(period !== null && period > 0n, what);
}

function checkRatio(text: string, what: string): Dec {
  const value = parseDecimal(text);
  check(value !== undefined && value >= 0n && value <= ONE, what);
  return value;
}

function checkShare(text: string, what: string): Dec {
  const value = checkRatio(text, what);
  check(value > 0n, what);
  return value;
}

function check(condition: boolean, what: string): asserts condition {
  ensure(condition, 'unregistered', `${what} is not valid`);
}

/** What a proposal must have got as deposits before it is voted on. */
export function minDeposit(params: GovParamsRow, expedited: boolean): readonly Coin[] {
  return expedited ? params.expedited_min_deposit : params.min_deposit;
}
