import type { Description } from '../../../specs/tables/staking/validator.ts';
import { ensure } from '../errors.ts';

/** The text for a field that does not change (SDK, `DoNotModifyDesc`). */
const KEEP = '[do-not-modify]';

/** The greatest length of each field, in bytes. */
const LIMITS = { moniker: 70, identity: 3000, website: 140, security_contact: 140, details: 280 } as const;

/** Refuses an empty description. */
export function ensureDescribed(description: Description): void {
  const some = Object.values(description).some((part) => part !== '');
  ensure(some, 'invalidRequest', 'an empty description');
}

/** Refuses a description that is too long. */
export function ensureShort(description: Description): Description {
  for (const [part, limit] of Object.entries(LIMITS)) {
    const text = description[part as keyof Description];
    ensure(Buffer.byteLength(text) <= limit, 'invalidRequest', `${part} is too long`);
  }
  return description;
}

/** The description after a change. */
export function changeDescription(before: Description, change: Description): Description {
  const part = (name: keyof Description) => (change[name] === KEEP ? before[name] : change[name]);
  return ensureShort({
    moniker: part('moniker'),
    identity: part('identity'),
    website: part('website'),
    security_contact: part('security_contact'),
    details: part('details'),
  });
}
