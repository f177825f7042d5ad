import type { RowView } from '../../specs/rows.ts';
import type { ChainKind } from '../../specs/chain-kind.ts';
import type { Value } from '../../specs/value.ts';
import { CodecError } from '../codec/codec-error.ts';
import type { Difference } from '../compare/difference.ts';
import type { RunningChain } from '../engines/engine.ts';
import { ObservationError } from './observation-error.ts';
import { compareAnswer } from './queries/compare-answer.ts';
import { QUERIES } from './queries/index.ts';
import { requestText, type AskedChain, type QueryCheck, type Question } from './queries/query-check.ts';

/** One question of one query. */
export interface DueQuestion extends Question {
  readonly check: QueryCheck;
}

/** What a chain is asked about. */
export interface Asked extends AskedChain {
  readonly kind: ChainKind;
  readonly rows: RowView;
}

/**
 * The question that is due after a block: every `every` blocks another query, each time with other arguments.
 * The height and the rows decide, so the same trace asks the same questions.
 */
export function dueQuestion(height: bigint, every: bigint, asked: Asked): DueQuestion | undefined {
  if (height % every !== 0n) return undefined;
  const queries = QUERIES[asked.kind];
  const turn = Number(height / every);
  const round = Math.floor(turn / queries.length);
  // A query that has nothing to ask yet leaves its turn to the next one.
  for (let i = 0; i < queries.length; i++) {
    const check = queries[(turn + i) % queries.length];
    const questions = check?.questions(asked.rows, asked) ?? [];
    const question = questions[round % questions.length];
    if (check !== undefined && question !== undefined) return { ...question, check };
  }
  return undefined;
}

/** Every question that can be asked now, of every query. */
export function allQuestions(asked: Asked): DueQuestion[] {
  return QUERIES[asked.kind].flatMap((check) =>
    check.questions(asked.rows, asked).map((question) => ({ ...question, check })),
  );
}

/**
 * Asks a program and compares its answer with its own store. A refusal is a difference, for the store has an answer.
 * So is a program that does not know the query. Throws an `ObservationError` if the answer cannot be decoded.
 */
export async function ask(
  { check, request, answer }: DueQuestion,
  chain: Pick<RunningChain, 'codec' | 'query'>,
): Promise<Difference[]> {
  const { codec } = chain;
  const path = ['queries', `${check.method} ${requestText(request)}`];
  if (!codec.has(check.request) || !codec.has(check.response)) {
    return [{ kind: 'query', path, expected: answer, observed: `unknown: the program has no ${check.service}` }];
  }
  const answered = await chain.query(`/${check.service}/${check.method}`, codec.encode(check.request, request));
  if (answered.code !== 0) {
    const observed = { codespace: answered.codespace, code: answered.code };
    return [{ kind: 'query', path, expected: answer, observed }];
  }
  let response: Value;
  try {
    response = codec.decode(check.response, answered.value);
  } catch (error) {
    if (!(error instanceof CodecError)) throw error;
    const bytes = { key: '', value: answered.value.toString('hex') };
    throw new ObservationError(path.join('/'), 'the answer cannot be decoded', bytes, error);
  }
  return compareAnswer(path, answer, response);
}
