import type { Words } from '../../base/words.ts';
import { documentRule } from '../rule.ts';

export const credential = documentRule({
  id: 'secret/credential',
  says: { zh: '文档里没有口令、密钥和令牌。', en: 'No document holds a password, a key or a token.' },
  why: {
    zh: '进了版本库的口令删不干净，等于公开；只能更换。',
    en: 'A password in a repository cannot be taken back; it can only be changed.',
  },
  clauses: ['C4.9-06'],
  severity: 'error',
  examples: [
    {
      bad: { 'docs/deploy.md': '# 部署\n\n```\nspring.datasource.password=«Zz9l!2025»\nurl: jdbc:oracle:thin:app/«S3cret99»@db01:1521/zzgl\n```\n' },
      message: '出现口令 Z****：请删去并立即更换，文档中改写口令的保管位置。',
    },
    {
      bad: {
        'docs/deploy.md':
          '# 部署\n\n数据库密码：«Abc12345»\n\n令牌 «ghp_0123456789abcdefghijABCDEFGHIJ012345»\n\n«-----BEGIN RSA PRIVATE KEY-----»\nMIIE\n',
      },
      message: '出现私钥 -----BEGIN RSA PRIVATE KEY-----：请删去并立即更换，文档中改写口令的保管位置。',
    },
    {
      good: {
        'docs/deploy.md':
          '# 部署\n\npassword=${DB_PASSWORD}\n\nurl: ${spring.password:unset}\n\npassword: ******\n\n密码：见密码信封第 3 号\n\n密码：用户自行设置，长度不少于 8 位\n\njdbc:oracle:thin:@db01:1521/zzgl\n\npassword 字段已加密，token 有效期 30 分钟\n\n密码=<由管理员填写>\n\nAKIAIOSFODNN7EXAMPLE\n\n-----BEGIN PRIVATE KEY-----\n<略>\n',
      },
    },
  ],

  *check({ document: { path, text } }) {
    if (!HINT.test(text)) return;
    for (const { what, pattern, head } of FORMS) {
      for (const match of text.matchAll(pattern)) {
        const secret = match[1] ?? match[0];
        if (isHarmless(secret)) continue;
        const start = match.index + match[0].lastIndexOf(secret);
        const shown = head < secret.length ? `${secret.slice(0, head)}****` : secret;
        yield {
          at: { path, span: { start, end: start + secret.length } },
          say: {
            zh: `出现${what.zh} ${shown}：请删去并立即更换，文档中改写口令的保管位置。`,
            en: `Here is a ${what.en}, ${shown}: delete it, change it at once, and write where it is kept instead.`,
          },
        };
      }
    }
  },
});

/** Most documents hold none of these words and are done with at once. */
const HINT = /passw|pwd|secret|token|密码|口令|密钥|令牌|jdbc:|:\/\/|PRIVATE KEY|AKIA|LTAI|gh[pousr]_|glpat-/i;

interface Form {
  readonly what: Words;
  /** Its first group is the secret; without one, all of it. */
  readonly pattern: RegExp;
  /** How many of its first characters may be shown. */
  readonly head: number;
}

const PASSWORD: Words = { zh: '口令', en: 'password' };
const TOKEN: Words = { zh: '令牌', en: 'token' };

const FORMS: readonly Form[] = [
  { what: { zh: '私钥', en: 'private key' }, pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----(?=\s+[A-Za-z0-9+/=])/g, head: 40 },
  { what: PASSWORD, pattern: /jdbc:oracle:thin:[^\s/@]+\/([^\s@]+)@/gi, head: 1 },
  { what: PASSWORD, pattern: /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s:/@]+:([^\s:/@]{3,})@[\w.-]+/gi, head: 1 },
  { what: PASSWORD, pattern: /(?<!\$\{[\w.-]{0,40})(?:password|passwd|pwd)["']?[ \t]*[=:：][ \t]*["']?([^\s"'`,;|（）()]{4,})/gi, head: 1 },
  { what: PASSWORD, pattern: /(?:密码|口令)[ \t]*[=:：][ \t]*([\x21-\x7E]{4,})/g, head: 1 },
  { what: { zh: '密钥', en: 'key' }, pattern: /(?:secret|api[_-]?key|access[_-]?key|token)["']?[ \t]*[=:][ \t]*["']?([\w+/.=-]{12,})/gi, head: 2 },
  { what: TOKEN, pattern: /\b(?:AKIA[0-9A-Z]{16}|LTAI[0-9A-Za-z]{12,20}|gh[pousr]_[0-9A-Za-z]{36}|glpat-[\w-]{20,})\b/g, head: 4 },
];

/** A variable, stars, a hint in brackets, a word for none: what people write instead of a secret. */
function isHarmless(secret: string): boolean {
  return (
    /^[$%{<【[]|^\W+$|[*xX•]{3,}|EXAMPLE$|^(?:null|none|true|false|changeme|your|example|string|varchar)/i.test(secret) ||
    /\p{Script=Han}/u.test(secret)
  );
}
