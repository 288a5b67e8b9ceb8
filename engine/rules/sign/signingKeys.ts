/** The keys in `signing_keys` of docket.yml, as fingerprints. */
import type { Staff } from '../../../docs-schema/generated/types.ts';
import { sha256Hex } from '../../base/sha256.ts';
import type { Project } from '../project.ts';

/** The fingerprints of the person that a signature names. */
export function signingKeysOf(name: string, project: Project): ReadonlySet<string> {
  const own = project.config.signingKeys.filter(({ person }) => person === name || nameOf(person, project) === name);
  return new Set(own.map(({ key }) => fingerprintOf(key)));
}

function nameOf(person: string, project: Project): string | undefined {
  const purchaser = project.config.people.find(({ id }) => id === person);
  return purchaser?.name ?? project.entry<Staff>(person)?.data.name;
}

/**
 * The fingerprint of a key: `ssh-ed25519 AAAA…` → `SHA256:…` as ssh-keygen prints it; for gpg the hexadecimal digits
 * without spaces.
 */
function fingerprintOf(key: string): string {
  const blob = /^\S+ (?=AAAA)((?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?)(?:\s|$)/.exec(key)?.[1];
  if (blob === undefined) return key.startsWith('SHA256:') ? key : key.replaceAll(' ', '').toUpperCase();
  const bytes = Uint8Array.from(atob(blob), letter => letter.charCodeAt(0));
  const digest = sha256Hex(bytes).match(/../g) ?? [];
  return `SHA256:${btoa(String.fromCharCode(...digest.map(pair => Number.parseInt(pair, 16)))).replace(/=+$/, '')}`;
}
