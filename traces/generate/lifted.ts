import type { ExclusionName } from '../../specs/exclusions/index.ts';
import type { World } from '../world/world.ts';

/** Whether an exclusion is lifted, so that its inputs are drawn. Every filter of generation calls this. */
export function isLifted({ lifted }: World, name: ExclusionName): boolean {
  return lifted.has(name);
}
