import { documentRule } from '../rule.ts';
import { secretsIn } from '../secrets.ts';
import { atSpan } from '../../model/place.ts';

export const credential = documentRule({
  id: 'secret/credential',
  says: { zh: '文档里没有口令、密钥和令牌。', en: 'No document contains a password, a key or a token.' },
  why: {
    zh: '提交到版本库的口令无法彻底删除，等于已经公开；只能更换。',
    en: 'A password that was committed cannot be withdrawn; it can only be changed.',
  },
  clauses: ['C4.9-06'],
  severity: 'error',
  examples: [
    {
      bad: {
        'docs/deploy.md':
          '# 部署\n\n```\nspring.datasource.password=«Zz9l!2025»\nurl: jdbc:oracle:thin:app/«S3cret99»@db01:1521/zzgl\n```\n',
      },
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
    for (const { what, shown, span } of secretsIn(text)) {
      yield {
        at: atSpan(path, span),
        say: {
          zh: `出现${what.zh} ${shown}：请删去并立即更换，文档中改写口令的保管位置。`,
          en: `Delete this ${what.en}, ${shown}, change it at once, and write where it is kept instead.`,
        },
      };
    }
  },
});
