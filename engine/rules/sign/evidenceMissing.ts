import { sha256Hex } from '../../base/sha256.ts';
import { placeOf } from '../../model/entry.ts';
import type { Project } from '../project.ts';
import { crossRule, type Remark } from '../rule.ts';
import { type Signature, signaturesOf } from './signatures.ts';

export const evidenceMissing = crossRule({
  id: 'sign/evidence-missing',
  says: {
    zh: '手签和电子签章有凭证：扫描件存在且摘要一致，或有档案号。',
    en: 'Handwritten and sealed signatures have evidence: a file with the recorded digest, or an archive number.',
  },
  why: {
    zh: '签字要能拿出原件或扫描件；文件换过而摘要没变，或写了没有的文件，等于没签。',
    en: 'A signature must be proved: a file that is missing, or that differs from its digest, proves nothing.',
  },
  clauses: ['C3.2-21', 'C6-4d'],
  severity: 'error',
  examples: [
    {
      bad: {
        'records/signoff-batch/2026/QZ-2026-05.md':
          '---\nsignatures:\n  - { role: user_confirm, name: 方老师, date: 2026-06-03, method: wet, evidence: «evidence/QZ-2026-05.pdf» }\n  - { role: contractor, name: 赵一, date: 2026-06-03, method: wet, evidence: evidence/QZ-2026-05.pdf }\n---\n# 五月\n',
      },
      message: '签署凭证 evidence/QZ-2026-05.pdf 不在项目中。',
    },
    {
      bad: {
        'evidence/QZ-2026-05.txt': 'abc',
        'records/signoff-batch/2026/QZ-2026-05.md':
          '---\nsignatures:\n  - role: user_confirm\n    name: 方老师\n    date: 2026-06-03\n    method: wet\n    evidence: evidence/QZ-2026-05.txt\n    sha256: «aa7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad»\n---\n# 五月\n',
      },
      message: '签署凭证 evidence/QZ-2026-05.txt 的内容与登记的 SHA-256 不符，文件的摘要是 ba7816bf8f01…。',
    },
    {
      bad: {
        'records/signoff-batch/2026/QZ-2026-05.md':
          '---\nsignatures:\n  - { role: user_confirm, name: «方老师», date: 2026-06-03, method: eseal }\n---\n# 五月\n',
      },
      message: '“方老师”的签署没有凭证：填写扫描件路径或档案号（evidence）。',
    },
    {
      good: {
        'evidence/QZ-2026-05.txt': 'abc',
        'records/signoff-batch/2026/QZ-2026-05.md':
          '---\nsignatures:\n  - { role: user_confirm, name: 方老师, date: 2026-06-03, method: wet, evidence: evidence/QZ-2026-05.txt, sha256: ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad }\n  - { role: contractor, name: 赵一, date: 2026-06-03, method: wet, evidence: 档案 2026-运维-015 }\n  - { role: handler, name: 钱二, date: 2026-06-03, method: dingtalk }\n---\n# 五月\n',
      },
    },
  ],

  *check(entry, project) {
    if (entry.broken) return;
    const told = new Set<string>();
    for (const [n, signature] of signaturesOf(entry.data).entries()) {
      if (signature.method !== 'wet' && signature.method !== 'eseal') continue;
      const found = fault(signature, project);
      if (found === undefined || told.has(found.say.zh)) continue;
      // A sheet that several people signed is one piece of evidence, so there is one finding.
      told.add(found.say.zh);
      yield { ...found, at: placeOf(entry as never, `/signatures/${n}${found.part}`), id: entry.id };
    }
  },
});

type Fault = Omit<Remark, 'at'> & { readonly part: string };

function fault({ name, evidence, sha256 }: Signature, project: Project): Fault | undefined {
  if (typeof evidence !== 'string' || evidence.trim() === '') {
    const say = {
      zh: `“${name ?? ''}”的签署没有凭证：填写扫描件路径或档案号（evidence）。`,
      en: `The signature of ${name ?? ''} has no evidence: give the path of the scan or its archive number (evidence).`,
    };
    return { part: '/name', say };
  }
  if (!isFilePath(evidence)) return undefined;
  const bytes = project.exists(evidence) ? project.bytes(evidence) : undefined;
  if (bytes === undefined) {
    return {
      part: '/evidence',
      say: {
        zh: `签署凭证 ${evidence} 不在项目中。`,
        en: `The evidence ${evidence} is not in the project: add the file or correct the path.`,
      },
    };
  }
  const digest = digestOf(bytes);
  if (typeof sha256 !== 'string' || sha256.toLowerCase() === digest) return undefined;
  const short = `${digest.slice(0, 12)}…`;
  const say = {
    zh: `签署凭证 ${evidence} 的内容与登记的 SHA-256 不符，文件的摘要是 ${short}。`,
    en: `The evidence ${evidence} does not match its SHA-256: the digest of the file is ${short}. Restore the file or correct the digest.`,
  };
  return { part: '/sha256', say };
}

/** Whether an evidence is a path, `evidence/QZ-2026-05.pdf`, and not an archive number, `档案 2026-运维-015`. */
function isFilePath(evidence: string): boolean {
  return /^[^\s:：]+\.[A-Za-z0-9]{2,5}$/.test(evidence);
}

/** The digest of a file. A pointer file of Git LFS contains the digest of the real file. */
function digestOf(bytes: Uint8Array): string {
  const text = bytes.length < 1_000 ? new TextDecoder().decode(bytes) : '';
  const stored = /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n[\s\S]*^oid sha256:([0-9a-f]{64})$/m.exec(
    text,
  )?.[1];
  return stored ?? sha256Hex(bytes);
}
