/** What the memo of a transfer says about rewards: the consumer that it names, or nothing that can be read. */
export type RewardMemo = { readonly consumerId: string } | undefined;

/**
 * Reads the memo of a transfer as a provider does: JSON with a part for the provider that names a consumer. JSON that
 * has no such part names a consumer without an id.
 */
export function readRewardMemo(memo: string): RewardMemo {
  const fields = objectIn(parse(memo));
  if (fields === undefined) return undefined;
  if (fields === null || !('provider' in fields)) return { consumerId: '' };
  const reward = objectIn(fields['provider']);
  if (reward === undefined) return undefined;
  return reward === null ? { consumerId: '' } : named(reward);
}

type Fields = Readonly<Record<string, unknown>>;

/** Go finds fields whatever the case of their letters, and leaves one that is null as it is. */
function named(reward: Fields): RewardMemo {
  let consumerId = '';
  for (const [name, value] of Object.entries(reward)) {
    const field = name.toLowerCase();
    if (!['consumerid', 'chainid', 'memo'].includes(field) || value === null) continue;
    if (typeof value !== 'string') return undefined;
    if (field === 'consumerid') consumerId = value;
  }
  return { consumerId };
}

/** The fields of an object, `null` for null, `undefined` for anything else. */
function objectIn(value: unknown): Fields | null | undefined {
  if (value === null) return null;
  return typeof value === 'object' && !Array.isArray(value) ? (value as Fields) : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
