/** All tables of the CCV provider module. */
export * from './provider/consumers.ts';
export * from './provider/infractions.ts';
export * from './provider/module.ts';
export * from './provider/rewards.ts';
export * from './provider/validators.ts';
