/** What a reporter needs to name the place of a finding and to quote its line: the commit in the making, and a line without secrets. */
export { NEW_COMMIT } from '../../model/entry.ts';
export { concealed } from '../../rules/secrets.ts';
