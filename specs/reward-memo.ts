import { jsonFields, type JsonField } from './json-fields.ts';

/** What the memo of a transfer says about rewards: the consumer that it names, or nothing that can be read. */
export type RewardMemo = { readonly consumerId: string } | undefined;

/**
 * Reads the memo of a transfer as a provider does: JSON with a part for the provider that names a consumer. JSON that
 * has no such part names a consumer without an id.
 */
export function readRewardMemo(memo: string): RewardMemo {
  const fields = fieldsOf(memo);
  if (fields === undefined) return undefined;
  const reward = fields.findLast(([name]) => name === 'provider')?.[1];
  const said = reward === undefined ? [] : fieldsOf(reward);
  return said && named(said);
}

/** Go finds fields whatever the case of their letters, takes each that comes, and leaves one that is null as it is. */
function named(reward: readonly JsonField[]): RewardMemo {
  let consumerId = '';
  for (const [name, text] of reward) {
    const field = name.toLowerCase().replaceAll('ſ', 's');
    const value: unknown = JSON.parse(text);
    if (!['consumerid', 'chainid', 'memo'].includes(field) || value === null) continue;
    if (typeof value !== 'string') return undefined;
    if (field === 'consumerid') consumerId = value;
  }
  return { consumerId };
}

/** The fields of an object, none for null, `undefined` for anything else. */
function fieldsOf(text: string): readonly JsonField[] | undefined {
  try {
    return JSON.parse(text) === null ? [] : jsonFields(text);
  } catch {
    return undefined;
  }
}
