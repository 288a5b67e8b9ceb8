/**
 * What Docket says about each fault of the sample → `expect:` at the end of its file, and the list of them. The head stays as it is written, and so does
 * each `why` whose finding is still there; a new finding that the fault's own rule does not make has an empty one, to be filled in.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { type Expected, type Fault, faultFiles, readFaults, type ToldFinding } from '../host/sample/fault.ts';
import { listOf } from '../test/twin/list.ts';
import { openTwin } from '../test/twin/telling.ts';
import { root } from './paths.ts';

const sample = path.join(root, 'samples/zzgl');
const twin = await openTwin(sample);
const files = faultFiles(sample);

const faults = readFaults(sample);

for (const [n, fault] of faults.entries()) {
  const file = files[n] ?? '';
  const expected = explained(twin.tell(fault), fault);
  const [head = ''] = readFileSync(file, 'utf8').split(/^expect:/m);
  writeFileSync(file, `${head}${stringify({ expect: expected }, { lineWidth: 0 })}`);
  for (const { rule } of unexplained(expected))
    console.log(`${path.basename(file)}: why does ${rule} appear or disappear?`);
}
writeFileSync(path.join(sample, 'faults/README.md'), listOf(faults));

function explained({ appears, disappears }: Required<Expected>, { rule, expect }: Fault): Expected {
  const known = [...(expect?.appears ?? []), ...(expect?.disappears ?? [])];
  const withWhy = (one: ToldFinding) => ({ ...one, why: known.find(other => isAlike(one, other))?.why ?? '' });
  return {
    appears: appears.map(one => (one.rule === rule ? one : withWhy(one))),
    ...(disappears.length === 0 ? {} : { disappears: disappears.map(withWhy) }),
  };
}

/** The words of a message may be improved; what it is about stays. */
function isAlike(one: ToldFinding, other: ToldFinding): boolean {
  return one.rule === other.rule && one.path === other.path && (one.line === other.line || one.says === other.says);
}

function unexplained({ appears, disappears = [] }: Expected): readonly ToldFinding[] {
  return [...appears, ...disappears].filter(({ why }) => why === '');
}
