/** Every exclusion. A new one is a file beside this one and its line here. */
export { chainWithoutPower } from './chain-without-power.ts';
export { clientOfAnotherConsumer } from './client-of-another-consumer.ts';
export { coinsForModules } from './coins-for-modules.ts';
export { consumerRenamed } from './consumer-renamed.ts';
export { evidenceAgain } from './evidence-again.ts';
export { evidenceAgainstUnbonding } from './evidence-against-unbonding.ts';
export { exaggeratedPower } from './exaggerated-power.ts';
export { manyNewValidators } from './many-new-validators.ts';
export { nodeFaults } from './node-faults.ts';
export { tombstonedKey } from './tombstoned-key.ts';
export { upgradePlans } from './upgrade-plans.ts';
