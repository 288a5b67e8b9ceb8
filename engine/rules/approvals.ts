/** Approvals of changes and data fixes: who of the purchaser said yes, and when. */
import { namesIn, rowsIn, textIn } from '../measure/facts/facts.ts';
import type { Instant } from '../measure/time/instant.ts';
import { momentIn } from '../measure/agreed/terms.ts';
import type { Config, Person } from '../model/config/config.ts';

export interface Approval {
  /** Its row in the form. */
  readonly n: number;
  readonly person: string;
  readonly at: Instant | undefined;
  /** As written. */
  readonly when: string;
  readonly dept_type: string | undefined;
}

interface Form {
  readonly approvals?: readonly {
    readonly party?: string;
    readonly person?: string;
    readonly at?: string;
    readonly dept_type?: string;
  }[];
}

export function purchaserApprovals({ approvals }: Form, config: Config): readonly Approval[] {
  return rowsIn(approvals).flatMap(({ party = 'A', person = '', at = '', dept_type }, n) =>
    party === 'A' ? [{ n, person, at: momentIn(config, at), when: at, dept_type }] : [],
  );
}

/** Approved is what all have approved; undefined while nobody has, or a time cannot be read. */
export function approvedAt(form: Form, config: Config): Approval | undefined {
  const all = purchaserApprovals(form, config);
  if (all.some(({ at }) => at === undefined)) return undefined;
  return [...all].sort((a, b) => (a.at ?? 0) - (b.at ?? 0)).at(-1);
}

export function personOf(config: Config, id: string): Person | undefined {
  return config.people.find(person => person.id === id || person.name === id);
}

/** Whether the project says who may do it at all; where it says nothing, nobody is accused. */
export function grants(config: Config, right: string): boolean {
  return config.people.some(({ may }) => namesIn(may).includes(right));
}

/** A time as documents print it: `2026-05-20 09:42`. */
export function asPrinted(when: string | undefined): string {
  return textIn(when).slice(0, 16).replace('T', ' ');
}
