/**
 * `npm run bench:make -- T DIR`: the content to trace, for Docket in DIR, a repository of one commit, and for OpenFastTrace in
 * DIR-openfasttrace beside it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { git } from '../host/git/git.ts';
import { config, staff } from './documents.ts';
import { forms, tracedContent } from './traced.ts';

/** Commits in a bench repository have an author that does not exist. */
const COMMIT = [
  '-c',
  'user.name=A',
  '-c',
  'user.email=a@example.invalid',
  'commit',
  '--quiet',
  '--message',
  'all files',
];

export function makeTraced(folder: string): void {
  write(folder, [{ path: 'docket.yml', text: config }, ...staff, ...tracedContent(forms.docket)]);
  git(folder, ['init', '--quiet', '--initial-branch=main']);
  git(folder, ['add', '--all']);
  git(folder, COMMIT);
  const other = `${path.resolve(folder)}-openfasttrace`;
  write(other, tracedContent(forms.openFastTrace));
  console.log(`${folder}: 10,000 requirements, 10,000 units, 20,000 tags in 2,000 Java files`);
  console.log(`${other}: the same for OpenFastTrace; time it with: java -jar openfasttrace.jar trace docs src`);
}

function write(folder: string, files: Iterable<{ readonly path: string; readonly text: string }>): void {
  for (const file of files) {
    const full = path.join(folder, file.path);
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, file.text);
  }
}
