import type { Features } from '../../specs/feature.ts';
import { ensure, type IbcError } from './errors.ts';

const ALLOWED = /^[a-zA-Z0-9._+\-#[\]<>]+$/u;

/** Checks a client id (ICS-24): 9 to 64 allowed characters, or from 4 on with the feature `ibc-short-client-ids`. */
export function checkClientId(id: string, features: Features): void {
  checkIdentifier(id, features.has('ibc-short-client-ids') ? 4 : 9, 64);
}

/** Checks a connection id (ICS-24): 10 to 64 allowed characters. */
export function checkConnectionId(id: string): void {
  checkIdentifier(id, 10, 64);
}

/** Checks a channel id (ICS-24): 8 to 64 allowed characters. */
export function checkChannelId(id: string): void {
  checkIdentifier(id, 8, 64);
}

/** Checks a port id (ICS-24): 2 to 128 allowed characters. */
export function checkPortId(id: string): void {
  checkIdentifier(id, 2, 128);
}

/** Checks that a connection id has the form that a chain gives its own: `connection-{number}`. */
export function checkOwnConnectionId(id: string): void {
  checkOwn(id, 'connection-', 'invalidConnectionId');
}

/** Checks that a channel id has the form that a chain gives its own: `channel-{number}`. */
export function checkOwnChannelId(id: string): void {
  checkOwn(id, 'channel-', 'invalidChannelId');
}

function checkIdentifier(id: string, min: number, max: number): void {
  const valid = id.length >= min && id.length <= max && ALLOWED.test(id);
  ensure(valid, 'invalidId', `'${id}' is no identifier of ${min} to ${max} allowed characters`);
}

const MAX_SEQUENCE = 2n ** 64n;

function checkOwn(id: string, prefix: string, error: IbcError): void {
  const [, digits] = new RegExp(`^${prefix}([0-9]{1,20})$`, 'u').exec(id) ?? [];
  ensure(digits !== undefined && BigInt(digits) < MAX_SEQUENCE, error, `'${id}' is not of the form ${prefix}{number}`);
}
