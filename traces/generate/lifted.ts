import type { ExclusionName } from '../../specs/exclusions/index.ts';
import type { World } from '../world/world.ts';

/** Whether an exclusion is lifted, so that what it leaves out is drawn. Every filter of generation asks this. */
export function isLifted({ lifted }: World, name: ExclusionName): boolean {
  return lifted.has(name);
}
