/**
 * Documents of a bench repository: tickets and change approvals that point at each other, and technical documents whose
 * items trace requirement → design → unit → test. About 7 KB each, four items a document on average, two bindings a unit.
 */
const WORDS =
  '应用节点会话缓存占满导致验证码写入失败经核对日志确认为连接池配置过小调整参数后恢复正常同时补充监控阈值避免再次发生并更新部署手册与巡检项目';

export interface BenchFile {
  readonly path: string;
  readonly text: string;
}

/** Document number n of `count`. Eight of twelve are records, four technical: requirements, design, units, tests. */
export function document(n: number, codeFiles: number): BenchFile {
  const set = Math.floor(n / 12);
  switch (n % 12) {
    case 0:
      return srs(set);
    case 1:
      return hld(set);
    case 2:
      return lld(set, codeFiles);
    case 3:
      return testReport(set);
    case 4:
    case 5:
      return change(set, (n % 12) - 4);
    default:
      return ticket(set, (n % 12) - 6);
  }
}

const ITEMS = 12;
const ids = Array.from({ length: ITEMS }, (_, k) => k + 1);

export function moduleOf(set: number): string {
  return `M${String(set).padStart(4, '0')}`;
}

function ticketId(set: number, k: number): string {
  const number = set * 6 + k;
  return `WX-${2020 + Math.floor(number / 9000)}-${String((number % 9000) + 1).padStart(4, '0')}`;
}

function changeId(set: number, k: number): string {
  const number = set * 2 + k;
  return `BG-2026-${String(number + 1).padStart(4, '0')}`;
}

export function prose(seed: number, length: number): string {
  let text = '';
  for (let k = seed; text.length < length; k += 7) text += `${WORDS.slice(k % 40, (k % 40) + 24)}，`;
  return `${text.slice(0, length)}。`;
}

function record(path: string, front: readonly string[], title: string, body: string): BenchFile {
  return { path, text: `---\n${front.join('\n')}\n---\n\n# ${title}\n\n${body}` };
}

function ticket(set: number, k: number): BenchFile {
  const id = ticketId(set, k);
  const day = '18';
  const front = [
    `id: ${id}`,
    'type: ticket',
    `title: 登录失败 ${set}-${k}`,
    'status: closed',
    'system: ZZGL',
    `created: 2026-05-${day}`,
    'author: RY-002',
    'kind: fault',
    'severity: P3',
    'channel: phone',
    'reporter: { org: 某市局, region: 某市 }',
    `reported_at: "2026-05-${day}T09:05:00+08:00"`,
    `accepted_at: "2026-05-${day}T09:06:00+08:00"`,
    'accepted_by: RY-002',
    `responded_at: "2026-05-${day}T09:20:00+08:00"`,
    'support_line: 1',
    'service_mode: onsite',
    'cause_category: configuration',
    `resolved_at: "2026-05-${day}T16:40:00+08:00"`,
    `feedback_at: "2026-05-${day}T17:00:00+08:00"`,
    'feedback_channel: phone',
    'satisfaction: 5',
    'links:',
    `  change: [${changeId(set, k % 2)}]`,
  ];
  const [before, after] = [
    ['问题描述', '影响范围', '问题原因分析', '解决方案说明'],
    ['处理结果与验证', '用户反馈意见'],
  ].map(names =>
    names
      .map((name, m) => `## ${name}\n\n${prose(set + m * 11, 270)}\n\n参见 [[${ticketId(set, (k + 1) % 6)}]]。\n`)
      .join('\n'),
  );
  const rows = ids.map(m => `| 2026-05-${day} 09:${String(m).padStart(2, '0')} | 李四 | ${prose(m, 20)} |`).join('\n');
  return record(
    `records/ticket/2026/${id}.md`,
    front,
    `登录失败 ${set}-${k}`,
    `${before}\n## 处理过程\n\n| 时间 | 处理人 | 内容 |\n|---|---|---|\n${rows}\n\n${after}`,
  );
}

function change(set: number, k: number): BenchFile {
  const id = changeId(set, k);
  const front = [
    `id: ${id}`,
    'type: change-approval',
    `title: 修复 ${set}-${k}`,
    'status: draft',
    'system: ZZGL',
    'created: 2026-05-20',
    'author: RY-004',
    'change_kind: [program]',
    'reason_type: defect',
    'risk: low',
    'urgent: false',
    'links:',
    `  ticket: [${ticketId(set, k)}, ${ticketId(set, k + 2)}]`,
  ];
  const sections = [
    '修改原因',
    '修改内容',
    '影响范围与风险',
    '实施步骤',
    '测试情况',
    '备份与回退方案',
    '审批意见',
    '实施结果',
  ].map((name, m) => `## ${name}\n\n${prose(set + m * 5, 260)}\n`);
  return record(`records/change-approval/2026/${id}.md`, front, `修复 ${set}-${k}`, sections.join('\n'));
}

