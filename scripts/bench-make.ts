/** `npm run bench:make -- S|M|L DIR` */
await import('../bench/make.ts');
