import { sectionOfTable } from '../../specs/tables/sections.ts';
import type { DifferencePlace } from './place.ts';

/** Where the specifications speak of what a difference is in; nothing where they leave it to the programs. */
export function sectionsOfPlace(place: DifferencePlace): readonly string[] {
  switch (place.in) {
    case 'row': {
      const section = sectionOfTable(place.table);
      return section === undefined ? [] : [section];
    }
    case 'transaction':
      return ['ABCI, FinalizeBlock, tx_results'];
    case 'validator-update':
      return ['ABCI, FinalizeBlock, validator_updates'];
    case 'packet':
      return ['ICS-04, sendPacket'];
    case 'acknowledgement':
      return ['ICS-04, writeAcknowledgement'];
    case 'order':
      return [place.of === 'packets' ? 'ICS-04, sendPacket' : 'ICS-04, writeAcknowledgement'];
    case 'consensus':
      return ['CometBFT, Data Structures, Header'];
    case 'halt':
    case 'query':
      return [];
  }
}
