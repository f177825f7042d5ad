import type { Value } from '../../specs/value.ts';
import type { FieldKind, FieldSchema, Schema } from './schema.ts';

/** A message with everything looked up in advance that decoding and encoding it needs. */
export interface Plan {
  readonly type: string;
  /** In the order of the `.proto` file. */
  readonly fields: readonly FieldPlan[];
  readonly byNumber: ReadonlyMap<number, FieldPlan>;
  readonly byName: ReadonlyMap<string, FieldPlan>;
  /** In the order of their numbers, as Go writes them. */
  readonly written: readonly FieldPlan[];
  /** What an empty message decodes to. */
  readonly blank: { readonly [field: string]: Value };
}

/** One field of a message, likewise. */
export interface FieldPlan extends FieldSchema {
  /** The plan of a `message` field; linked at first use, for messages may contain each other. */
  readonly message: () => Plan;
  /** The names of an `enum` field's values by number, and the reverse. */
  readonly names: Readonly<Record<string, string>>;
  readonly numbers: ReadonlyMap<string, number>;
  /** The Go struct holds the part itself, not a pointer: gogoproto writes it even when it is empty (`nullable=false`). */
  readonly byValue: boolean;
}

/** Finds the plan of a message by its full name, `undefined` when the program has no such message. */
export type Plans = (type: string) => Plan | undefined;

/** Plans for the messages of a schema, made when they are first asked for. */
export function plansOf(schema: Schema): Plans {
  const made = new Map<string, Plan>();
  const plans: Plans = (type) => {
    const ready = made.get(type);
    if (ready !== undefined) return ready;
    if (!Object.hasOwn(schema.messages, type)) return undefined;
    const plan = makePlan(schema, type, plans);
    made.set(type, plan);
    return plan;
  };
  return plans;
}

function makePlan(schema: Schema, type: string, plans: Plans): Plan {
  const fields = (schema.messages[type] ?? []).map((field) => fieldPlan(schema, field, plans));
  return {
    type,
    fields,
    byNumber: new Map(fields.map((field) => [field.no, field])),
    byName: new Map(fields.map((field) => [field.name, field])),
    written: fields.toSorted((a, b) => a.no - b.no),
    blank: Object.fromEntries(
      fields.filter((field) => field.oneof === undefined).map((field) => [field.name, blankOf(field)]),
    ),
  };
}

function fieldPlan(schema: Schema, field: FieldSchema, plans: Plans): FieldPlan {
  const names = field.kind === 'enum' ? (schema.enums[field.type ?? ''] ?? {}) : {};
  let linked: Plan | undefined;
  return {
    ...field,
    names,
    numbers: new Map(Object.entries(names).map(([no, name]) => [name, Number(no)])),
    byValue: POINTED_TO.has(field.kind) && !field.optional && field.oneof === undefined,
    message() {
      linked ??= plans(field.type ?? '');
      if (linked === undefined) throw new Error(`no message ${field.type ?? ''}`);
      return linked;
    },
  };
}

/** The kinds whose fields may be pointers in Go. */
const POINTED_TO: ReadonlySet<FieldKind> = new Set(['message', 'timestamp', 'duration', 'any', 'int', 'dec']);

const NO_ITEMS: readonly Value[] = Object.freeze([]);

function blankOf(field: FieldPlan): Value {
  if (field.list) return NO_ITEMS;
  if (field.optional) return null;
  if (field.kind === 'enum') return field.names['0'] ?? 0;
  return BLANK[field.kind];
}

const BLANK: Readonly<Record<Exclude<FieldKind, 'enum'>, Value>> = {
  double: 0,
  float: 0,
  int32: 0,
  sint32: 0,
  uint32: 0,
  fixed32: 0,
  sfixed32: 0,
  int64: 0n,
  sint64: 0n,
  uint64: 0n,
  fixed64: 0n,
  sfixed64: 0n,
  int: 0n,
  dec: 0n,
  bool: false,
  string: '',
  bytes: '',
  text: '',
  message: null,
  timestamp: null,
  duration: null,
  any: null,
};
