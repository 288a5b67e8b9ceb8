/** Reads the records of the project in the form that the figures use. */
import { ALL, type Get, query } from '../../base/queries.ts';
import type { Entry } from '../../model/entry.ts';
import { entriesByKind } from '../../model/outline.ts';
import { catalogue } from '../../model/config/projectConfig.ts';
import { distinct } from '../kpi/distinct.ts';
import type { MeasuredFacts } from './facts.ts';

const KINDS: Readonly<
  Record<Exclude<keyof MeasuredFacts, 'documents' | 'maintenance_windows' | 'requests' | 'faulty_tickets'>, string>
> = {
  tickets: 'ticket',
  service_orders: 'service-order',
  signoff_batches: 'signoff-batch',
  requirements: 'requirement',
  confirmations: 'confirmation',
  inspections: 'inspection',
  incidents: 'incident-report',
  changes: 'change-approval',
  deployments: 'deployment',
  reports: 'report',
  staff: 'staff',
  rosters: 'duty-roster',
};

/** All records that figures are computed from; under ALL. */
export const projectFacts = query<MeasuredFacts>('projectFacts', (_all, get) => factsOf(get));

function factsOf(get: Get): MeasuredFacts {
  const lists = Object.entries(KINDS).map(([name, kind]) => [name, factsOfKind(kind, get)]);
  const versioned = [...get(catalogue, ALL).kinds.values()].filter(({ versions }) => versions !== 'none');
  const documents = versioned.flatMap(({ key }) => factsOfKind(key, get));
  return { ...Object.fromEntries(lists), documents, maintenance_windows: [], requests: [] } as unknown as MeasuredFacts;
}

function factsOfKind(kind: string, get: Get): readonly object[] {
  return distinct(get(entriesByKind, kind)).map(factOf);
}

/** The data without a copy when it contains its id and state; a project has thousands of records. */
function factOf({ id, status, data }: Entry): object {
  return data['id'] === id && data['status'] === status ? data : { ...data, id, status };
}
