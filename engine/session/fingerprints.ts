/** What tells a finding from others, for platforms that compare the findings of two runs. */
export { fingerprints } from '../rules/runner/fingerprint.ts';
