/** When each kind of document falls due after the code moved: `owes:` of docket.yml, else of its preset. */
import { builtIn } from './builtIn.ts';
import { type Config, listOf, mapOf, textOf } from './config.ts';

/** `release+5d` is so many working days after the release. */
export type Due = 'commit' | 'range' | 'release' | `release+${number}d`;

const DUE = /^(?:commit|range|release(?:\+\d+d)?)$/;

export function dueOf({ owes, preset }: Config, kind: string): Due {
  const written = [mapOf(owes['due']), dueIn(preset)].flatMap(due => [due[kind], due['default']]).map(textOf);
  return (written.find(due => DUE.test(due)) ?? 'release') as Due;
}

/** Kinds a change owes for its reason, whatever its code reaches; undefined where only that counts. */
export function kindsOwedFor({ owes }: Config, reason: string): readonly string[] | undefined {
  const named = owes[reason] ?? owes['default'];
  return named === undefined || named === 'reached' ? undefined : listOf(named).map(textOf);
}

function dueIn(preset: string): ReturnType<typeof mapOf> {
  const data = mapOf((builtIn.presets as Readonly<Record<string, unknown>>)[preset]);
  return mapOf(mapOf(data['owes'])['due']);
}
