/** A small project with one of everything a new document asks about. */
import type { Request } from '../../deliver/newDocument/request.ts';
import type { Project } from '../../engine/rules/project.ts';
import { open } from '../inMemory.ts';

export const CONFIG = `docket: 1
extends: docket:strict
language: zh-CN
project: { name: 证照系统运维, contract: HT-2025-018, purchaser: XX局, contractor: 示例公司, period: { from: 2025-10-01, to: 2026-09-30 } }
systems:
  - { code: ZZGL, name: 证照系统, modules: [cert, stat], servers: [{ name: app01, volumes: [/var, /data] }], databases: [{ name: db01, tablespaces: [TS_DATA] }] }
documents: { include: ["**/*.md"] }
`;

const STAFF = `---
id: RY-002
type: staff
title: 钱二
status: active
created: 2025-09-19
author: RY-002
classification: internal
name: 钱二
employer: 示例公司
post: 客服
roles: [service_desk]
line: "1"
onsite: true
entry_date: 2025-09-19
policy_ack_date: 2025-09-20
onboarding: { entry_form: RC-1, network_admission_no: WL-1, account_request_no: ZH-1 }
git_emails: [qian@example.invalid]
---

# 钱二
`;

const TICKET = `---
id: WX-2026-0003
type: ticket
status: resolved
system: ZZGL
module: cert
created: 2026-01-19
author: RY-002
kind: defect
severity: P2
channel: phone
reporter: { org: 西渡市XX局 }
reported_at: "2026-01-19T16:05:00+08:00"
accepted_by: RY-002
responded_at: "2026-01-19T16:11:00+08:00"
support_line: 1
service_mode: onsite
cause_category: program_defect
resolved_at: "2026-01-19T21:40:00+08:00"
---

# 证照编号重复

## 问题描述

两本证照编号相同。

## 问题原因分析

取号时没有行锁，两个节点同时取到同一个最大值。

## 解决方案说明

改为按序列表取号并加行锁，同时建立唯一索引。
`;

export const FILES = {
  'docket.yml': CONFIG,
  'people/staff/RY-002.md': STAFF,
  'records/ticket/2026/WX-2026-0003.md': TICKET,
};

export const TODAY = '2026-05-21';

export function smallProject(files: Readonly<Record<string, string>> = FILES): Project {
  return open(files, `${TODAY}T09:30:00+08:00`).analysis().project();
}

export function asking(project: Project, kind: string, more: Partial<Request> = {}): Request {
  const found = project.catalogue.kinds.get(kind);
  if (found === undefined) throw new Error(`no kind ${kind}`);
  return {
    kind: found,
    title: undefined,
    given: new Map(),
    from: undefined,
    today: TODAY,
    now: `${TODAY}T09:30:00+08:00`,
    me: 'RY-002',
    takenElsewhere: new Set(),
    ...more,
  };
}
