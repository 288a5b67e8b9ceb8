/** `docket lsp --stdio`: the language server, for editors other than VS Code. */
import type { Command } from '../command.ts';

export const lsp: Command = {
  options: [{ flags: '--stdio', says: { zh: '经标准输入输出通信', en: 'talk over standard input and output' } }],

  async run() {
    await import('../../server/lsp.ts');
    // The connection ends the process when the editor goes.
    return new Promise<never>(() => {});
  },
};
