import type { Schema } from '../../codec/schema.ts';
import { QUERIES } from './index.ts';
import { queryName, type QueryCheck } from './query-check.ts';

/** A query that a program declares, and how much of its answer is compared. */
export interface DeclaredQuery {
  /** As gRPC writes it: `interchain_security.ccv.provider.v1.Query/QueryParams`. */
  readonly name: string;
  /** Whether it is asked. */
  readonly asked: boolean;
  /** The fields of its answer that are not compared; of a query that is never asked, all of them. */
  readonly notCompared: readonly string[];
}

const CCV_QUERIES = /^interchain_security\.ccv\.\w+\.v\d+\.Query$/u;
const CHECKS: ReadonlyMap<string, QueryCheck> = new Map(
  Object.values(QUERIES)
    .flat()
    .map((check) => [queryName(check), check]),
);

/** The names of all queries that are asked, of the CCV modules and of others. */
export const ASKED_QUERIES: readonly string[] = [...CHECKS.keys()].toSorted();

/** The queries of the provider and the consumer module that the descriptors of programs declare. */
export function declaredQueries(schemas: readonly Schema[]): readonly DeclaredQuery[] {
  const declared = new Map(schemas.flatMap((schema) => queriesOf(schema).map((query) => [query.name, query])));
  return [...declared.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** What of the queries that programs declare is not covered: queries that are never asked, and fields not compared. */
export function queriesNotCovered(schemas: readonly Schema[]): readonly string[] {
  return declaredQueries(schemas).flatMap(({ name, asked, notCompared }) =>
    asked ? notCompared.map((field) => `${name}: ${field}`) : [name],
  );
}

function queriesOf(schema: Schema): DeclaredQuery[] {
  return Object.entries(schema.services)
    .filter(([service]) => CCV_QUERIES.test(service))
    .flatMap(([service, methods]) =>
      Object.entries(methods).map(([method, [, response]]) => {
        const name = queryName({ service, method });
        const check = CHECKS.get(name);
        return { name, asked: check !== undefined, notCompared: notCompared(schema, response, check?.fields ?? []) };
      }),
    );
}

/** The fields of a message that none of these paths names; below a path that ends, everything is compared. */
function notCompared({ messages }: Schema, type: string, paths: readonly string[]): string[] {
  const missing = (name: string, fields: readonly string[], prefix: string): string[] =>
    (messages[name] ?? []).flatMap((field) => {
      const path = `${prefix}${field.name}`;
      if (fields.includes(path)) return [];
      if (!fields.some((one) => one.startsWith(`${path}.`))) return [path];
      return missing(field.type ?? '', fields, `${path}.`);
    });
  return missing(type, paths, '');
}
