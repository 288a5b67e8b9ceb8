/** The signatures of a record, as its frontmatter lists them. */
import { rowsOf } from '../../model/derive/rows.ts';
import type { Data } from '../../model/entry.ts';

export interface Signature {
  readonly role?: string;
  readonly name?: string;
  readonly date?: string;
  readonly method?: string;
  readonly evidence?: string;
  readonly sha256?: string;
}

export function signaturesOf(data: Data): readonly Signature[] {
  return rowsOf(data['signatures']) as readonly Signature[];
}