export function technical(set: number, type: string, suffix: string, items: readonly string[]): BenchFile {
  const front = [
    `id: ${moduleOf(set)}-${suffix}`,
    `type: ${type}`,
    `title: 模块 ${set}`,
    'status: draft',
    'system: ZZGL',
    'created: 2026-05-20',
    'author: RY-009',
    'version: "V1.2"',
    'template_profile: custom',
  ];
  return record(`docs/${moduleOf(set)}/${moduleOf(set)}-${suffix}.md`, front, `模块 ${set}`, items.join('\n'));
}

function srs(set: number): BenchFile {
  const items = ids.map(
    m =>
      `### REQ-${moduleOf(set)}-${String(m).padStart(3, '0')} 需求 ${m}\n\n- 优先级：must\n- 来源：${ticketId(set, m % 6)}\n\n${prose(set + m, 170)}\n`,
  );
  return technical(set, 'srs', 'SRS', items);
}

function hld(set: number): BenchFile {
  const items = ids.map(
    m =>
      `### HD-${moduleOf(set)}-${String(m).padStart(2, '0')} 设计 ${m}\n\n- 满足：REQ-${moduleOf(set)}-${String(m).padStart(3, '0')}\n\n${prose(set + m * 3, 175)}\n`,
  );
  return technical(set, 'hld', 'HLD', items);
}

function lld(set: number, codeFiles: number): BenchFile {
  const items = ids.map(m => {
    const code = [codePath((set * ITEMS + m) * 2, codeFiles), codePath((set * ITEMS + m) * 2 + 1, codeFiles)].join(
      '、',
    );
    return `### LD-${moduleOf(set)}-${String(m).padStart(2, '0')} 单元 ${m}\n\n- 实现：HD-${moduleOf(set)}-${String(m).padStart(2, '0')}\n- 代码：${code}\n\n${prose(set + m * 9, 150)}\n`;
  });
  return technical(set, 'lld', 'LLD', items);
}

function testReport(set: number): BenchFile {
  const rows = ids.map(
    m =>
      `| TC-${moduleOf(set)}-${String(m).padStart(3, '0')} | REQ-${moduleOf(set)}-${String(m).padStart(3, '0')} | ${prose(m, 60)} | ${prose(m + 1, 40)} | ${prose(m + 2, 40)} | 通过 | RY-006 | 2026-05-20 |`,
  );
  const front = [
    `id: CS-2026-${String(set + 1).padStart(3, '0')}`,
    'type: test-report',
    `title: 模块 ${set} 测试`,
    'status: draft',
    'system: ZZGL',
    'created: 2026-05-20',
    'author: RY-006',
    'version: "V1.0"',
    'software_version: "V2.0"',
    'test_type: [system]',
    'environment: 测试环境',
    'conclusion: pass',
    `links: { change: [${changeId(set, 0)}] }`,
  ];
  return record(
    `docs/${moduleOf(set)}/CS-2026-${String(set + 1).padStart(3, '0')}.md`,
    front,
    `模块 ${set} 测试`,
    `## 测试记录\n\n| 用例 | 需求条目 | 步骤 | 预期 | 实际 | 结果 | 测试人 | 日期 |\n|---|---|---|---|---|---|---|---|\n${rows.join('\n')}\n`,
  );
}

export function codePath(n: number, codeFiles: number): string {
  const file = n % codeFiles;
  return `src/main/java/cn/example/p${Math.floor(file / 100)}/C${file}.java`;
}

export function code(n: number): BenchFile {
  const methods = Array.from(
    { length: 24 },
    (_, k) =>
      `  /** Step ${k}. */\n  public int step${k}(int value) {\n    // @implements LD-${moduleOf(n % 800)}-${String((n % ITEMS) + 1).padStart(2, '0')}\n    return value * ${n + k} + ${k};\n  }\n`,
  );
  return {
    path: codePath(n, Number.POSITIVE_INFINITY),
    text: `package cn.example.p${Math.floor(n / 100)};\n\npublic class C${n} {\n${methods.join('\n')}}\n`,
  };
}

/** People the records name. */
export const staff: readonly BenchFile[] = ['RY-002', 'RY-004', 'RY-006', 'RY-009'].map(id =>
  record(
    `people/staff/${id}.md`,
    [
      `id: ${id}`,
      'type: staff',
      'title: 人员',
      'status: active',
      'classification: internal',
      'created: 2025-09-19',
      'author: RY-002',
      'name: 某人',
      'employer: 乙',
      'post: 工程师',
      'roles: [service_desk]',
      'line: 1',
      'onsite: true',
      'key_data_post: false',
      'entry_date: 2025-09-19',
      'policy_ack_date: 2025-09-19',
    ],
    '人员',
    '## 基本情况\n\n某人。\n',
  ),
);

export const config = `docket: 1
extends: docket:contract
project: { name: 基准, contract: HT-1, purchaser: 甲, contractor: 乙, period: { from: 2025-10-01, to: 2026-09-30 } }
systems: [{ code: ZZGL, name: 证照 }]
documents: { include: [docs/**/*.md, records/**/*.md, people/**/*.md] }
code: [{ kind: program, include: [src/**] }]
`;
