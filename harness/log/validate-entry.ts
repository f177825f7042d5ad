import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import type { LogEntry } from '../../specs/generated/log.ts';
import schema from '../../specs/schemas/log.schema.json' with { type: 'json' };
import { LogError } from './log-error.ts';
import { LOG_VERSION } from './writer.ts';

const validate = new Ajv2020({ discriminator: true, strict: true, strictRequired: false }).compile<LogEntry>(schema);

/** Checks that data is an entry of a block log. Throws a `LogError` with the place and the rule that it breaks. */
export function validateEntry(data: unknown, source: string, line: number): LogEntry {
  if (line === 1) checkHead(data, source);
  if (!validate(data)) {
    const [fault] = validate.errors ?? [];
    throw fault === undefined ? new LogError(source, line, '', 'is no entry') : errorOf(fault, source, line);
  }
  if ((data.entry === 'log') !== (line === 1))
    throw new LogError(source, line, '/entry', 'only the first entry is "log"');
  return data;
}

/** The first line tells another kind of file, or another version, from this one. */
function checkHead(data: unknown, source: string): void {
  const head = typeof data === 'object' && data !== null ? data : {};
  if (!('entry' in head) || head.entry !== 'log') {
    throw new LogError(source, 1, '', 'is not the beginning of a block log: {"entry":"log","lockstep":1}');
  }
  if ('lockstep' in head && typeof head.lockstep === 'number' && head.lockstep !== LOG_VERSION) {
    const rule = `the format has version ${head.lockstep}, and this program reads version ${LOG_VERSION}`;
    throw new LogError(source, 1, '/lockstep', rule);
  }
}

function errorOf(
  { instancePath: place, keyword, params, message = 'is not allowed' }: ErrorObject,
  source: string,
  line: number,
): LogError {
  switch (keyword) {
    case 'additionalProperties':
      return new LogError(source, line, `${place}/${String(params['additionalProperty'])}`, 'there is no such field');
    case 'required':
      return new LogError(source, line, place, `the field ${String(params['missingProperty'])} is missing`);
    case 'enum':
      return new LogError(source, line, place, `must be one of ${(params['allowedValues'] as unknown[]).join(', ')}`);
    case 'discriminator':
      return new LogError(source, line, `${place}/entry`, `there is no entry ${JSON.stringify(params['tagValue'])}`);
    default:
      return new LogError(source, line, place, message);
  }
}
