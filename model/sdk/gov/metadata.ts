import { ensure } from '../errors.ts';

/** How long metadata and titles may be, in bytes (SDK, `DefaultConfig`); a summary may be forty times as long. */
const MAX_LENGTH = 255;
const MAX_SUMMARY = 40 * MAX_LENGTH;

/** Refuses a proposal without a title or a summary. */
export function checkTexts(title: string, summary: string): void {
  ensure(title !== '', 'invalidRequest', 'no title');
  ensure(summary !== '', 'invalidRequest', 'no summary');
}

/** Metadata that is JSON of the recommended form must repeat title and summary; any other is taken as it is. */
export function checkMetadata(metadata: string, title: string, summary: string): void {
  const fields = metadata === '' ? undefined : fieldsOf(metadata);
  if (fields === undefined) return;
  ensure((fields['title'] ?? '') === title, 'invalidProposalContent', 'the metadata has another title');
  ensure((fields['summary'] ?? '') === summary, 'invalidProposalContent', 'the metadata has another summary');
}

/** Refuses texts that are too long. */
export function checkSummary(metadata: string, title: string, summary: string): void {
  checkLength(metadata);
  ensure(Buffer.byteLength(summary) <= MAX_SUMMARY, 'summaryTooLong', 'the summary is too long');
  checkLength(title);
}

/** Refuses metadata that are too long. */
export function checkLength(metadata: string): void {
  ensure(Buffer.byteLength(metadata) <= MAX_LENGTH, 'metadataTooLong', 'the metadata are too long');
}

/** The fields of an object in JSON; `undefined` for any other text. */
function fieldsOf(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && !Array.isArray(parsed) ? { ...parsed } : undefined;
  } catch {
    return undefined;
  }
}
