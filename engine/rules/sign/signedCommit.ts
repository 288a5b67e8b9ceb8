import type { Words } from '../../base/words.ts';
import { type Entry, placeOf } from '../../model/entry.ts';
import { modelled } from '../../model/read/modelled.ts';
import type { CommitSignature, CommitHistory } from '../../workspace/repositoryFacts.ts';
import type { Project } from '../project.ts';
import { type PlacedRecord, recordIn, recordOn } from '../recordIn.ts';
import { crossRule, type ExampleRepository, type Remark } from '../rule.ts';
import { alteredSince } from './alteredSince.ts';
import { type Signature, signaturesOf } from './signatures.ts';
import { signingKeysOf } from './signingKeys.ts';

const KEY = 'SHA256:gfTzqcn72Rx9cx5w554sdbBM4Sxh57h6fyocHhm2InQ';
const OTHER = 'SHA256:0000qcn72Rx9cx5w554sdbBM4Sxh57h6fyocHhm2InQ';
const BG = 'records/change-approval/2026/BG-2026-0005.md';
const CONFIG = {
  'docket.yml': `people:\n  - { id: A-02, name: 何科长 }\nsigning_keys:\n  - { person: A-02, key: "${KEY}" }\n`,
};
const form = (method: string, more = '') =>
  `---\nrisk: low\n${more}signatures:\n  - { role: approved, name: 何科长, date: 2026-04-02, method: ${method} }\n---\n# 超期预警\n\n## 修改内容\n\n增加预警任务。\n`;
const FORM = { ...CONFIG, [BG]: form('«commit»') };
const commits = (signed?: string, text = form('commit')): ExampleRepository => ({
  commits: [
    {
      message: '批准超期预警\n\nDoc: BG-2026-0005\n',
      at: '2026-04-02T15:00:00+08:00',
      files: [BG],
      tree: { [BG]: text },
      ...(signed ? { signed } : {}),
    },
  ],
});

export const signedCommit = crossRule({
  id: 'sign/signed-commit',
  says: {
    zh: '以签名提交签署的，有本人登记的密钥签名的提交，含所签署的内容。',
    en: 'A signature by signed commit has such a commit: signed with a registered key of the signer, with the content that is signed.',
  },
  why: {
    zh: '签名提交由密钥证明是谁、签了什么；没有签名、不是本人的密钥，或签署之后内容又改了，就不是他的签署。',
    en: 'The key proves who signed what; a commit without a signature, with another key or with other content is not the signature of that person.',
  },
  basis: 'practice',
  severity: 'error',
  examples: [
    {
      bad: { [BG]: form('«commit»') },
      message:
        '“何科长”在 docket.yml 的 signing_keys 没有登记密钥，签名提交不算签署；请登记其 SSH 公钥或 GPG 指纹，或改用其他签署方式。',
    },
    {
      bad: FORM,
      repository: {},
      message: '没有提交含有“何科长”的这项签署；请由本人提交本文件：git commit -S，提交说明写 Doc: BG-2026-0005。',
    },
    {
      bad: FORM,
      repository: commits(),
      message:
        '含有“何科长”签署的提交 11111111 没有签名；请由本人重新提交：git commit -S，提交说明写 Doc: BG-2026-0005。',
    },
    {
      bad: FORM,
      repository: commits(OTHER),
      message:
        '含有“何科长”签署的提交 11111111 不是用登记在其名下的密钥签的；请由本人重新提交：git commit -S，提交说明写 Doc: BG-2026-0005。',
    },
    {
      bad: FORM,
      repository: commits('bad'),
      message:
        '含有“何科长”签署的提交 11111111 签名无效；请由本人重新提交：git commit -S，提交说明写 Doc: BG-2026-0005。',
    },
    {
      bad: FORM,
      repository: commits('unchecked'),
      message: '提交 11111111 的签名在本机无法核验：没有所用的公钥（gpg --import），或没有 gpg、ssh-keygen 程序。',
    },
    {
      bad: FORM,
      repository: commits(KEY, form('commit').replace('增加预警任务', '增加预警规则')),
      message: '“何科长”在提交 11111111 签署之后，“修改内容”又有改动；请恢复所签署的内容，或由本人重新签署。',
    },
    {
      bad: FORM,
      repository: commits(KEY, form('commit').replace('low', 'high')),
      message: '“何科长”在提交 11111111 签署之后，“风险等级”又有改动；请恢复所签署的内容，或由本人重新签署。',
    },
    { good: { ...CONFIG, [BG]: form('commit') }, repository: commits(KEY) },
    // Content added after the signature was not signed and does not affect it.
    {
      good: { ...CONFIG, [BG]: `${form('commit', 'result: success\n')}\n## 实施结果\n\n正常。\n` },
      repository: commits(KEY),
    },
    { good: { ...CONFIG, [BG]: form('wet') }, repository: {} },
  ],

  *check(entry, project) {
    if (entry.broken) return;
    for (const [n, signature] of signaturesOf(entry.data).entries()) {
      if (signature.method !== 'commit') continue;
      const found = fault(signature, entry as Entry, project);
      if (found !== undefined) yield { ...found, at: placeOf(entry as Entry, `/signatures/${n}/method`), id: entry.id };
    }
  },
});

