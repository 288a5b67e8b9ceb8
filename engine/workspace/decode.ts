/**
 * Decodes bytes to text and reports what was wrong with the bytes. Documents are UTF-8; another encoding is reported as
 * a fault, never decoded in silence. Never throws.
 */
import type { FileContent } from './files.ts';

/**
 * `gb18030`, `utf-16`: decoded from that encoding. `not-utf-8`: an unknown encoding, read with replacement characters.
 */
export type EncodingFault = 'gb18030' | 'utf-16' | 'not-utf-8' | 'nul' | 'bom' | 'too-large' | 'unreadable';

/** The text of a file, and the fault of its encoding if there is one. */
export interface Decoded {
  readonly text: string;
  readonly fault?: EncodingFault;
  /** More about the fault: the reason why the file cannot be read, or its size. */
  readonly detail?: string;
}

/**
 * The text of a file. It is empty when the file is absent, too large or unreadable. A BOM stays in the text; NUL
 * characters become U+FFFD.
 */
export function decode(content: FileContent): Decoded {
  switch (content.state) {
    case 'text':
      return withoutBom(content.text);
    case 'absent':
      return { text: '' };
    case 'too-large':
      return { text: '', fault: 'too-large', detail: `${Math.round(content.size / 1e6)} MB` };
    case 'unreadable':
      return { text: '', fault: 'unreadable', detail: content.reason };
    case 'bytes':
      return decodeBytes(content.bytes);
  }
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decodeBytes(bytes: Uint8Array): Decoded {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    const text = new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
    return { text: withoutNul(text), fault: 'utf-16' };
  }
  try {
    return withoutBom(UTF8.decode(bytes));
  } catch {
    return decodeOldChinese(bytes);
  }
}

function withoutBom(text: string): Decoded {
  if (text.includes('\0')) return { text: withoutNul(text), fault: 'nul' };
  return text.startsWith('\uFEFF') ? { text, fault: 'bom' } : { text };
}

/** Nearly every byte string is valid GB18030, so GB18030 is reported only when the result reads as Chinese text. */
function decodeOldChinese(bytes: Uint8Array): Decoded {
  const text = new TextDecoder('gb18030').decode(bytes);
  const strange = /[\uFFFD\0-\x08\x0E-\x1F\uE000-\uF8FF]/.test(text);
  if (!strange && /\p{Script=Han}/u.test(text)) return { text, fault: 'gb18030' };
  return { text: withoutNul(new TextDecoder('utf-8').decode(bytes)), fault: 'not-utf-8' };
}

/** CommonMark asks for this replacement. One of the two parsers does it itself, the other stops at a NUL. */
function withoutNul(text: string): string {
  return text.replaceAll('\0', '\uFFFD');
}
