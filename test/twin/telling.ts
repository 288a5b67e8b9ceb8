/** What Docket says about a fault of the sample that it does not say about the sample. Opened once; each fault is applied and taken back. */
import path from 'node:path';
import { asPath } from '../../engine/base/text.ts';
import type { Finding } from '../../engine/rules/runner/finding.ts';
import { analyseChange } from '../../engine/session/change/changeAnalysis.ts';
import { Session } from '../../engine/session/session.ts';
import { ABSENT } from '../../engine/workspace/files.ts';
import { diskSource } from '../../host/project/disk.ts';
import { brokenFiles, DAY_OF_FAULTS, type Expected, type Fault, type ToldFinding } from '../../host/sample/fault.ts';
import { fileIn } from '../../host/sample/materialise.ts';
import type { Changes } from '../../host/sample/states.ts';
import { changeSetOf } from './changeSetOf.ts';

export interface Twin {
  tell(fault: Fault): Required<Expected>;
  /** With every fault taken back, what is said is what was said before the first. */
  isClean(): boolean;
}

export async function openTwin(sample: string): Promise<Twin> {
  const folder = path.join(sample, 'files');
  const source = diskSource(folder);
  const [before, after] = [
    Session.open(source, { asOf: DAY_OF_FAULTS }),
    Session.open(source, { asOf: DAY_OF_FAULTS }),
  ];
  const clean = all(before);

  return {
    tell(fault) {
      const broken = brokenFiles(fault, fileIn(folder));
      after.apply(
        [...broken].map(([file, text]) => ({
          path: asPath(file),
          content: text === null ? ABSENT : { state: 'text', text },
        })),
      );
      const told = [...all(after), ...ofCommit(fault, broken)];
      after.apply([...broken.keys()].map(file => ({ path: asPath(file), content: source.read(asPath(file)) })));
      return { appears: beyond(told, clean), disappears: beyond(clean, told) };
    },
    isClean: () => JSON.stringify(all(after)) === JSON.stringify(clean),
  };

  function ofCommit(fault: Fault, broken: Changes): readonly ToldFinding[] {
    const set = changeSetOf(fault, broken, { sample, source, after });
    return set === undefined
      ? []
      : told(analyseChange(set, before, after).changeFindings(), after, fault.commit?.message);
  }
}

function all(session: Session): readonly ToldFinding[] {
  return told(session.analysis().findings({ scope: 'project', beyondBaseline: false }), session);
}

function told(findings: readonly Finding[], session: Session, message = ''): readonly ToldFinding[] {
  const { text } = session.analysis().project();
  return findings.map(({ rule, commit, message: { zh }, at: { path: file, range } }) => ({
    rule,
    path: file,
    line: shown((commit === undefined ? text(file) : message)?.split('\n')[range.start.line] ?? ''),
    says: zh,
  }));
}

const WIDEST = 80;

function shown(line: string): string {
  const text = line.trim();
  return text.length > WIDEST ? `${text.slice(0, WIDEST)}…` : text;
}

/** What is among the first more often than among the second. */
function beyond(some: readonly ToldFinding[], others: readonly ToldFinding[]): readonly ToldFinding[] {
  const left = new Map<string, number>();
  for (const one of others) left.set(JSON.stringify(one), (left.get(JSON.stringify(one)) ?? 0) + 1);
  return some.filter(one => {
    const key = JSON.stringify(one);
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}
