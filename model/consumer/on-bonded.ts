import type { Context } from '../context.ts';
export function onBonded(_context: Context, _address: string): void {}
