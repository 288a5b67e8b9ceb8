/** What rules about duties over time ask: which day it is, how far the service has run, what the contract set a term for. */
import { ALL } from '../base/queries.ts';
import type { Span } from '../base/text.ts';
import type { YamlNode, YamlPair } from '../documents/document.ts';
import { parseYaml } from '../documents/yaml.ts';
import { earliest, type LocalDate } from '../measure/date.ts';
import { localDate } from '../measure/instant.ts';
import { judgedAt, offsetOf } from '../measure/terms.ts';
import { mapOf } from '../model/config.ts';
import type { Data } from '../model/entry.ts';
import { atKey, atSpan, type Place } from '../model/place.ts';
import { CONFIG_PATH, configText } from '../model/project.ts';
import type { Project } from './project.ts';
import type { Settings } from './project.ts';

export function today(project: Project): LocalDate {
  return localDate(project.get(judgedAt, ALL), offsetOf(project.config));
}

/** The days of service that have come; undefined before the first, or when nobody wrote a period. */
export function serviceSoFar(project: Project): { readonly from: LocalDate; readonly to: LocalDate } | undefined {
  const { period } = project.config.project;
  if (period === undefined) return undefined;
  const to = earliest(period.to, today(project));
  return period.from <= to ? { from: period.from, to } : undefined;
}

/** A part of `duties:` that somebody agreed to; undefined when it is absent or only a default. */
export function agreedDuty({ config }: Pick<Settings, 'config'>, ...keys: readonly string[]): Data | undefined {
  let duty: unknown = config.duties;
  for (const key of keys) duty = mapOf(duty)[key];
  if (duty === undefined || duty === false) return undefined;
  return mapOf(duty)['source'] === 'default' ? undefined : mapOf(duty);
}

/** A key of docket.yml, or the nearest around it that is written. Duties and targets are free maps, so the text itself is asked. */
export function inConfig(project: Project, pointer: string): Place {
  const text = project.get(configText, ALL);
  const span = text === project.text(CONFIG_PATH) ? keySpanIn(parseYaml(text, 0).root, pointer) : undefined;
  return span === undefined ? atKey(CONFIG_PATH, pointer) : atSpan(CONFIG_PATH, span);
}

function keySpanIn(root: YamlNode | undefined, pointer: string): Span | undefined {
  let [node, span]: [YamlNode | undefined, Span | undefined] = [root, undefined];
  for (const key of pointer.split('/').slice(1)) {
    const pair: YamlPair | undefined = node?.sort === 'map' ? node.pairs.find(one => one.key === key) : undefined;
    if (pair === undefined) break;
    [node, span] = [pair.value, pair.keySpan];
  }
  return span;
}