type Fault = Omit<Remark, 'at'>;

function fault(signature: Signature, entry: Entry, project: Project): Fault | undefined {
  const { name = '' } = signature;
  const keys = signingKeysOf(name, project);
  if (keys.size === 0) return { say: unregistered(name) };
  const history = project.repository?.history;
  const now = history && recordOn(project.get(modelled, entry.path), entry.id);
  if (history === undefined || now === undefined) return undefined;
  const signings = signingsOf(signature, entry, history, project);
  const own = signings.filter(({ made }) => made.state === 'good' && made.keys.some(key => keys.has(key)));
  const alterations = own.map(({ commit, record }) => ({ commit, what: alteredSince(record, now) }));
  if (alterations.some(({ what }) => what === undefined)) return undefined;
  for (const { commit, what } of alterations) if (what !== undefined) return { say: changed(name, commit, what) };
  const unsure = signings.find(({ made }) => made.state === 'unchecked');
  if (unsure !== undefined) return { say: unchecked(unsure.commit), severity: 'info' };
  const [newest] = signings;
  return { say: newest === undefined ? missing(name, entry.id) : refused(name, newest, entry.id) };
}

interface Signing {
  /** The first characters of its hash. */
  readonly commit: string;
  readonly made: CommitSignature;
  /** The record at the time of the signature. */
  readonly record: PlacedRecord;
}

/** The commits that name the record and have this signature in it, newest first. */
function signingsOf(signature: Signature, entry: Entry, history: CommitHistory, { get }: Project): readonly Signing[] {
  return history
    .commitsNaming(entry.id)
    .flatMap(({ hash }): readonly Signing[] => {
      const record = hash === undefined ? undefined : recordIn(history.treeOf(hash), entry, get);
      if (hash === undefined || record === undefined || !signaturesOf(record.placed.entry.data).some(isSame(signature)))
        return [];
      return [{ commit: hash.slice(0, 8), made: history.signatureOf(hash), record }];
    })
    .reverse();
}

function isSame({ role, name, date, method }: Signature): (other: Signature) => boolean {
  return other => other.role === role && other.name === name && other.date === date && other.method === method;
}

function unregistered(name: string): Words {
  return {
    zh: `“${name}”在 docket.yml 的 signing_keys 没有登记密钥，签名提交不算签署；请登记其 SSH 公钥或 GPG 指纹，或改用其他签署方式。`,
    en: `signing_keys of docket.yml has no key of ${name}, so a signed commit does not count: register the ssh key or gpg fingerprint, or sign in another way.`,
  };
}

function missing(name: string, id: string): Words {
  return {
    zh: `没有提交含有“${name}”的这项签署；请由本人提交本文件：git commit -S，提交说明写 Doc: ${id}。`,
    en: `No commit holds this signature of ${name}: have the signer commit the file with git commit -S and “Doc: ${id}” in the message.`,
  };
}

function refused(name: string, { commit, made }: Signing, id: string): Words {
  const why = WHY[made.state];
  return {
    zh: `含有“${name}”签署的提交 ${commit} ${why.zh}；请由本人重新提交：git commit -S，提交说明写 Doc: ${id}。`,
    en: `The commit ${commit} with the signature of ${name} ${why.en}: have the signer commit again with git commit -S and “Doc: ${id}” in the message.`,
  };
}

const WHY: Readonly<Record<CommitSignature['state'], Words>> = {
  unsigned: { zh: '没有签名', en: 'is not signed' },
  bad: { zh: '签名无效', en: 'has an invalid signature' },
  unchecked: { zh: '的签名没有核验', en: 'has a signature that was not checked' },
  good: { zh: '不是用登记在其名下的密钥签的', en: 'is signed with a key that is not registered for this person' },
};

function unchecked(commit: string): Words {
  return {
    zh: `提交 ${commit} 的签名在本机无法核验：没有所用的公钥（gpg --import），或没有 gpg、ssh-keygen 程序。`,
    en: `Add the missing public key (gpg --import) or program (gpg, ssh-keygen): the signature of commit ${commit} cannot be checked here.`,
  };
}

function changed(name: string, commit: string, what: Words): Words {
  return {
    zh: `“${name}”在提交 ${commit} 签署之后，“${what.zh}”又有改动；请恢复所签署的内容，或由本人重新签署。`,
    en: `After ${name} signed with commit ${commit}, “${what.en}” was changed: restore what was signed, or have it signed again.`,
  };
}
