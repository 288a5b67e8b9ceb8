/** After any edits, a session says what a fresh one says. */
import { describe, expect, test } from 'vitest';
import { asPath } from '../../engine/base/text.ts';
import { contentOf, open, type Texts } from '../inMemory.ts';
import { dice, PATHS, pick, someText } from './randomProject.ts';

describe('after any edits a session says what a fresh one says', () => {
  for (let seed = 1; seed <= 60; seed++) {
    test(`seed ${seed}`, () => {
      const roll = dice(seed);
      const now: Record<string, string> = {};
      const session = open({});
      for (let step = 0; step < 60; step++) {
        const path = pick(roll, PATHS);
        if (roll(6) === 0) delete now[path];
        else now[path] = someText(path, roll);
        // A broken configuration leaves the last good one in force, which a fresh session cannot know.
        if (path === 'docket.yml' && (now[path] ?? '').includes('people: [\n')) now[path] = 'docket: 1\n';
        session.apply([{ path: asPath(path), content: contentOf(now[path]) }]);
        if (roll(3) > 0) expectSame(session, now, step);
      }
      expectSame(session, now, 60);
    });
  }
});

function expectSame(session: ReturnType<typeof open>, now: Texts, step: number): void {
  const fresh = open({ ...now });
  expect({ step, findings: session.analysis().findings({ scope: 'project', beyondBaseline: false }) }).toEqual({
    step,
    findings: fresh.analysis().findings({ scope: 'project', beyondBaseline: false }),
  });
  expect(session.analysis().summary()).toEqual(fresh.analysis().summary());
}
