import type { ChainKind } from '../../specs/chain-kind.ts';
import type { Program } from './program.ts';

/** The programs that are tested. */
export interface Programs {
  readonly provider: Program;
  readonly consumer: Program;
  /** That of a standalone (sovereign) chain until the consumer takes its place, where the release has one. */
  readonly sovereign?: Program;
}

/** All programs that are tested. */
export function programsIn({ provider, consumer, sovereign }: Programs): readonly Program[] {
  return [provider, consumer, ...(sovereign === undefined ? [] : [sovereign])];
}

/** The program of a kind of chain. Throws where there is none. */
export function programOf(programs: Programs, kind: ChainKind): Program {
  const program = programs[kind];
  if (program === undefined) throw new Error(`no program runs a ${kind} chain`);
  return program;
}
