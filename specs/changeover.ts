/** The name of the upgrade in which a consumer program with democracy takes over a standalone chain (ADR-010). */
export const CHANGEOVER = 'sovereign-changeover';
