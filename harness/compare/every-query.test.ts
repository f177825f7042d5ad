import { beforeAll, describe, expect, test } from 'vitest';
import { isList, type Fields, type Value } from '../../specs/value.ts';
import { runModel } from '../../traces/simulate/model-run.ts';
import { storedTrace } from '../../traces/corpus.ts';
import { worldModelOf } from '../follow/world-model.ts';
import { allQuestions, type DueQuestion } from '../observe/queries.ts';
import { QUERIES } from '../observe/queries/index.ts';
import { queryName } from '../observe/queries/query-check.ts';
import { compareAnswer } from './compare-answer.ts';

/** Traces at whose ends every query has something to ask, and every field some value. */
const TRACES = [
  'opening',
  'power-shaping',
  'key-assigned-twice',
  'slash-packet-bounced',
  'rewards-sent',
  'rewards-sent-elsewhere',
];
const ALL = [...new Set([...QUERIES.provider, ...QUERIES.consumer])];
const CASES = ALL.flatMap((check) => check.fields.map((field) => [queryName(check), field] as const));

let questions: readonly DueQuestion[];

beforeAll(() => {
  const model = worldModelOf({ provider: { features: new Set() }, consumer: { features: new Set() } });
  questions = TRACES.flatMap((name) => {
    const world = runModel(storedTrace(name), model);
    return [...world.chains.values()].flatMap(({ genesis, height, model: { program, state } }) => {
      const { kind, bech32Prefix } = program;
      return allQuestions({ kind, bech32Prefix, chainId: genesis.chainId, height, state });
    });
  });
});

describe('every query', () => {
  test.each(ALL.map((check) => [queryName(check)]))('%s may answer what the store says', (name) => {
    const asked = questions.filter(({ check }) => queryName(check) === name);
    expect(asked).not.toEqual([]);
    for (const question of asked) {
      expect(compareAnswer(question, { kind: 'answered', response: question.answer })).toEqual([]);
    }
  });

  test.each(CASES)('%s must not answer anything else in %s', (name, field) => {
    const bent = questions
      .filter(({ check }) => queryName(check) === name)
      .map((question) => ({ question, response: bendAt(question.answer, field.split('.')) }))
      .filter(({ response }) => response !== undefined);
    expect(bent).not.toEqual([]);
    for (const { question, response = null } of bent) {
      expect(compareAnswer(question, { kind: 'answered', response })).not.toEqual([]);
    }
  });
});

/** The value with something else at a path; `undefined` where nothing is there, as in an empty list. */
function bendAt(value: Value | undefined, path: readonly string[]): Value | undefined {
  if (isList(value) && path.length > 0) {
    const [first, ...others] = value;
    const bent = bendAt(first, path);
    return bent === undefined ? undefined : [bent, ...others];
  }
  const [field, ...rest] = path;
  if (field === undefined) return bend(value);
  if (!isMessage(value)) return undefined;
  const bent = bendAt(value[field], rest);
  return bent === undefined ? undefined : { ...value, [field]: bent };
}

function bend(value: Value | undefined): Value | undefined {
  if (value === undefined) return undefined;
  if (isList(value)) return [...value, 'more'];
  if (isMessage(value)) return { ...value, more: 1n };
  if (typeof value === 'bigint') return value + 1n;
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'string') return `${value}x`;
  return value === null ? {} : !value;
}

function isMessage(value: Value | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !isList(value);
}
