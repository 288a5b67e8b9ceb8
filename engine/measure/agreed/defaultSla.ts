/** The default service levels. */
import type { SlaTable } from './sla.ts';

/**
 * The default service levels, with the source `default`. They apply until docket.yml has those of the contract or bid.
 */
export const defaultSla: SlaTable = {
  source: 'default',
  levels: {
    P1: {
      response: { minutes: 15 },
      onsite: { minutes: 60 },
      resolve: { minutes: 240 },
      clock: 'natural',
      report: { minutes: 1_440 },
    },
    P2: {
      response: { minutes: 30 },
      onsite: { minutes: 120 },
      resolve: { minutes: 480 },
      clock: 'natural',
      report: { workdays: 3 },
    },
    P3: { response: { minutes: 60 }, resolve: { workdays: 3 }, clock: 'work', report: { workdays: 3 } },
    P4: { response: { minutes: 240 }, resolve: { workdays: 10 }, clock: 'work', report: { workdays: 3 } },
  },
};
