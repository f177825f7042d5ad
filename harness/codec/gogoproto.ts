import type { FieldDescriptorProto } from '@bufbuild/protobuf/wkt';
import { BinaryReader } from '@bufbuild/protobuf/wire';

/** The options of gogoproto that change what a field holds or whether it is always written. */
export interface GoOptions {
  /** `false`: the Go struct holds the value itself, so that it is written even when it is empty. */
  readonly nullable: boolean;
  readonly customtype: string;
  readonly casttype: string;
  readonly stdtime: boolean;
}

const NULLABLE = 65001;
const CUSTOMTYPE = 65003;
const CASTTYPE = 65007;
const STDTIME = 65010;

/** Reads gogoproto's field options (`gogo.proto`), which the descriptor's own type does not know by name. */
export function goOptions(field: FieldDescriptorProto): GoOptions {
  const raw = new Map(field.options?.$unknown?.map((option) => [option.no, option.data]));
  const flag = (no: number, otherwise: boolean): boolean => {
    const data = raw.get(no);
    return data === undefined ? otherwise : new BinaryReader(data).bool();
  };
  const text = (no: number): string => {
    const data = raw.get(no);
    return data === undefined ? '' : new BinaryReader(data).string();
  };
  return {
    nullable: flag(NULLABLE, true),
    customtype: text(CUSTOMTYPE),
    casttype: text(CASTTYPE),
    stdtime: flag(STDTIME, false),
  };
}
