import type { Coin } from '../../../specs/block.ts';
import { deposits, type DepositRow, type GovParamsRow } from '../../../specs/tables/gov.ts';
import type { Hex } from '../../../specs/value.ts';
import { addressOf, bech32 } from '../../bech32.ts';
import type { Context, MessageOf } from '../../context.ts';
import { isBlocked, moduleAddress } from '../auth/module-accounts.ts';
import { burn, sendCoins, sendToModule } from '../bank/send.ts';
import { amountIn, areValidCoins, hasAllOf, sumOf } from '../coins.ts';
import { decimalOf, mul, roundInt, truncateInt } from '../decimal.ts';
import { decimal } from '../decimal-text.ts';
import { ensure } from '../errors.ts';
import { govParamsOf, minDeposit } from './params.ts';
import { beginVoting, isOpen, proposalAt, saveProposal } from './proposals.ts';

const GOV = 'gov';

/** `cosmos.gov.v1.MsgDeposit`. */
export type MsgDeposit = MessageOf<{
  readonly proposal_id: bigint;
  readonly depositor: string;
  readonly amount: readonly Coin[];
}>;

/** Handles `MsgDeposit`. */
export function deposit(context: Context, { proposal_id, depositor, amount }: MsgDeposit): void {
  const address = addressOf(context.bech32Prefix, depositor);
  ensure(address !== undefined, 'invalidAddress', `${depositor} is no address`);
  ensure(amount.length > 0 && areValidCoins(amount), 'invalidCoins', 'the coins are not well formed');
  addDeposit(context, proposal_id, address, amount);
}

/** Checks what a proposal comes with: it may be nothing unless the parameters ask for a share of the minimum. */
export function checkInitialDeposit(params: GovParamsRow, amount: readonly Coin[], expedited: boolean): void {
  ensure(areValidCoins(amount), 'invalidCoins', 'the coins are not well formed');
  const ratio = decimal(params.min_initial_deposit_ratio);
  if (ratio === 0n) return;
  const least = minDeposit(params, expedited).map((coin) => ({
    denom: coin.denom,
    amount: roundInt(mul(decimalOf(coin.amount), ratio)),
  }));
  ensure(hasAllOf(amount, least), 'minDepositTooSmall', 'the initial deposit is too small');
}

/** Takes a deposit; the voting begins with the one that makes them sufficient. */
export function addDeposit(context: Context, id: bigint, depositor: Hex, amount: readonly Coin[]): void {
  const { draft } = context;
  const proposal = proposalAt(context, id);
  ensure(isOpen(proposal), 'inactiveProposal', `proposal ${id} takes no deposits`);
  const params = govParamsOf(context);
  checkDepositDenoms(params, amount);
  const least = minDeposit(params, proposal.expedited);
  checkShareOfDeposit(params, least, amount);
  sendToModule(context, depositor, GOV, amount);

  const after = { ...proposal, total_deposit: sumOf([...proposal.total_deposit, ...amount]) };
  saveProposal(context, after);
  const begins = proposal.status === 'PROPOSAL_STATUS_DEPOSIT_PERIOD' && hasAllOf(after.total_deposit, least);
  if (begins) beginVoting(context, after);

  const key = deposits.key(id, depositor);
  const before = draft.get(deposits, key);
  draft.set(deposits, key, {
    proposal_id: id,
    depositor: bech32(context.bech32Prefix, depositor),
    amount: before === undefined ? amount : sumOf([...before.amount, ...amount]),
  });
}

/** Refuses a denomination in which no deposit is asked for. */
export function checkDepositDenoms(params: GovParamsRow, amount: readonly Coin[]): void {
  const known = params.min_deposit.map(({ denom }) => denom);
  const areKnown = amount.every(({ denom }) => known.includes(denom));
  ensure(areKnown, 'invalidDepositDenom', 'a denomination that is not taken');
}

/** Each deposit must be a share of the minimum in one of its denominations. */
function checkShareOfDeposit(params: GovParamsRow, least: readonly Coin[], amount: readonly Coin[]): void {
  const ratio = decimal(params.min_deposit_ratio);
  if (ratio === 0n) return;
  const suffices = least.some(({ denom, amount: whole }) => {
    const given = amountIn(amount, denom);
    return given > 0n && given >= truncateInt(mul(decimalOf(whole), ratio));
  });
  ensure(suffices, 'minDepositTooSmall', 'the deposit is too small');
}

/** Refunds the deposits of a proposal. */
export function refundDeposits(context: Context, id: bigint): void {
  for (const [depositor, { amount }] of takeDeposits(context, id)) refund(context, depositor, amount);
}

/** Burns the deposits of a proposal. */
export function burnDeposits(context: Context, id: bigint): void {
  const all = takeDeposits(context, id).flatMap(([depositor, { amount }]) =>
    depositor === moduleAddress(GOV) ? [] : amount,
  );
  burn(context, GOV, sumOf(all));
}

/** What a cancellation costs is burnt, or goes to the account that the parameters name; the rest is given back. */
export function chargeDeposits(context: Context, id: bigint): void {
  const { proposal_cancel_ratio: ratio, proposal_cancel_dest: dest } = govParamsOf(context);
  const rate = decimal(ratio);
  const charges: Coin[] = [];
  for (const [depositor, { amount }] of takeDeposits(context, id)) {
    const charge = amount.map((coin) => ({ ...coin, amount: truncateInt(mul(decimalOf(coin.amount), rate)) }));
    const rest = amount.map((coin, i) => ({ ...coin, amount: coin.amount - (charge[i]?.amount ?? 0n) }));
    charges.push(...charge);
    const left = sumOf(rest);
    if (left.length > 0) payOut(context, depositor, left);
  }
  const total = sumOf(charges);
  if (total.length === 0) return;
  if (dest === '') burn(context, GOV, total);
  else payOut(context, addressOf(context.bech32Prefix, dest) ?? '', total);
}

/** The deposits of a proposal by depositor, in the order of their addresses, which are forgotten. */
function takeDeposits({ draft }: Context, id: bigint): [Hex, DepositRow][] {
  const prefix = `${id}/`;
  const taken: [Hex, DepositRow][] = [];
  for (const [key, row] of draft.entries(deposits)) {
    if (key.startsWith(prefix)) taken.push([key.slice(prefix.length), row]);
  }
  for (const [depositor] of taken) draft.delete(deposits, deposits.key(id, depositor));
  return taken.toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Gives a deposit back at the end of a block, where nothing can be refused; what governance gave it has already. */
function refund(context: Context, depositor: Hex, amount: readonly Coin[]): void {
  if (depositor !== moduleAddress(GOV)) sendCoins(context, moduleAddress(GOV), depositor, amount);
}

function payOut(context: Context, to: Hex, amount: readonly Coin[]): void {
  ensure(!isBlocked(context, to), 'unauthorized', 'a module does not receive coins');
  sendCoins(context, moduleAddress(GOV), to, amount);
}
