import type { Description } from '../../../specs/tables/staking/validator.ts';
import { ensure } from '../errors.ts';

/** What stands for a part that stays as it is (SDK, `DoNotModifyDesc`). */
const KEEP = '[do-not-modify]';

/** The longest that each part may be, in bytes. */
const LIMITS = { moniker: 70, identity: 3000, website: 140, security_contact: 140, details: 280 } as const;

/** Refuses a description of nothing. */
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
