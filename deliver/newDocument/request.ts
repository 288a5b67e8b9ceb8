/** A request for a new document, with what is known of the person and of the day. */
import type { LocalDate } from '../../engine/measure/time/date.ts';
import type { Entry } from '../../engine/model/entry.ts';
import type { Kind } from '../../engine/model/kinds/kinds.ts';

/** What a person asks for, and what is known when he asks. */
export interface Request {
  readonly kind: Kind;
  readonly title: string | undefined;
  /** Values typed on the command line or in a form, by dotted path: `reporter.org`. */
  readonly given: ReadonlyMap<string, unknown>;
  /** Texts typed along with them, by the key of their section. */
  readonly told?: ReadonlyMap<string, string>;
  /** The record it follows from. */
  readonly from: Entry | undefined;
  readonly today: LocalDate;
  /** The present with the project's offset. */
  readonly now: string;
  /** Staff id of the person who asks; undefined when not registered. */
  readonly me: string | undefined;
  /** Identifiers on other branches. */
  readonly takenElsewhere: ReadonlySet<string>;
}
