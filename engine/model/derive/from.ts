/** What a derivation is given. */
import type { Document } from '../../documents/document.ts';
import type { Data } from '../entry.ts';
import type { Catalogue, Kind } from '../kinds/kinds.ts';

export interface DeriveFrom {
  readonly document: Document;
  readonly kind: Kind;
  readonly catalogue: Catalogue;
  /** Systems of the project. */
  readonly systems: readonly string[];
  /** The whole record, for a value of the record; the record's map around it, for a value inside a list. */
  readonly data: Data;
  readonly record: Data;
}
