/** A tool that judges the code without running it. */
export interface StaticCheck {
  readonly name: string;
  /** A command of a locked package, with its arguments. */
  readonly command: readonly [string, ...string[]];
  /** What to do when it fails. */
  readonly hint: string;
}

/** They are independent of each other. */
export const STATIC_CHECKS: readonly StaticCheck[] = [
  { name: 'format', command: ['prettier', '--check', '--log-level=warn', '.'], hint: 'npm run format' },
  {
    name: 'lint',
    command: ['oxlint', '--type-aware', '--deny-warnings', '--report-unused-disable-directives', '--quiet'],
    hint: 'Fix the code; the rules are in .oxlintrc.json.',
  },
  { name: 'types', command: ['tsc', '--pretty', 'false'], hint: 'Fix the types.' },
  {
    name: 'unused code and packages',
    command: ['knip', '--no-progress'],
    hint: 'Remove what is named, or name the entry point of a new program in knip.jsonc.',
  },
];
