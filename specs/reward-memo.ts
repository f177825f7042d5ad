import { jsonFields, type JsonField } from './json-fields.ts';

/** The memo of a reward transfer: it names a consumer, or is not readable. */
export type RewardMemo = { readonly consumerId: string } | undefined;

/**
 * Reads the memo of a transfer as a provider does: JSON whose `provider` part names a consumer. JSON without that part
 * names a consumer with an empty id.
 */
export function readRewardMemo(memo: string): RewardMemo {
  const fields = fieldsOf(memo);
  if (fields === undefined) return undefined;
  const reward = fields.findLast(([name]) => name === 'provider')?.[1];
  const said = reward === undefined ? [] : fieldsOf(reward);
  return said && named(said);
}

/** Go matches field names in any case, uses every duplicate, and ignores null. */
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

/** The fields of an object: none for null, `undefined` for any other value. */
function fieldsOf(text: string): readonly JsonField[] | undefined {
  try {
    return JSON.parse(text) === null ? [] : jsonFields(text);
  } catch {
    return undefined;
  }
}
