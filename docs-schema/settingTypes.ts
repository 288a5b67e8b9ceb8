/** What texts of docket.yml mean once they are read. */

/** A time allowed. A workday is as long as the shifts of one day. */
export type Term = { readonly minutes: number } | { readonly workdays: number };

/** A module of a system; the name is empty when only the code is written. */
export interface Named {
  readonly code: string;
  readonly name: string;
}

/** `08:30` to `12:00`. */
export type Shift = readonly [from: string, to: string];
