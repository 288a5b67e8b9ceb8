/** `npm run bench:server -- DIR` */
await import('./build.ts');
await import('../bench/serverStart.ts');
