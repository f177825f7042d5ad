import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Trace } from '../../specs/generated/trace.ts';
import { traceSchema, TRACE_VERSION } from './schema.ts';
import { TraceError, type TraceFault } from './trace-error.ts';

/** At most this many errors of a trace are reported. */
const MOST_FAULTS = 20;

let compiled: ValidateFunction<Trace> | undefined;

/** Checks that data is a trace (JSON Schema 2020-12). Throws a `TraceError` with each place and the broken rule. */
export function validateTrace(data: unknown, source: string): Trace {
  const version = typeof data === 'object' && data !== null && 'lockstep' in data ? data.lockstep : undefined;
  if (typeof version === 'number' && version !== TRACE_VERSION) {
    const rule = `the format has version ${version}, and this program reads version ${TRACE_VERSION}`;
    throw new TraceError(source, [{ place: '/lockstep', rule }]);
  }
  const validate = validator();
  if (validate(data)) {
    const large = amountsOutOfRange(data, '').slice(0, MOST_FAULTS);
    if (large.length > 0) throw new TraceError(source, large);
    return data;
  }
  const faults = (validate.errors ?? []).map(faultOf);
  throw new TraceError(source, faults.slice(0, MOST_FAULTS));
}

/** Whether data is a trace. */
export function isTrace(data: unknown): data is Trace {
  return validator()(data) && amountsOutOfRange(data, '').length === 0;
}

/** The first amount that `math.Int` of the SDK does not hold, and how many digits it has. */
const TOO_LARGE = 2n ** 256n;
const DIGITS = String(TOO_LARGE).length;

/** The places of amounts that are too large: no other text consists of so many digits. */
function amountsOutOfRange(data: unknown, place: string): TraceFault[] {
  if (typeof data === 'string') {
    const isTooLarge = data.length === DIGITS && /^[0-9]+$/u.test(data) && BigInt(data) >= TOO_LARGE;
    return isTooLarge ? [{ place, rule: 'must be below 2^256' }] : [];
  }
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, part]) => amountsOutOfRange(part, `${place}/${key}`));
}

function validator(): ValidateFunction<Trace> {
  const options = { allErrors: true, discriminator: true, strict: true, allowUnionTypes: true };
  compiled ??= new Ajv2020(options).compile<Trace>(traceSchema());
  return compiled;
}

function faultOf({ instancePath, keyword, params, message = 'is not allowed' }: ErrorObject): TraceFault {
  switch (keyword) {
    case 'additionalProperties':
      return { place: `${instancePath}/${String(params['additionalProperty'])}`, rule: 'there is no such field' };
    case 'required':
      return { place: instancePath, rule: `the field ${String(params['missingProperty'])} is missing` };
    case 'const':
      return { place: instancePath, rule: `must be ${JSON.stringify(params['allowedValue'])}` };
    case 'enum':
      return { place: instancePath, rule: `must be one of ${(params['allowedValues'] as unknown[]).join(', ')}` };
    case 'discriminator':
      return discriminatorFault(instancePath, params);
    default:
      return { place: instancePath, rule: message };
  }
}

function discriminatorFault(place: string, params: ErrorObject['params']): TraceFault {
  if (params['error'] === 'tag') return { place: `${place}/kind`, rule: 'must be the kind of an action, in a string' };
  return { place: `${place}/kind`, rule: `there is no action of the kind ${JSON.stringify(params['tagValue'])}` };
}
