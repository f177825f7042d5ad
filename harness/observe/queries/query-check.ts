import type { Rows, RowView } from '../../../specs/rows.ts';
import type { Fields } from '../../../specs/value.ts';

/** A question that can be asked now, and what the chain's own store says the answer must hold. */
export interface Question {
  readonly request: Fields;
  /** The response, as far as the query says that it is compared. */
  readonly answer: Fields;
}

/** A gRPC query whose answer the store of the same program must confirm: a query that lies is found. */
export interface QueryCheck {
  /** The full name of the service, without its method. */
  readonly service: string;
  readonly method: string;
  /** The full names of the messages. */
  readonly request: string;
  readonly response: string;
  /**
   * The fields of the response that are compared, each with all that is in it: `params`, or `chains.phase` for a field of
   * every message of a list.
   */
  readonly fields: readonly string[];
  questions(rows: RowView, chain: AskedChain): Question[];
}

/** What the questions need to know of a chain beside its rows. */
export interface AskedChain {
  /** `cosmos` on the provider, `consumer` on a consumer. */
  readonly bech32Prefix: string;
  readonly chainId: string;
  /** Of its newest block. */
  readonly height: bigint;
  /** All of its rows, for answers that the specification computes. */
  readonly state: Rows;
}

/** The name of a query, as gRPC writes it: `cosmos.bank.v1beta1.Query/Balance`. */
export function queryName({ service, method }: Pick<QueryCheck, 'service' | 'method'>): string {
  return `${service}/${method}`;
}

/** A check of a service whose messages are named as all services of the SDK name theirs. */
export function queryCheck(
  service: string,
  method: string,
  fields: readonly string[],
  questions: QueryCheck['questions'],
): QueryCheck {
  const module = service.slice(0, service.lastIndexOf('.'));
  const message = method.startsWith('Query') ? method : `Query${method}`;
  return {
    service,
    method,
    request: `${module}.${message}Request`,
    response: `${module}.${message}Response`,
    fields,
    questions,
  };
}

/** The one question of a query without arguments, if there is a row to confirm its answer. */
export function askOnce<Row>(row: Row | undefined, answer: (row: Row) => Fields): Question[] {
  return row === undefined ? [] : [{ request: {}, answer: answer(row) }];
}

/** A question for each row of a table; `undefined` leaves a row out. */
export function askEach<Row>(
  rows: Iterable<readonly [string, Row]>,
  question: (key: string, row: Row) => Question | undefined,
): Question[] {
  return [...rows].flatMap(([key, row]) => question(key, row) ?? []);
}

/** A request in one line. */
export function requestText(request: Fields): string {
  return JSON.stringify(request, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
}
