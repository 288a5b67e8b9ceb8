/** The input of derivations. */
import type { Document } from '../../documents/document.ts';
import type { Data } from '../entry.ts';
import type { Catalogue, Kind } from '../kinds/kinds.ts';

/** What a derivation may read. */
export interface DeriveFrom {
  readonly document: Document;
  readonly kind: Kind;
  readonly catalogue: Catalogue;
  /** Codes of the systems of the project. */
  readonly systems: readonly string[];
  /** The map that contains the value: the record itself, or a row of one of its lists. */
  readonly data: Data;
  /** The whole record. */
  readonly record: Data;
}
