/** Something that falls due. */
import type { Path } from '../../base/text.ts';
import type { Words } from '../../base/words.ts';

/** What sort of thing is due; what a face groups by. */
export type DueKind =
  | 'ticket'
  | 'inspection'
  | 'report'
  | 'ledger'
  | 'signoff'
  | 'requirement'
  | 'confirmation'
  | 'review'
  | 'finding'
  | 'deliverable';

export interface Due {
  readonly kind: DueKind;
  /** The last day, or the last moment as `2026-05-20 10:12`. */
  readonly due: string;
  readonly overdue: boolean;
  /** The record it is about, or the one to be made. */
  readonly id: string;
  readonly title: Words;
  /** Where the record stands; undefined while it has to be made. */
  readonly path: Path | undefined;
}

/** What a source of duties says; whether it is near enough is decided here. */
export type Duty = Omit<Due, 'overdue'>;
