import type { ConnectionVersion } from '../../../specs/tables/ibc/connection.ts';
import { ensure, refuse } from '../errors.ts';

/** The connection versions that a chain supports (ICS-03): version 1 with ordered and unordered channels. */
export const SUPPORTED: readonly ConnectionVersion[] = [
  { identifier: '1', features: ['ORDER_ORDERED', 'ORDER_UNORDERED'] },
];

const MAX_FEATURES = 100;

/** Checks the form of a version that a message names. */
export function checkVersion(version: ConnectionVersion | null | undefined): void {
  ensure(version !== null && version !== undefined, 'invalidConnectionVersion', 'there is no version');
  ensure(version.identifier.trim() !== '', 'invalidConnectionVersion', 'the version has no identifier');
  const features = version.features.length <= MAX_FEATURES && version.features.every((name) => name.trim() !== '');
  ensure(features, 'invalidConnectionVersion', 'a feature is empty, or there are too many of them');
}

/** Whether a proposed version is among the supported ones, with some features and none that is not supported. */
export function isSupported(supported: readonly ConnectionVersion[], proposed: ConnectionVersion): boolean {
  const known = supported.find(({ identifier }) => identifier === proposed.identifier);
  if (known === undefined || proposed.features.length === 0) return false;
  return proposed.features.every((feature) => known.features.includes(feature));
}

/** The version for a connection (ICS-03, `pickVersion`): the first one in common, with the features in common. */
export function pickVersion(offered: readonly ConnectionVersion[]): ConnectionVersion {
  for (const { identifier, features } of SUPPORTED) {
    const other = offered.find((version) => version.identifier === identifier);
    const common = features.filter((feature) => other?.features.includes(feature));
    if (common.length > 0) return { identifier, features: common };
  }
  return refuse('noCommonVersion', 'no version is in common');
}
