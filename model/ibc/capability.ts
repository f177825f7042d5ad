import { SINGLETON } from '../../specs/key.ts';
import { capabilityIndex, capabilityOwners } from '../../specs/tables/capability.ts';
import type { Context, Module } from '../context.ts';

/** The module that owns a port, where it is not named like the port. */
const MODULES: Readonly<Record<string, string>> = { consumer: 'ccvconsumer' };

/**
 * The capability module, with the feature `ibc-capabilities` (ICS-05): the transfer application binds its port first,
 * then the CCV module does.
 */
export function capabilityModule(): Module {
  return {
    name: 'capability',
    initGenesis: (context) => {
      if (!context.features.has('ibc-capabilities')) return undefined;
      context.draft.set(capabilityIndex, SINGLETON, 1n);
      const ports = Object.keys(context.apps).toSorted((a, b) => Number(b === 'transfer') - Number(a === 'transfer'));
      for (const port of ports) newCapability(context, port, `ports/${port}`);
      return undefined;
    },
    exports: () => [capabilityIndex, capabilityOwners],
  };
}

/** Gives the capability of a port to core and to an application that a chain did not begin with (ICS-05). */
export function claimPort(context: Context, port: string): void {
  if (context.features.has('ibc-capabilities')) newCapability(context, port, `ports/${port}`);
}

/** Gives the capability of a new channel to core and to the application that accepted it (ICS-04). */
export function claimChannel(context: Context, port: string, channel: string): void {
  if (!context.features.has('ibc-capabilities')) return;
  newCapability(context, port, `capabilities/ports/${port}/channels/${channel}`);
}

function newCapability({ draft }: Context, port: string, name: string): void {
  const index = draft.get(capabilityIndex, SINGLETON) ?? 1n;
  const modules = ['ibc', MODULES[port] ?? port].toSorted();
  draft.set(capabilityOwners, capabilityOwners.key(index), {
    owners: modules.map((module) => ({ module, name })),
  });
  draft.set(capabilityIndex, SINGLETON, index + 1n);
}
