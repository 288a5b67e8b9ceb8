/**
 * Runs the rules about a change. They read two moments and the commits between. The configuration after the change
 * decides which rules are on and how severe they are.
 */
import { ALL } from '../../base/queries.ts';
import type { Cache } from '../../base/cache.ts';
import { NEW_COMMIT } from '../../model/entry.ts';
import { isConfigLost } from '../../model/config/projectConfig.ts';
import type { ChangeSet } from '../../workspace/changeSet.ts';
import { rules } from '../catalogue.generated.ts';
import { type Finding, findingOf, inOrder } from './finding.ts';
import { commitMessage } from './locate.ts';
import { projectOf } from '../project.ts';
import type { Change, ChangeRule } from '../rule.ts';
import { guarded, on } from './run.ts';

const ofChanges = rules.filter((rule): rule is ChangeRule => rule.over === 'change');

/** The change between two moments, with a project on each side. */
export function changeOf(set: ChangeSet, before: Cache, after: Cache): Change {
  for (const { hash, message } of set.commits) after.set(commitMessage, hash ?? NEW_COMMIT, message);
  return { ...set, before: projectOf(before.get), after: projectOf(after.get) };
}

/** The findings of all change rules, in order; none when docket.yml after the change cannot be read. */
export function findingsOfChange(change: Change): readonly Finding[] {
  const { get } = change.after;
  if (get(isConfigLost, ALL)) return [];
  const ruled = ofChanges.filter(on(get)).flatMap(rule => guarded(rule, undefined, () => rule.check(change)));
  return ruled
    .map(({ rule, remark }) => findingOf(get, rule, remark))
    .filter(finding => finding !== undefined)
    .sort(inOrder);
}
