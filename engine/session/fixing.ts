/** The fixes of many findings as one plan. Apart from `Analysis`, because a check must not load what writes fixes. */
import { type Fixing, fixFindings } from '../features/fixing.ts';
import type { Path } from '../base/text.ts';
import type { Finding } from '../rules/runner/finding.ts';
import type { Fix } from '../rules/rule.ts';
import type { FileChange, FileContent } from '../workspace/files.ts';
import type { Session } from './session.ts';

export type { Fixing, Unmade } from '../features/fixing.ts';

/** What is to be fixed, and how. */
interface AskedFixing {
  /** The findings to fix; asked again after every round, on the texts of that round. */
  findings(): readonly Finding[];
  /** The fix to make for a finding; undefined to leave it. */
  choose(finding: Finding): Fix | undefined;
}

/** Makes the fixes in the texts of the session, which holds the fixed texts afterwards. */
export function fixIn(session: Session, asked: AskedFixing): Fixing {
  return fixed(session, asked, changes => session.apply(changes));
}

/** As `fixIn`; afterwards the session holds the texts it held before. */
export function rehearsedFixIn(session: Session, asked: AskedFixing): Fixing {
  const before = new Map<Path, FileContent>();
  try {
    return fixed(session, asked, changes => {
      for (const { path } of changes) if (!before.has(path)) before.set(path, session.read(path));
      session.apply(changes);
    });
  } finally {
    session.apply([...before].map(([path, content]) => ({ path, content })));
  }
}

function fixed(
  { cache: { get } }: Session,
  { findings, choose }: AskedFixing,
  apply: (changes: readonly FileChange[]) => void,
): Fixing {
  return fixFindings({ get, findings, apply }, choose);
}
