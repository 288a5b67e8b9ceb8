/**
 * Who signed a commit, by gpg or ssh. Git checks the signature; whose key it is says docket.yml, so no list of allowed signers is
 * asked. Everything the repository's configuration could choose (programs, lists, levels of trust) is chosen here; the programs
 * are found where git finds its own.
 */
import type { CommitSignature } from '../../engine/workspace/repositoryFacts.ts';
import { git } from './git.ts';

const CHOSEN = [
  'gpg.program=gpg',
  'gpg.openpgp.program=gpg',
  'gpg.x509.program=gpgsm',
  'gpg.ssh.program=ssh-keygen',
  'gpg.ssh.allowedSignersFile=/dev/null',
  'gpg.ssh.revocationFile=/dev/null',
  'gpg.minTrustLevel=undefined',
].flatMap(setting => ['-c', setting]);

/** The exit code only tells whether git found the signer on a list; no list is given. */
export function commitSignatureOf(folder: string, hash: string): CommitSignature {
  const { error, code } = git(folder, [...CHOSEN, 'verify-commit', '--raw', hash]);
  if (typeof code !== 'number') return { state: 'unchecked' };
  return error.includes('[GNUPG:] ') ? byGpg(error) : bySsh(error);
}

/** `[GNUPG:] VALIDSIG FINGERPRINT … FINGERPRINT-OF-THE-MAIN-KEY` */
function byGpg(answer: string): CommitSignature {
  const said = (word: string) => new RegExp(`^\\[GNUPG:\\] (?:${word})(?: |$)`, 'm').test(answer);
  if (said('BADSIG|REVKEYSIG|EXPSIG')) return { state: 'bad' };
  if (said('ERRSIG|NO_PUBKEY')) return { state: 'unchecked' };
  const [valid, ...more] = [...answer.matchAll(/^\[GNUPG:\] VALIDSIG (.+)$/gm)];
  if (valid === undefined || more.length > 0) return { state: 'bad' };
  const words = (valid[1] ?? '').trim().split(' ');
  return { state: 'good', keys: [...new Set([words[0] ?? '', words.at(-1) ?? ''])] };
}

function bySsh(answer: string): CommitSignature {
  const key = /^Good "git" signature with \S+ key (SHA256:\S+)$/m.exec(answer)?.[1];
  if (key !== undefined) return { state: 'good', keys: [key] };
  if (/cannot run |is needed for ssh signature verification/.test(answer)) return { state: 'unchecked' };
  return { state: answer.trim() === '' ? 'unsigned' : 'bad' };
}
