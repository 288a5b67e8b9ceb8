import { describe, expect, test } from 'vitest';
import { componentsIn, isBuildFile } from '../../engine/code/components/buildFiles.ts';
import { componentsListed, isUnknown, restriction } from '../../engine/code/components/inventory.ts';

const dependency = (group: string, artifact: string, rest = '') =>
  `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId>${rest}</dependency>`;
const names = (path: string, text: string) => componentsIn(path, text).map(({ name, version }) => `${name} ${version}`);

describe('pom.xml', () => {
  test('direct dependencies with their versions, each where it stands', () => {
    const text = `<project><groupId>cn.example</groupId><dependencies>${dependency('org.a', 'one', '<version>1.2</version>')}${dependency('org.b', 'two', '<version>${b.version}</version>')}</dependencies></project>`;
    expect(names('pom.xml', text)).toEqual(['org.a:one 1.2', 'org.b:two undefined']);
    expect(componentsIn('pom.xml', text).map(({ span }) => text.slice(span.start, span.end))).toEqual(['one', 'two']);
  });

  test('not what is managed, commented out, excluded, part of the build, or the project’s own', () => {
    const text = `<project><parent><groupId>org.parent</groupId></parent><groupId>cn.example</groupId>
      <dependencyManagement><dependencies>${dependency('org.a', 'managed')}</dependencies></dependencyManagement>
      <dependencies><!-- ${dependency('org.a', 'commented')} -->${dependency('cn.example', 'own')}
      ${dependency('org.a', 'real', `<exclusions><exclusion><groupId>x</groupId><artifactId>y</artifactId></exclusion></exclusions>`)}</dependencies>
      <build><plugins><plugin><dependencies>${dependency('org.a', 'plugin')}</dependencies></plugin></plugins></build></project>`;
    expect(names('pom.xml', text)).toEqual(['org.a:real undefined']);
  });
});

test('package.json: dependencies, not those of development', () => {
  const text =
    '{ "name": "vue", "devDependencies": { "vitest": "1" }, "dependencies": { "vue": "^3.4.0", "x": "workspace:*" } }';
  expect(names('web/package.json', text)).toEqual(['vue 3.4.0', 'x undefined']);
  const [vue] = componentsIn('web/package.json', text);
  expect(vue?.span.start).toBe(text.lastIndexOf('"vue"'));
});

test.each(['', '{', 'null', '[]', '{ "dependencies": 3 }', '{ "dependencies": null }'])(
  'package.json that is none: %s',
  text => {
    expect(componentsIn('package.json', text)).toEqual([]);
  },
);

test('build files are those of the project, not of its packages', () => {
  expect(
    ['pom.xml', 'a/pom.xml', 'web/package.json', 'node_modules/x/package.json', 'a/my-pom.xml'].filter(isBuildFile),
  ).toEqual(['pom.xml', 'a/pom.xml', 'web/package.json']);
});

test('the list is read by its headings, in any order, with quoted cells', () => {
  expect(
    componentsListed('许可证,组件,用途\r\nMIT,"a, b","x ""y""\nz"\r\nApache-2.0,c,\r\n').map(({ name, licence }) => [
      name,
      licence,
    ]),
  ).toEqual([
    ['a, b', 'MIT'],
    ['c', 'Apache-2.0'],
  ]);
  expect(componentsListed('甲,乙\n1,2\n')).toEqual([]);
  expect(componentsListed('')).toEqual([]);
  expect(componentsListed('组件\n"unclosed')).toHaveLength(1);
});

test.each([
  ['Apache-2.0', undefined],
  ['MIT', undefined],
  ['Oracle Free Use Terms and Conditions', undefined],
  ['BSD-3-Clause', undefined],
  ['GPL-2.0-only', 'copyleft'],
  ['LGPL-2.1-or-later', 'copyleft'],
  ['AGPLv3', 'copyleft'],
  ['MPL-2.0', 'copyleft'],
  ['GPL-2.0 OR MIT', undefined],
  ['商业许可', 'commercial'],
  ['Commercial', 'commercial'],
  ['BUSL-1.1', 'commercial'],
])('%s: %s', (licence, expected) => {
  expect(restriction(licence)).toBe(expected);
});

test('a licence nobody knows', () => {
  expect(['', '-', '未知', 'NOASSERTION', 'MIT'].map(isUnknown)).toEqual([true, true, true, true, false]);
});
