import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { shellWord } from './shell-word.ts';

test.each(['lockstep-results/v7.0.1-v7.0.1-1/traces/1-12.json', '--seed', 'my/provider:rc1'])(
  'the word %s needs no quotes',
  (word) => {
    expect(shellWord(word)).toBe(word);
  },
);

test.each(['my traces/one.json', "it's", '$HOME/a', 'a;b', 'a"b\\', ''])(
  'a shell reads the word «%s» as it is',
  (word) => {
    const read = execFileSync('/bin/sh', ['-c', `printf %s ${shellWord(word)}`], { encoding: 'utf8' });
    expect(read).toBe(word);
  },
);
