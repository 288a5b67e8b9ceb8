import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Package {
  version?: string;
  resolved?: string;
  optionalDependencies?: Record<string, string>;
}

const root = join(import.meta.dirname, '..');
const locks = ['package-lock.json', 'test/rig/packages/package-lock.json', 'scripts/wasm/package-lock.json'];
const packagesOf = (lock: string): Record<string, Package> =>
  JSON.parse(readFileSync(join(root, lock), 'utf8')).packages;

describe.each(locks)('%s', lock => {
  it('names no registry, so that each clone uses its own', () => {
    expect(Object.entries(packagesOf(lock)).filter(([, { resolved }]) => resolved)).toEqual([]);
  });
});

describe('package-lock.json', () => {
  // `npm ci` refuses a lock that leaves out the builds for other systems; npm leaves them out when it writes the lock
  // from a registry that lacks one.
  it('holds the builds of every package for every system', () => {
    const packages = packagesOf('package-lock.json');
    const absent = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        name => !packages[join(path, 'node_modules', name)] && !packages[`node_modules/${name}`],
      ),
    );
    expect(absent).toEqual([]);
  });

  it('pins what package.json asks for', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const asked: [string, string][] = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    const packages = packagesOf('package-lock.json');
    expect(asked.filter(([name, version]) => packages[`node_modules/${name}`]?.version !== version)).toEqual([]);
  });
});
