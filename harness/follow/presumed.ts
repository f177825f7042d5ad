import type { Observation } from '../../specs/block.ts';
import type { HistoryEvent } from '../../specs/event.ts';
import type { RowView } from '../../specs/rows.ts';
import type { AnswerPart } from '../facts/block-fact.ts';

/** An event that tells whether somebody has read a part of it that was not observed. */
export interface Probed {
  readonly event: HistoryEvent;
  readonly isRead: () => boolean;
}

/** The same event for one monitor, which tells whether the monitor reads any of the presumed parts. */
export function probe(event: HistoryEvent, presumed: ReadonlySet<AnswerPart>): Probed {
  let isRead = false;
  const read = (part: AnswerPart): void => {
    isRead ||= presumed.has(part);
  };
  const observation = observationOf(event.observation, read);
  const view = viewOf(event.view, read);
  return { event: shown(event, { observation, view }, read), isRead: () => isRead };
}

function shown(event: HistoryEvent, parts: Pick<HistoryEvent, 'observation' | 'view'>, read: Read): HistoryEvent {
  const changes = (): HistoryEvent['changes'] => {
    read('state');
    return event.changes;
  };
  if (event.event === 'start') {
    return {
      ...event,
      ...parts,
      get changes() {
        return changes();
      },
    };
  }
  return {
    ...event,
    ...parts,
    get changes() {
      return changes();
    },
    get answers() {
      read('transaction codes');
      return event.answers;
    },
  };
}

type Read = (part: AnswerPart) => void;

function observationOf(observation: Observation, read: Read): Observation {
  return {
    height: observation.height,
    ...(observation.halt !== undefined && { halt: observation.halt }),
    get txResults() {
      read('transaction codes');
      return observation.txResults;
    },
    get validatorUpdates() {
      read('validator updates');
      return observation.validatorUpdates;
    },
    get sentPackets() {
      read('packets');
      return observation.sentPackets;
    },
    get writtenAcks() {
      read('packets');
      return observation.writtenAcks;
    },
    get changes() {
      read('state');
      return observation.changes;
    },
  };
}

function viewOf(view: RowView, read: Read): RowView {
  return {
    row(table, key) {
      read('state');
      return view.row(table, key);
    },
    rows(table) {
      read('state');
      return view.rows(table);
    },
  };
}
