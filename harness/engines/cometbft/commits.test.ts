import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commitsIn, openCommits } from './commits.ts';

function heightKey(height: number): string {
  return Buffer.from(`50${height.toString(16).padStart(16, '0')}`, 'hex').toString('base64');
}

function line(operation: string, store: string, key: string, more: object = {}): string {
  return `${JSON.stringify({ operation, key, value: 'AA==', metadata: { store_name: store, ...more } })}\n`;
}

/** What a node writes when it commits a block. */
function commit(height: number, key: string): string {
  return line('write', 'bank', key) + line('write', 'staking', heightKey(height)) + line('delete', 'ibc', key);
}

const READ = line('read', 'bank', 'AQ==');

describe('the commits in the store trace of a node', () => {
  test('are the runs of writes that hold a height', () => {
    const found = commitsIn(READ + commit(4, 'AQ==') + READ + READ + commit(5, 'Ag=='));
    expect(found.map(({ height, writes }) => [height, writes.map(({ store }) => store)])).toEqual([
      [4n, ['bank', 'staking', 'ibc']],
      [5n, ['bank', 'staking', 'ibc']],
    ]);
  });

  test('are not what a node only tried out', () => {
    const tried = line('write', 'bank', 'AQ==', { txHash: 'AB' }) + READ + line('write', 'staking', 'AQ==') + READ;
    expect(commitsIn(tried)).toEqual([]);
    const [found] = commitsIn(tried + line('write', 'bank', 'Aw==', { txHash: 'AB' }) + commit(2, 'Ag=='));
    expect(found?.writes.map(({ key }) => key.toString('base64'))).toEqual(['Ag==', heightKey(2), 'Ag==']);
  });
});

describe('a store trace that grows', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-test-'));
  const file = join(folder, 'trace');
  beforeEach(() => mkdirSync(folder, { recursive: true }));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('gives each block once it is there, also when the node started again and committed it anew', () => {
    writeFileSync(file, READ + commit(1, 'AQ=='));
    const commits = openCommits(file);
    expect(commits.at(1n)).toHaveLength(3);
    expect(commits.at(2n)).toBeUndefined();
    // The node is killed in the middle of a commit.
    appendFileSync(file, READ + line('write', 'bank', 'Ag=='));
    appendFileSync(file, READ + commit(1, 'AQ==') + READ + commit(2, 'Ag==') + READ + commit(3, 'Aw=='));
    expect(commits.at(2n)).toHaveLength(3);
    expect(commits.at(3n)?.[0]?.key.toString('base64')).toBe('Aw==');
    commits.close();
    commits.close();
  });

  test('is emptied without losing a block that nobody has asked for, nor half a line', () => {
    const [half, otherHalf] = [commit(3, 'Aw==').slice(0, 40), commit(3, 'Aw==').slice(40)];
    writeFileSync(file, READ + commit(1, 'AQ==') + READ + commit(2, 'Ag==') + READ + half);
    const commits = openCommits(file);
    commits.empty(2n);
    expect(commits.size()).toBe(0);
    appendFileSync(file, otherHalf + READ);
    expect(commits.at(2n)?.[0]?.key.toString('base64')).toBe('Ag==');
    expect(commits.at(3n)?.[0]?.key.toString('base64')).toBe('Aw==');
    expect(commits.at(1n)).toBeUndefined();
    commits.close();
  });
});
