import { exportsOf } from '../order.ts';
import type { Property, PropertyGroup } from '../property.ts';
import * as all from './all.ts';

/** The position of a group among the others. */
const PLACES: Readonly<Record<PropertyGroup, number>> = {
  channel: 0,
  'validator-set': 1,
  'validator-update': 2,
  stake: 3,
  maturity: 4,
  slashing: 5,
  rewards: 6,
  governance: 7,
};

/** All named properties of ICS-028, its ADRs and its models, by group. */
export const PROPERTIES: readonly Property[] = exportsOf<Property>(all).toSorted(
  (a, b) => PLACES[a.group] - PLACES[b.group],
);
