import { describe, expect, it, test } from 'vitest';
import { builtInCatalogue } from '../../engine/model/config/projectConfig.ts';
import { schemaOf } from '../../engine/model/schemas/jsonSchema.ts';
import { valueErrors } from '../../engine/model/schemas/validators.ts';
import type { Kind } from '../../engine/model/kinds/kinds.ts';
import { open } from '../inMemory.ts';

const ticket = builtInCatalogue.kinds.get('ticket') as Kind;

function wrongIn(data: unknown): readonly string[] {
  return valueErrors(ticket, data).map(({ instancePath }) => instancePath);
}

describe('what a value may be', () => {
  it.each([
    [{ severity: 'P1' }, []],
    [{ severity: 'P5' }, ['/severity']],
    [{ status: 'closed' }, []],
    [{ status: 'done' }, ['/status']],
    [{ satisfaction: 5 }, []],
    [{ satisfaction: 6 }, ['/satisfaction']],
    [{ satisfaction: 4.5 }, ['/satisfaction']],
    [{ satisfaction: '5' }, ['/satisfaction']],
    [{ emergency: 'yes' }, ['/emergency']],
    [{ created: '2026-05-20' }, []],
    [{ created: '2026-5-20' }, ['/created']],
    [{ reported_at: '2026-05-20T09:42:00+08:00' }, []],
    [{ reported_at: '2026-05-20 09:42' }, ['/reported_at']],
    [{ reporter: '市局' }, ['/reporter']],
    [{ reporter: { org: ['市局'] } }, ['/reporter/org']],
    [{ pauses: [{ reason: 'waiting_user' }, { reason: 'lunch' }] }, ['/pauses/1/reason']],
    [{ links: { change: ['BG-2026-0001'] } }, []],
    [{ links: { change: 'BG-2026-0001' } }, ['/links/change']],
    [{ signatures: [{ sha256: 'abc' }] }, ['/signatures/0/sha256']],
    [{ 'x-own': 1, another: {} }, []],
  ])('%j', (data, wrong) => {
    expect(wrongIn(data)).toEqual(wrong);
  });
});

test('every kind has a schema for editors and a validator', () => {
  for (const kind of builtInCatalogue.kinds.values()) {
    expect(schemaOf(kind)['properties']).toBeTypeOf('object');
    expect(valueErrors(kind, {})).toEqual([]);
  }
});

describe('a kind the project changes', () => {
  const files = {
    'docket/kinds/ticket.yml': 'kind: ticket\nfields:\n  severity: { enum: { S1: { zh: 严重, en: Severe } } }\n',
    'records/ticket/2026/WX-2026-0001.md':
      '---\nstatus: registered\nseverity: P1\n---\n# 登录失败\n\n## 问题描述\n\n无法登录。\n',
  };

  test('is judged by its own schema', async () => {
    const messages = open(files)
      .analysis()
      .findings({ scope: 'project', beyondBaseline: false })
      .map(({ message }) => message.zh);
    expect(messages).toContain('WX-2026-0001 的“级别”写作“P1”，应为以下之一：S1（严重）。');
  });
});

describe('what somebody evidently meant', () => {
  const fixesOf = (line: string) =>
    open({ 'records/ticket/2026/WX-2026-0001.md': `---\nstatus: registered\n${line}\n---\n# 一\n` })
      .analysis()
      .findings({ scope: 'project', beyondBaseline: false })
      .filter(({ rule, fixes }) => rule === 'doc/schema' && fixes.length > 0)
      .flatMap(({ fixes }) =>
        fixes.map(({ safe, edits: [edit] }) => [safe, edit?.do === 'set' ? edit.value : undefined]),
      );

  it.each([
    ['created: 2026/5/20', '2026-05-20'],
    ['created: 2026年5月20日', '2026-05-20'],
    ['reported_at: 2026-05-20 9:42', '2026-05-20T09:42:00+08:00'],
    ['reported_at: "2026年5月20日 09:42"', '2026-05-20T09:42:00+08:00'],
    ['emergency: 是', true],
    ['satisfaction: "4"', 4],
  ])('%s', (line, value) => {
    expect(fixesOf(line)).toEqual([[true, value]]);
  });

  it.each(['created: 2026-02-30', 'created: 上周', 'reported_at: 2026-05-20', 'satisfaction: 很好'])(
    'is not guessed: %s',
    line => {
      expect(fixesOf(line)).toEqual([]);
    },
  );
});

test('times of a table are of the project’s own offset', () => {
  const text =
    '---\nstatus: submitted\n---\n# 故障\n\n## 处理经过\n\n| 时间 | 处理人 | 内容 |\n|---|---|---|\n| 2026-05-20 09:42 | 钱二 | 受理 |\n';
  const files = {
    'docket.yml': 'calendar: { offset: "+06:30" }\n',
    'records/incident-report/2026/GZ-2026-001.md': text,
  };
  const data = open(files).analysis().project().entry('GZ-2026-001')?.data;
  expect(data?.['timeline']).toMatchObject([{ at: '2026-05-20T09:42:00+06:30' }]);
});
