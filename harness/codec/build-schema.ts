import {
  FieldDescriptorProto_Label,
  type DescriptorProto,
  type FieldDescriptorProto,
  type FileDescriptorProto,
} from '@bufbuild/protobuf/wkt';
import { goOptions } from './gogoproto.ts';
import { messageKind, type FieldKind, type FieldSchema, type Schema } from './schema.ts';

/** `FieldDescriptorProto.Type` by number; groups (10) exist in no chain program. */
const KINDS: readonly (FieldKind | undefined)[] = [
  undefined,
  'double',
  'float',
  'int64',
  'uint64',
  'int32',
  'fixed64',
  'fixed32',
  'bool',
  'string',
  undefined,
  'message',
  'bytes',
  'uint32',
  'enum',
  'sfixed32',
  'sfixed64',
  'sint32',
  'sint64',
];
const UNPACKABLE: ReadonlySet<FieldKind> = new Set<FieldKind>([
  ...(['string', 'bytes', 'text', 'int', 'dec'] as const),
  ...(['message', 'timestamp', 'duration', 'any'] as const),
]);

interface Declared {
  readonly messages: Map<string, { readonly message: DescriptorProto; readonly proto3: boolean }>;
  readonly enums: Map<string, Record<string, string>>;
}

/**
 * Links descriptors to the schema of a program. A field whose type is in none of the files
 * (a release once shipped a stale descriptor) becomes `bytes`, so that the rest can still be read.
 */
export function buildSchema(files: readonly FileDescriptorProto[]): Schema {
  const declared: Declared = { messages: new Map(), enums: new Map() };
  const services: Record<string, Record<string, readonly [string, string]>> = {};
  for (const file of files) {
    const scope = file.package === '' ? '' : `${file.package}.`;
    collect(declared, file, scope);
    for (const service of file.service) {
      services[scope + service.name] = Object.fromEntries(
        service.method.map((method) => [method.name, [plain(method.inputType), plain(method.outputType)] as const]),
      );
    }
  }
  const messages: Record<string, readonly FieldSchema[]> = {};
  for (const [name, { message, proto3 }] of declared.messages) {
    messages[name] = message.field.map((field) => fieldSchema(declared, name, message, field, proto3));
  }
  return { messages, enums: Object.fromEntries(declared.enums), services };
}

function collect(declared: Declared, file: FileDescriptorProto, scope: string): void {
  const visit = (
    messages: readonly DescriptorProto[],
    enums: FileDescriptorProto['enumType'],
    prefix: string,
  ): void => {
    for (const type of enums) {
      const names: Record<string, string> = {};
      for (const value of type.value) names[String(value.number)] ??= value.name;
      declared.enums.set(prefix + type.name, names);
    }
    for (const message of messages) {
      declared.messages.set(prefix + message.name, { message, proto3: file.syntax === 'proto3' });
      visit(message.nestedType, message.enumType, `${prefix}${message.name}.`);
    }
  };
  visit(file.messageType, file.enumType, scope);
}

function fieldSchema(
  declared: Declared,
  owner: string,
  message: DescriptorProto,
  field: FieldDescriptorProto,
  proto3: boolean,
): FieldSchema {
  const go = goOptions(field);
  const list = field.label === FieldDescriptorProto_Label.REPEATED;
  const type = plain(field.typeName);
  const kind = fieldKind(declared, owner, field, go.customtype);
  const typed = kind === 'message' || kind === 'enum';
  const inOneof = field.oneofIndex !== undefined && hasOneof(field) && !field.proto3Optional;
  const oneof = inOneof ? message.oneofDecl[field.oneofIndex]?.name : undefined;
  const pointer = isMessage(kind) || kind === 'int' || kind === 'dec';
  const optional = !list && oneof === undefined && ((pointer && go.nullable) || field.proto3Optional);
  const packed = list && !UNPACKABLE.has(kind) && (field.options?.packed ?? proto3);
  return {
    no: field.number,
    name: field.name,
    kind,
    ...(typed && { type }),
    ...(list && { list }),
    ...(packed && { packed }),
    ...(oneof !== undefined && { oneof }),
    ...(optional && { optional }),
    ...(go.casttype.endsWith('.HexBytes') && { json: 'hex' as const }),
    ...(go.casttype === 'encoding/json.RawMessage' && { json: 'raw' as const }),
    ...(go.stdtime && kind === 'timestamp' && { stdtime: true as const }),
  };
}

const RAW_TEXT: ReadonlySet<string> = new Set([
  'tendermint.abci.EventAttribute.key',
  'tendermint.abci.EventAttribute.value',
  'tendermint.abci.ExecTxResult.log',
]);

function fieldKind(declared: Declared, owner: string, field: FieldDescriptorProto, customtype: string): FieldKind {
  if (customtype === 'cosmossdk.io/math.Int' || customtype.endsWith('/types.Int')) return 'int';
  if (/\/(math\.LegacyDec|types\.Dec)$/.test(customtype)) return 'dec';
  // The SDK lets modules put raw bytes into event attributes and logs, which the descriptor calls strings.
  if (RAW_TEXT.has(`${owner}.${field.name}`)) return 'text';
  const kind = KINDS[field.type];
  if (kind === undefined) throw new Error(`${owner}.${field.name}: unsupported field type ${field.type}`);
  const type = plain(field.typeName);
  if (kind === 'enum') return declared.enums.has(type) ? 'enum' : 'int32';
  if (kind !== 'message') return kind;
  return declared.messages.has(type) ? messageKind(type) : 'bytes';
}

function isMessage(kind: FieldKind): boolean {
  return kind === 'message' || kind === 'timestamp' || kind === 'duration' || kind === 'any';
}

/** `oneofIndex` has an implicit 0, so presence must be asked for. */
function hasOneof(field: FieldDescriptorProto): boolean {
  return Object.hasOwn(field, 'oneofIndex');
}

/** Type names in descriptors begin with a dot. */
function plain(type: string): string {
  return type.startsWith('.') ? type.slice(1) : type;
}
