import { isReached, type Measure } from './measure.ts';

/** The figures as lines of text, with their goals beside them. */
export function tableOf(measures: readonly Measure[]): string {
  const cells = measures.map((measure) => [
    measure.name,
    figureText(measure.value, measure.unit),
    goalText(measure),
    measure.over,
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells.map((row) => row.map((cell, column) => pad(cell, column, widths)).join('  ')).join('\n');
}

/** A figure with its unit, with the digits that mean something. */
export function figureText(value: number, unit: Measure['unit']): string {
  const digits = unit === 'ms' && value < 100 ? 1 : 0;
  return `${value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })} ${unit}`;
}

function goalText(measure: Measure): string {
  const { goal, unit } = measure;
  if (goal === undefined) return '';
  const text = 'atLeast' in goal ? `≥ ${figureText(goal.atLeast, unit)}` : `≤ ${figureText(goal.atMost, unit)}`;
  return `${isReached(measure) === true ? 'reached' : 'missed '} ${text}`;
}

function pad(cell: string, column: number, widths: readonly number[]): string {
  const width = widths[column] ?? 0;
  return column === 1 ? cell.padStart(width) : cell.padEnd(width);
}
