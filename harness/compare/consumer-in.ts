import { TABLES } from '../../specs/tables/index.ts';

/** The tables of the provider whose keys begin with text: the id of a consumer, a client, a channel or a denomination. */
const TEXT_KEYS: ReadonlySet<string> = new Set(
  TABLES.provider
    .filter(({ store, layout: [first] }) => store === 'provider' && (first?.as === 'lp64text' || first?.as === 'text'))
    .map(({ name }) => name),
);

/** The id of the consumer that the key of a row begins with, if it does: of those texts only ids are numbers. */
export function consumerIn(table: string, key: string): string | undefined {
  return TEXT_KEYS.has(table) ? /^\d+(?=\/|$)/u.exec(key)?.[0] : undefined;
}
