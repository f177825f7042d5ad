import { channelEnds } from '../../specs/tables/ibc/channel.ts';
import type { Context, IbcApp } from '../context.ts';
import { ensure } from './errors.ts';
import { channelKey } from './path.ts';

/**
 * The application that a new channel on this port is for (ICS-26). Without capabilities a port may also contain the
 * name of an application's port, and the application has to refuse it.
 */
export function appOfPort({ apps, features }: Context, port: string): IbcApp {
  if (features.has('ibc-capabilities')) {
    const app = apps[port];
    ensure(app !== undefined, 'capabilityNotFound', `nobody has bound the port ${port}`);
    return app;
  }
  const name = apps[port]
    ? port
    : Object.keys(apps)
        .toSorted()
        .find((name) => port.includes(name));
  const app = name === undefined ? undefined : apps[name];
  ensure(app !== undefined, 'invalidRoute', `there is no application for the port ${port}`);
  return app;
}

/** The application of an existing channel (ICS-26); whether the channel exists is checked here only with capabilities. */
export function appOfChannel(context: Context, port: string, channel: string): IbcApp {
  if (context.features.has('ibc-capabilities')) {
    const exists = context.draft.has(channelEnds, channelKey(port, channel));
    ensure(exists, 'capabilityNotFound', `nobody owns the channel ${channel} on port ${port}`);
  }
  return appOfPort(context, port);
}
