/** A tool that judges the code without running it. */
export interface StaticCheck {
  readonly name: string;
  /** A command of a locked package, with its arguments. */
  readonly command: readonly [string, ...string[]];
  /** What to do when it fails. */
  readonly hint: string;
}

/** None of them needs another one. */
export const STATIC_CHECKS: readonly StaticCheck[] = [
  { name: 'format', command: ['prettier', '--check', '--log-level=warn', '.'], hint: 'npm run format' },
  {
    name: 'lint',
    command: ['oxlint', '--type-aware', '--deny-warnings', '--report-unused-disable-directives', '--quiet'],
    hint: 'Mend the code; the rules are in .oxlintrc.json.',
  },
  { name: 'types', command: ['tsc', '--pretty', 'false'], hint: 'Mend the types.' },
  {
    name: 'unused code and packages',
    command: ['knip', '--no-progress'],
    hint: 'Remove what is named; knip.jsonc says where a program starts.',
  },
];
