import { Ajv2020 } from 'ajv/dist/2020.js';
import type { AnyReport } from '../../specs/generated/report.ts';
import schema from '../../specs/schemas/report.schema.json' with { type: 'json' };

const options = { allErrors: true, discriminator: true, strict: true, strictRequired: false };
const validate = new Ajv2020(options).compile<AnyReport>(schema);

/** Checks that data is a report of one of the commands. Throws an error with each place and the rule that it breaks. */
export function validateReport(data: unknown): AnyReport {
  if (validate(data)) return data;
  const faults = (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath || '/'} ${message} ${JSON.stringify(params)}`,
  );
  throw new Error(`no report: ${faults.join('; ')}`);
}
