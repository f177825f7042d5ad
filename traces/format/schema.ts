import type { ActionKind, SchemaPart } from '../actions/action.ts';
import { ACTION_KINDS } from '../actions/index.ts';
import { contentSchemas } from '../contents/index.ts';
import {
  infractionSchema,
  infractionsSchema,
  initializationSchema,
  powerShapingSchema,
} from '../messages/consumer-parameters.ts';
import { forgedPacketSchema } from '../messages/forged-packet.ts';
import { setupSchema } from '../setup/setup-schema.ts';

/** The version of the trace format. A change that gives stored traces another meaning increases it. */
export const TRACE_VERSION = 1;

/** The JSON Schema (2020-12) of a trace, assembled from the fields of each kind of action. */
export function traceSchema(): SchemaPart {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Trace',
    description: 'A sequence of actions on a provider and its consumers. Every subsequence is a trace, too.',
    type: 'object',
    additionalProperties: false,
    required: ['lockstep', 'actions'],
    properties: {
      lockstep: { const: TRACE_VERSION, description: 'The version of this format.' },
      name: { type: 'string', description: 'A short name for reports.' },
      comment: { type: 'string', description: 'What the trace shows.' },
      requires: {
        type: 'array',
        items: { type: 'string' },
        description: 'The features that a release must have to run the trace.',
      },
      setup: { $ref: '#/$defs/TraceSetup' },
      actions: { type: 'array', items: { $ref: '#/$defs/Action' } },
    },
    $defs: {
      TraceSetup: setupSchema,
      Initialization: initializationSchema,
      PowerShaping: powerShapingSchema,
      Infraction: infractionSchema,
      Infractions: infractionsSchema,
      ForgedPacket: forgedPacketSchema,
      ...contentSchemas(),
      Action: {
        title: 'Action',
        description: 'One action, identified by its kind.',
        type: 'object',
        discriminator: { propertyName: 'kind' },
        oneOf: ACTION_KINDS.map(({ title }) => ({ $ref: `#/$defs/${title}` })),
      },
      ...Object.fromEntries(ACTION_KINDS.map((kind) => [kind.title, actionSchema(kind)])),
    },
  };
}

/** The text of `specs/schemas/trace.schema.json`. */
export function traceSchemaText(): string {
  return `${JSON.stringify(traceSchema(), undefined, 2)}\n`;
}

function actionSchema({ kind, title, describes, fields, optional = [] }: ActionKind<{ kind: string }>): SchemaPart {
  return {
    title,
    description: describes,
    type: 'object',
    additionalProperties: false,
    required: ['kind', ...Object.keys(fields).filter((field) => !optional.includes(field))],
    properties: { kind: { const: kind }, ...fields },
  };
}
