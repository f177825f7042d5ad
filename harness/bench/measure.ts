/** What a figure has to reach: at least or at most so much. */
export type Goal = { readonly atLeast: number } | { readonly atMost: number };

/** One figure of the benchmark. */
export interface Measure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'actions/s' | 'steps/s' | '%';
  readonly goal?: Goal;
  /** What it was taken from: how often, over what. */
  readonly over: string;
}

/** Whether a figure reaches its goal; `undefined` without one. */
export function isReached({ value, goal }: Pick<Measure, 'value' | 'goal'>): boolean | undefined {
  if (goal === undefined) return undefined;
  return 'atLeast' in goal ? value >= goal.atLeast : value <= goal.atMost;
}
