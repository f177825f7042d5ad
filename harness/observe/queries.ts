import type { ChainKind } from '../../specs/chain-kind.ts';
import { viewOf } from '../../specs/rows.ts';
import type { Value } from '../../specs/value.ts';
import { CodecError } from '../codec/codec-error.ts';
import type { QueriedChain } from '../facts/queried-chain.ts';
import { ObservationError } from './observation-error.ts';
import { QUERIES } from './queries/index.ts';
import { queryName, requestText, type AskedChain, type QueryCheck, type Question } from './queries/query-check.ts';

/** One question of one query. */
export interface DueQuestion extends Question {
  readonly check: QueryCheck;
}

/** What a chain is asked about. */
export interface Asked extends AskedChain {
  readonly kind: ChainKind;
}

/** What a program makes of a question. */
export type QueryAnswer =
  | { readonly kind: 'answered'; readonly response: Value }
  | { readonly kind: 'refused'; readonly codespace: string; readonly code: number }
  /** It does not have the query. */
  | { readonly kind: 'unknown' };

/**
 * The question that is due after a block: every `every` blocks another query, each time with other arguments.
 * The height and the rows decide, so the same trace asks the same questions.
 */
export function dueQuestion(height: bigint, every: bigint, asked: Asked): DueQuestion | undefined {
  if (height % every !== 0n) return undefined;
  const queries = QUERIES[asked.kind];
  const turn = Number(height / every);
  const round = Math.floor(turn / queries.length);
  const rows = viewOf(asked.state);
  // A query that has nothing to ask yet leaves its turn to the next one.
  for (let i = 0; i < queries.length; i++) {
    const check = queries[(turn + i) % queries.length];
    const questions = check?.questions(rows, asked) ?? [];
    const question = questions[round % questions.length];
    if (check !== undefined && question !== undefined) return { ...question, check };
  }
  return undefined;
}

/** Every question that can be asked now, of every query. */
export function allQuestions(asked: Asked): DueQuestion[] {
  const rows = viewOf(asked.state);
  return QUERIES[asked.kind].flatMap((check) =>
    check.questions(rows, asked).map((question) => ({ ...question, check })),
  );
}

/** Asks a program. Throws an `ObservationError` if the answer cannot be decoded. */
export async function ask({ check, request }: DueQuestion, chain: QueriedChain): Promise<QueryAnswer> {
  const { codec } = chain;
  if (!codec.has(check.request) || !codec.has(check.response)) return { kind: 'unknown' };
  const { code, codespace, value } = await chain.query(`/${queryName(check)}`, codec.encode(check.request, request));
  if (code !== 0) return { kind: 'refused', codespace, code };
  try {
    return { kind: 'answered', response: codec.decode(check.response, value) };
  } catch (error) {
    if (!(error instanceof CodecError)) throw error;
    const bytes = { key: '', value: value.toString('hex') };
    const place = `queries/${check.method} ${requestText(request)}`;
    throw new ObservationError(place, 'the answer cannot be decoded', bytes, error);
  }
}
