/** When each kind of document falls due after the code moved: `owes:` of docket.yml, else of its preset. */
import { builtInCatalogueData } from '../kinds/builtInCatalogue.ts';
import type { Config } from './config.ts';

/** `release+5d` is so many working days after the release. */
export type DueStage = 'commit' | 'range' | 'release' | `release+${number}d`;

const DUE = /^(?:commit|range|release(?:\+\d+d)?)$/;

/** When a document of this kind falls due: its own line under `owes.due`, else `default` there, else the same of the preset, else at the release. */
export function dueOf({ owes, preset }: Config, kind: string): DueStage {
  const written = [owes.due ?? {}, dueIn(preset)].flatMap(due => [dueAt(due, kind), due.default]);
  return (written.find(due => due !== undefined && DUE.test(due)) ?? 'release') as DueStage;
}

/** Kinds a change owes for its reason, whatever its code reaches; undefined where only that counts. */
export function kindsOwedFor({ owes }: Config, reason: string): readonly string[] | undefined {
  const named = owes[reason as Reason] ?? owes.default;
  return named === undefined || named.includes('reached') ? undefined : named;
}

type Reason = Exclude<keyof Config['owes'], 'due' | 'default' | 'documents'>;
type Dues = Readonly<Record<string, string | undefined>> & { readonly default?: string | undefined };

function dueAt(due: Dues, kind: string): string | undefined {
  return Object.hasOwn(due, kind) ? due[kind] : undefined;
}

function dueIn(preset: string): Dues {
  const presets = builtInCatalogueData.presets as Readonly<Record<string, { readonly owes?: { readonly due?: Dues } }>>;
  return (Object.hasOwn(presets, preset) ? presets[preset]?.owes?.due : undefined) ?? {};
}
