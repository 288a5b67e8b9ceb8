/** Every place has a span, and the place at the start of that span is this place, or one as precise inside of it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { asPath } from '../../engine/base/text.ts';
import { modelled, type Modelled } from '../../engine/model/read/modelled.ts';
import { atItem, atKey, atLink, atSection, atValue } from '../../engine/model/place.ts';
import { type NamedPlace, spanIn } from '../../engine/rules/runner/locate.ts';
import { placeAt } from '../../engine/rules/runner/placeAt.ts';
import { open } from '../inMemory.ts';

const JOURNAL = 'records/ticket/2026/WX-2026-05.md';
const SRS = 'docs/ZZGL-SRS.md';
const files = {
  'docket.yml': 'docket: 1\nlanguage: zh-CN\nsystems:\n  - { code: ZZGL, name: 证照系统, modules: [review] }\n',
  [JOURNAL]:
    '---\nid: WX-2026-05\ntype: journal\nof: ticket\n---\n# 登记簿\n\n| 解决方案说明 | 编号 | 级别 | 状态 |\n|---|---|---|---|\n| 重启。 | WX-2026-0001 | P2 | 已关闭 |\n| | WX-2026-0002 | P3 | 已登记 |\n',
  [SRS]:
    '---\r\ntype: srs\r\nid: ZZGL-SRS\r\n期间: x # 月\r\n---\r\n# 需求规格说明书\r\n\r\n## 功能需求\r\n\r\n### REQ-REV-012 超期预警规则\r\n\r\n- 优先级：高\r\n- 满足：QR-2026-001\r\n\r\n见 [[ZZGL-HLD]]。\r\n',
};

/** All that has a name in a document. */
function placesIn(page: Modelled): readonly NamedPlace[] {
  const at = page.document.path;
  return [
    ...page.entries.flatMap(({ entry: { row }, normalised }) =>
      [...normalised.places.keys()].flatMap((pointer): readonly NamedPlace[] =>
        pointer.startsWith('#')
          ? [atSection(at, pointer.slice(1), row)]
          : [atValue(at, pointer, row), atKey(at, pointer, row)],
      ),
    ),
    ...[...page.sections.keys()].map(key => atSection(at, key)),
    ...page.items.flatMap(({ id, places }) => [atItem(at, id), ...[...places.keys()].map(key => atItem(at, id, key))]),
    ...page.links.map((_, n) => atLink(at, n)),
  ];
}

function check(page: Modelled): number {
  const places = placesIn(page);
  for (const place of places) {
    const span = spanIn(page, place);
    const back = placeAt(page, span.start);
    if (JSON.stringify(back) === JSON.stringify(place)) continue;
    expect(back.sort).not.toBe('commit');
    const inner = back.sort === 'span' || back.sort === 'commit' ? back.span : spanIn(page, back);
    expect([place, back, inner.start <= span.start && inner.end <= span.end]).toEqual([place, back, true]);
  }
  return places.length;
}

const SAMPLE = path.resolve(import.meta.dirname, '../../samples');
const documents = readdirSync(SAMPLE, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.md'))
  .map(name => name.replaceAll('\\', '/'))
  // Every journal, and one of twenty of the others.
  .filter((name, n) => /-\d{4}-\d\d\.md$/.test(name) || n % 20 === 0)
  // A ledger is long, and holds nothing but tables that are generated.
  .filter(name => !/(?:^|\/)TZ-/.test(name));

const pathInProject = (name: string) => /(?:records|docs|people|ledgers|reports)\/.*$/.exec(name)?.[0] ?? name;

describe('the place at an offset', () => {
  test.each([JOURNAL, SRS])('of each place in %s is that place or one inside', name => {
    expect(check(open(files).cache.get(modelled, asPath(name)))).toBeGreaterThan(5);
  });

  test('of each place of the sample is that place or one inside', () => {
    const texts = Object.fromEntries(
      documents.map(name => [pathInProject(name), readFileSync(path.join(SAMPLE, name), 'utf8')]),
    );
    const { get } = open({ 'docket.yml': files['docket.yml'], ...texts }).cache;
    const count = Object.keys(texts).reduce((sum, name) => sum + check(get(modelled, asPath(name))), 0);
    expect(count).toBeGreaterThan(300);
  });

  test.each<[string, string, string, unknown]>([
    ['a cell of a row', JOURNAL, 'P3', atValue(asPath(JOURNAL), '/severity', 1)],
    ['the section of a row', JOURNAL, '重启', atSection(asPath(JOURNAL), 'solution', 0)],
    ['a value of the frontmatter', SRS, 'ZZGL-SRS', atValue(asPath(SRS), '/id')],
    ['a key of the frontmatter', SRS, 'type', atKey(asPath(SRS), '/type')],
    ['an item', SRS, 'REQ-REV-012', atItem(asPath(SRS), 'REQ-REV-012')],
    ['an attribute of an item', SRS, '高', atItem(asPath(SRS), 'REQ-REV-012', 'priority')],
  ])('is %s', (_what, name, words, place) => {
    const page = open(files).cache.get(modelled, asPath(name));
    expect(placeAt(page, (files as Record<string, string>)[name]?.indexOf(words) ?? -1)).toEqual(place);
  });

  test('without a name is the offset itself', () => {
    const page = open(files).cache.get(modelled, asPath(JOURNAL));
    const offset = files[JOURNAL].indexOf('|---') + 2;
    expect(placeAt(page, offset)).toEqual({ sort: 'span', path: JOURNAL, span: { start: offset, end: offset } });
  });
});
