/** For reporters that quote a finding: the name of the commit in the making, and lines with secrets hidden. */
export { NEW_COMMIT } from '../../model/entry.ts';
export { concealed } from '../../rules/secrets.ts';
