/** Every format of `check`, by name, loaded when asked for. */
import type { Reporter } from './reporter.ts';

export const reporters: Readonly<Record<string, () => Promise<Reporter>>> = {
  pretty: async () => (await import('./pretty.ts')).pretty,
  json: async () => (await import('./json.ts')).json,
};
