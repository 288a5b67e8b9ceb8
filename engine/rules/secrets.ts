/**
 * Passwords, keys and tokens in a text, in the forms people write them; and a line of text in a form that may be shown
 * to others.
 */
import type { Span } from '../base/text.ts';
import type { Words } from '../base/words.ts';
import { ID_NUMBER, masked, MOBILE } from './runner/mask.ts';

/** A secret in a text. */
interface Secret {
  readonly what: Words;
  /** The secret masked, with enough left to find it. */
  readonly shown: string;
  readonly span: Span;
}

/** The secrets of a text, by form. */
export function* secretsIn(text: string): Iterable<Secret> {
  if (!HINT.test(text)) return;
  for (const { what, pattern, head } of FORMS) {
    for (const match of text.matchAll(pattern)) {
      const secret = match[1] ?? match[0];
      if (isHarmless(secret)) continue;
      const start = match.index + match[0].lastIndexOf(secret);
      const shown = head < secret.length ? `${secret.slice(0, head)}****` : secret;
      yield { what, shown, span: { start, end: start + secret.length } };
    }
  }
}

/** A line as output may quote it: personal numbers and secrets are masked, and every character keeps its position. */
export function concealed(line: string): string {
  const characters = line
    .replace(ID_NUMBER, number => masked(number))
    .replace(MOBILE, number => masked(number))
    .split('');
  for (const { shown, span } of secretsIn(line)) {
    const from = span.start + shown.replace(/\*+$/, '').length;
    characters.fill('*', Math.min(from, span.end), span.end);
  }
  return characters.join('');
}

/** A quick test: most documents contain none of these words and need no further search. */
const HINT = /passw|pwd|secret|token|密码|口令|密钥|令牌|jdbc:|:\/\/|PRIVATE KEY|AKIA|LTAI|gh[pousr]_|glpat-/i;

interface Form {
  readonly what: Words;
  /** The first group is the secret; without a group, the whole match is. */
  readonly pattern: RegExp;
  /** The number of its first characters that may be shown. */
  readonly head: number;
}

const PASSWORD: Words = { zh: '口令', en: 'password' };
const TOKEN: Words = { zh: '令牌', en: 'token' };

const FORMS: readonly Form[] = [
  {
    what: { zh: '私钥', en: 'private key' },
    pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----(?=\s+[A-Za-z0-9+/=])/g,
    head: 40,
  },
  { what: PASSWORD, pattern: /jdbc:oracle:thin:[^\s/@]+\/([^\s@]+)@/gi, head: 1 },
  { what: PASSWORD, pattern: /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s:/@]+:([^\s:/@]{3,})@[\w.-]+/gi, head: 1 },
  {
    what: PASSWORD,
    pattern: /(?<!\$\{[\w.-]{0,40})(?:password|passwd|pwd)["']?[ \t]*[=:：][ \t]*["']?([^\s"'`,;|（）()]{4,})/gi,
    head: 1,
  },
  { what: PASSWORD, pattern: /(?:密码|口令)[ \t]*[=:：][ \t]*([\x21-\x7E]{4,})/g, head: 1 },
  {
    what: { zh: '密钥', en: 'key' },
    pattern: /(?:secret|api[_-]?key|access[_-]?key|token)["']?[ \t]*[=:][ \t]*["']?([\w+/.=-]{12,})/gi,
    head: 2,
  },
  {
    what: TOKEN,
    pattern: /\b(?:AKIA[0-9A-Z]{16}|LTAI[0-9A-Za-z]{12,20}|gh[pousr]_[0-9A-Za-z]{36}|glpat-[\w-]{20,})\b/g,
    head: 4,
  },
];

/** Whether a text only takes the place of a secret: a variable, stars, a hint in brackets, a word for “none”. */
function isHarmless(secret: string): boolean {
  return (
    /^[$%{<【[]|^\W+$|[*xX•]{3,}|EXAMPLE$|^(?:null|none|true|false|changeme|your|example|string|varchar)/i.test(
      secret,
    ) || /\p{Script=Han}/u.test(secret)
  );
}
