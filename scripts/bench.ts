/** `npm run bench -- DIR…`: builds, then measures. */
await import('./build.ts');
await import('../bench/run.ts');
