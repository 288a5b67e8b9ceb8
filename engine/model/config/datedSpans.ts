/** From one day to another in docket.yml: in order, and no longer than a contract can be. */
import type { Settings } from '../../../docs-schema/generated/settings.ts';

/** A span of two days that cannot be: the first after the last, or too long. */
export interface SpanFault {
  /** Of the map that holds `from` and `to`. */
  readonly pointer: string;
  readonly fault: 'order' | 'long';
  readonly from: string;
  readonly to: string;
}

/** Years a service period may have at most: everything that comes round is counted over all of it. */
export const LONGEST = 30;

/** Every wrong span of the service period and of the equipment of systems, in the order of the file. */
export function spanFaults({ project, systems }: Settings): readonly SpanFault[] {
  const equipment = systems.flatMap(({ servers = [], databases = [] }, n) => [
    ...servers.flatMap((server, m) => outOfOrder(server, `/systems/${n}/servers/${m}`)),
    ...databases.flatMap((database, m) => outOfOrder(database, `/systems/${n}/databases/${m}`)),
  ]);
  const { from, to } = project.period ?? {};
  const isLong = from !== undefined && to !== undefined && Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > LONGEST;
  const long = isLong ? [{ pointer: '/project/period', fault: 'long' as const, from, to }] : [];
  return [...outOfOrder(project.period ?? {}, '/project/period'), ...long, ...equipment];
}

function outOfOrder(
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
  pointer: string,
): readonly SpanFault[] {
  return from !== undefined && to !== undefined && to < from ? [{ pointer, fault: 'order', from, to }] : [];
}
