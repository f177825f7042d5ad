/** What a consumer with democracy calls the upgrade that makes a consumer of a chain that lived on its own (ADR-010). */
export const CHANGEOVER = 'sovereign-changeover';
