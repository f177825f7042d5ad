import type { Fields, Value } from '../../../../specs/value.ts';
import { listIn, messageIn, textIn } from '../../../observe/fields.ts';
import { ObservationError } from '../../../observe/observation-error.ts';
import type { ExportedGenesis } from '../../../facts/answers.ts';

/** A genesis file that a program has exported: its state, and what consensus reads. Throws an `ObservationError`. */
export function readExported(text: string): { readonly appState: Fields; readonly exported: ExportedGenesis } {
  const file = messageIn(parse(text), 'export');
  const { validators } = messageIn(file['consensus'], 'export.consensus');
  return {
    appState: messageIn(file['app_state'], 'export.app_state'),
    exported: {
      chainId: textIn(file['chain_id'], 'export.chain_id'),
      initialHeight: wholeIn(file['initial_height'], 'export.initial_height'),
      validators: listIn(validators, 'export.consensus.validators').map(validatorIn),
    },
  };
}

function validatorIn(value: Value): ExportedGenesis['validators'][number] {
  const { address, pub_key: key, power } = messageIn(value, 'export.consensus.validators');
  return {
    address: textIn(address, 'export.consensus.validators.address').toLowerCase(),
    pubKey: key === null || key === undefined ? null : keyIn(messageIn(key, 'export.consensus.validators.pub_key')),
    power: wholeIn(power, 'export.consensus.validators.power'),
  };
}

function keyIn({ value }: Fields): string {
  return Buffer.from(textIn(value, 'export.consensus.validators.pub_key.value'), 'base64').toString('hex');
}

/** A whole number, which CometBFT writes as text and the SDK as a number. */
function wholeIn(value: Value | undefined, place: string): bigint {
  const text = typeof value === 'number' ? String(value) : textIn(value, place);
  if (!/^-?\d+$/u.test(text)) throw new ObservationError(place, 'is not a whole number');
  return BigInt(text);
}

function parse(text: string): Value {
  try {
    return JSON.parse(text) as Value;
  } catch {
    throw new ObservationError('export', 'is not JSON');
  }
}
