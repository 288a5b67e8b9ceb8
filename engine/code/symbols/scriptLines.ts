/** Where a line of JavaScript or TypeScript goes on with the one before, and where a brace is a type. */
import type { CodeView } from '../codeView.ts';

/** `: { … }`, `| { … }`, `=> { … }` */
export function isTypeMark(code: CodeView, n: number): boolean {
  const text = code.text(n);
  return (
    /^[:|&<,?(=[]$/.test(text) ||
    (text === '>' && code.text(n - 1) === '=') ||
    /^(?:keyof|typeof|is|extends|infer|readonly|asserts|in|as|satisfies)$/.test(text)
  );
}

/** Whether a line goes on with the statement before it, as no semicolon is put there. */
export function continues(code: CodeView, n: number): boolean {
  const text = code.text(n);
  const before = code.text(n - 1);
  if (/^[-.?:&|+*/%=<>,([^`]$/.test(text) || /^[`]/.test(text) || /^(?:instanceof|in|of|as|satisfies|extends|implements)$/.test(text))
    return !isPostfix(code, n);
  return /^[-.?:&|+*/%=<,(^!~]$/.test(before) ? !isPostfix(code, n) : isArrow(code, n - 1) || OPERATOR_WORDS.test(before);
}

function isArrow(code: CodeView, n: number): boolean {
  return code.text(n) === '>' && code.text(n - 1) === '=';
}

function isPostfix(code: CodeView, n: number): boolean {
  const before = code.text(n - 1);
  if (before === '!') return code.end(n - 2) === code.start(n - 1) && code.deeper(n - 2) <= 0;
  return (before === '+' || before === '-') && code.text(n - 2) === before;
}

const OPERATOR_WORDS = /^(?:typeof|instanceof|in|new|await|delete|as|satisfies|extends|implements|return|throw|case|keyof|async)$/;
