/** Duties that are due. */
import type { Path } from '../../base/text.ts';
import type { Words } from '../../base/words.ts';

/** The sort of a duty; faces group by it. */
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

/** Something that is due. */
export interface DueDuty {
  readonly kind: DueKind;
  /** The last day in time (`2026-05-20`), or the last minute as `2026-05-20 10:12`. */
  readonly due: string;
  readonly overdue: boolean;
  /** The id of the record, or of the one to be made. */
  readonly id: string;
  readonly title: Words;
  /** The file of the record; undefined while it is not made. */
  readonly path: Path | undefined;
}

/** A duty as its source gives it; `dueWithin` decides whether it is overdue. */
export type Duty = Omit<DueDuty, 'overdue'>;
