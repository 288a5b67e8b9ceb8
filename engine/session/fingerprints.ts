/** Fingerprints of findings, for platforms that compare the findings of two runs. */
export { fingerprints } from '../rules/runner/fingerprint.ts';
