/** Every exclusion. To add one, write a file in this folder and add its line here. */
export { chainWithoutPower } from './chain-without-power.ts';
export { changingSetAtChangeover } from './changing-set-at-changeover.ts';
export { clientOfAnotherConsumer } from './client-of-another-consumer.ts';
export { coinsForModules } from './coins-for-modules.ts';
export { consumerRenamed } from './consumer-renamed.ts';
export { evidenceAgain } from './evidence-again.ts';
export { evidenceAgainstRemoved } from './evidence-against-removed.ts';
export { evidenceAgainstUnbonding } from './evidence-against-unbonding.ts';
export { exaggeratedPower } from './exaggerated-power.ts';
export { forgedValidatorSets } from './forged-validator-sets.ts';
export { governanceDeposits } from './governance-deposits.ts';
export { manyNewValidators } from './many-new-validators.ts';
export { nilVotesInEvidence } from './nil-votes-in-evidence.ts';
export { nodeFaults } from './node-faults.ts';
export { tombstonedKey } from './tombstoned-key.ts';
export { upgradePlans } from './upgrade-plans.ts';
