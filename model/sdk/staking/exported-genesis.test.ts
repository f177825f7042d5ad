import { expect, test } from 'vitest';
import { redelegationQueue, unbondingQueue } from '../../../specs/tables/staking/unbonding.ts';
import { account, ALICE, BOB, CAROL, SdkChain, stake, stakingMessage, valoper } from '../testing.ts';
import { queueAgain } from './exported-genesis.ts';

const from = (delegator: string, operator: string) => ({
  delegator_address: account(delegator),
  validator_address: valoper(operator),
  amount: stake(1_000n),
});

test('unbonding entries are queued again, each once, in the order of the store', () => {
  const chain = new SdkChain();
  chain.begin();
  for (const who of [CAROL, ALICE].toSorted().toReversed()) {
    chain.send(stakingMessage('MsgDelegate', from(who, BOB)));
    chain.send(stakingMessage('MsgUndelegate', from(who, BOB)));
  }
  chain.send(
    stakingMessage('MsgBeginRedelegate', {
      delegator_address: account(ALICE),
      validator_src_address: valoper(ALICE),
      validator_dst_address: valoper(BOB),
      amount: stake(10n),
    }),
  );
  const { draft } = chain.context;
  const [[time, queued] = []] = draft.entries(unbondingQueue);
  const routes = [...draft.entries(redelegationQueue)];
  for (const [key] of routes) draft.delete(redelegationQueue, key);
  if (time === undefined) throw new Error('nothing unbonds');
  draft.delete(unbondingQueue, time);
  queueAgain(chain.context);
  expect([...draft.entries(unbondingQueue)]).toEqual([[time, { pairs: queued?.pairs.toReversed() }]]);
  expect(queued?.pairs).toHaveLength(2);
  expect([...draft.entries(redelegationQueue)]).toEqual(routes);
  expect(routes).toHaveLength(1);
});
