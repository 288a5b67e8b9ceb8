/** Opens the project and checks it, with the facts earlier runs kept. */
import { lstatSync } from 'node:fs';
import path from 'node:path';
import type { Path } from '../../engine/base/text.ts';
import type { Summary } from '../../engine/session/analysis.ts';
import type { KeptBaseline } from '../../engine/session/questions/baselineKept.ts';
import type { Session } from '../../engine/session/session.ts';
import type { Finding, Judged, Language } from '../../engine/session/types.ts';
import type { WorkingBlobs } from '../git/workingBlobs.ts';
import type { Store } from '../cache/cache.ts';
import { factsKey, learnFacts } from '../cache/keptFacts.ts';
import { knownRepository } from '../git/knownRepository.ts';
import { openProject } from './openProject.ts';

/** Plain data: it is kept between two runs. */
export interface Checked {
  /** Findings that the baseline does not hold. */
  readonly findings: readonly Finding[];
  readonly baseline: KeptBaseline & Pick<Judged, 'held' | 'gone'>;
  readonly summary: Summary;
  readonly language: Language;
}

/** Checks a project without a cache. */
export function findingsOf(root: string, asOf: string): Checked {
  return checkedBy(openProject(root, asOf).session);
}

/** The result of a check with what it depends on. */
export interface KeptFindings {
  readonly result: Checked;
  /** Files that were read though git does not list them. */
  readonly besides: readonly Path[];
  /** The state of the repository, when facts of it were asked for. */
  readonly repository: string | null;
}

/** Checks a project with the facts that earlier runs kept, and keeps the new ones. */
export function findingsWith(store: Store, root: string, asOf: string, blobs: WorkingBlobs): KeptFindings {
  const ids = blobs.ids();
  const besides = new Set<Path>();
  const repository = knownRepository(root);
  const onRead = (file: Path) => void (ids.has(file) || besides.add(file));
  const { session } = openProject(root, asOf, { files: [...ids.keys()], onRead, repository: repository.facts });
  learnFacts(session, { store, keyOf: document => keyOf(root, document, ids) });
  return { result: checkedBy(session), besides: [...besides], repository: repository.state() };
}

function keyOf(root: string, document: Path, ids: ReadonlyMap<Path, string>): string | undefined {
  const id = ids.get(document);
  if (id === undefined || id.startsWith('?')) return undefined;
  return factsKey(document, id, lstatSync(path.join(root, document), { throwIfNoEntry: false })?.size ?? '-');
}

function checkedBy(session: Session): Checked {
  const analysis = session.analysis();
  const { shown, held, gone } = analysis.judged();
  const baseline = { ...analysis.baseline(), held, gone };
  return { findings: shown, baseline, summary: analysis.summary(), language: analysis.config().language };
}
