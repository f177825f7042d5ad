import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Report } from '../../../specs/generated/report.ts';
import schema from '../../../specs/schemas/report.schema.json' with { type: 'json' };
import type { Ended } from './command.ts';

const validate = new Ajv2020({ allErrors: true, strict: true }).compile<Report>(schema);

/** The last line that a command wrote, as the report that it must be. */
export function reportIn({ out, err }: Ended): Report {
  const data: unknown = JSON.parse(out.trimEnd().split('\n').at(-1) ?? '');
  if (!validate(data)) throw new Error(`no report: ${JSON.stringify(validate.errors)}\n${err}`);
  return data;
}
