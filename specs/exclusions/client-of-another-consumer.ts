import { withheldExclusion } from '../exclusion.ts';

/** The connection id of initialization parameters. */
export const clientOfAnotherConsumer = withheldExclusion({
  name: 'client-of-another-consumer',
  notDrawn: 'a launch over a connection whose client belongs to another consumer',
  deviation: 'channel-of-the-consumer',
});
