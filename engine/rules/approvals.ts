/** Approvals of changes and data fixes: which people of the purchaser approved, and when. */
import { namesIn, rowsIn, textIn } from '../measure/facts/facts.ts';
import type { Instant } from '../measure/time/instant.ts';
import { momentIn } from '../measure/agreed/terms.ts';
import type { Config, Person } from '../model/config/config.ts';

/** One row of the approvals table, of a person of the purchaser. */
export interface Approval {
  /** Number of its row in the form, from 0. */
  readonly n: number;
  readonly person: string;
  readonly at: Instant | undefined;
  /** The time as it is written in the form. */
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

/** The approvals of the purchaser, in the order of the form; those of the contractor are left out. */
export function purchaserApprovals({ approvals }: Form, config: Config): readonly Approval[] {
  return rowsIn(approvals).flatMap(({ party = 'A', person = '', at = '', dept_type }, n) =>
    party === 'A' ? [{ n, person, at: momentIn(config, at), when: at, dept_type }] : [],
  );
}

/**
 * The last approval: a form is approved when every approver has approved. Undefined when there is no approval or a time
 * cannot be read.
 */
export function approvedAt(form: Form, config: Config): Approval | undefined {
  const all = purchaserApprovals(form, config);
  if (all.some(({ at }) => at === undefined)) return undefined;
  return [...all].sort((a, b) => (a.at ?? 0) - (b.at ?? 0)).at(-1);
}

/** A person of `people` in docket.yml, by id or by name. */
export function personOf(config: Config, id: string): Person | undefined {
  return config.people.find(person => person.id === id || person.name === id);
}

/** Whether docket.yml gives this right to any person. If it gives it to none, the rules do not check it. */
export function grants(config: Config, right: string): boolean {
  return config.people.some(({ may }) => namesIn(may).includes(right));
}

/** A time as documents print it: `2026-05-20 09:42`. */
export function asPrinted(when: string | undefined): string {
  return textIn(when).slice(0, 16).replace('T', ' ');
}
