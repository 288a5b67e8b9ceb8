/** The severity of each rule in this project: its own, changed by the preset, then by `rules:` of docket.yml. */
import { ALL, query } from '../../base/queries.ts';
import { sameData } from '../../base/sameData.ts';
import type { Config } from '../../model/config/config.ts';
import { config } from '../../model/config/projectConfig.ts';
import { builtInCatalogueData } from '../../model/kinds/builtInCatalogue.ts';
import { rules } from '../catalogue.generated.ts';
import type { Rule, Severity } from '../rule.ts';

type Level = Severity | 'off';

interface Preset {
  readonly rules?: 'all' | readonly string[];
  readonly set?: Readonly<Record<string, Level>>;
  readonly extends?: string;
}

/** The level of every rule; key ALL. */
export const levels = query<ReadonlyMap<string, Level>>(
  'levels',
  (_all, get) => {
    const judging = get(config, ALL);
    return new Map(rules.map(rule => [rule.id, levelOf(rule, judging)]));
  },
  (a, b) => sameData([...a], [...b]),
);

export const levelOfRule = query<Level>('levelOfRule', (id, get) => get(levels, ALL).get(id) ?? 'error');

/** Whether `rules:` of docket.yml sets the level of a rule. */
export const isSetHere = query<boolean>('isSetHere', (id, get) => levelNamed(get(config, ALL).rules, id) !== undefined);

function levelOf(rule: Rule, { rules: own, preset }: Config): Level {
  return levelNamed(own, rule.id) ?? levelInPreset(rule, preset);
}

function levelInPreset(rule: Rule, name: string): Level {
  const preset = (builtInCatalogueData.presets as Readonly<Record<string, Preset>>)[name];
  if (preset === undefined) return rule.severity;
  const set = levelNamed(preset.set ?? {}, rule.id);
  if (set !== undefined) return set;
  if (preset.extends !== undefined) return levelInPreset(rule, preset.extends);
  return preset.rules === 'all' || preset.rules?.some(other => matches(other, rule.id)) ? rule.severity : 'off';
}

const LEVELS = new Set<string>(['error', 'warning', 'info', 'off']);

function levelNamed(settings: Readonly<Record<string, unknown>>, id: string): Level | undefined {
  const level = settings[id] ?? settings[`${id.slice(0, id.indexOf('/'))}/*`];
  return typeof level === 'string' && LEVELS.has(level) ? (level as Level) : undefined;
}

function matches(name: string, id: string): boolean {
  return name === id || (name.endsWith('/*') && id.startsWith(name.slice(0, -1)));
}
