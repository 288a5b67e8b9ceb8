/** `npm run bench:editing -- DIR` */
await import('../bench/editing.ts');
