/**
 * 48 bits that tell texts apart: two lanes of multiplying and shifting. Twenty times as fast as SHA-256 in plain arithmetic, which
 * counts where a hundred thousand files are compared; no proof against somebody who wants two texts to look the same.
 */
export class QuickHash {
  #one = 0x9e3779b9 | 0;
  #two = 0x85ebca6b | 0;

  /** A character code, or any number that stands for something. */
  add(code: number): void {
    const one = Math.imul(this.#one ^ code, 0x9e3779b1);
    const two = Math.imul(this.#two ^ code, 0x5f356495);
    this.#one = one ^ (one >>> 15);
    this.#two = two ^ (two >>> 13);
  }

  /** Part of a text; a line ends with LF, however it is written. */
  addText(text: string, start = 0, end = text.length): void {
    for (let at = start; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code !== 13 || text.charCodeAt(at + 1) !== 10) this.add(code);
    }
  }

  /** Twelve lower-case hexadecimal digits. */
  digits(): string {
    const one = mixed(this.#one ^ Math.imul(this.#two, 0x85ebca6b));
    const two = mixed(this.#two ^ Math.imul(this.#one, 0xc2b2ae35));
    return (two & 0xffff).toString(16).padStart(4, '0') + (one >>> 0).toString(16).padStart(8, '0');
  }
}

function mixed(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}
