import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/extension/**', 'node_modules/**'],
    globalSetup: 'test/buildProgram.ts',
    setupFiles: ['test/grammars.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // By itself vitest leaves one core free: of two it would use one, and most tests wait for a process they started.
    maxWorkers: '100%',
    // What a test says must not depend on where and when it runs.
    env: { TZ: 'Asia/Shanghai', LC_ALL: 'C.UTF-8', NO_COLOR: '1' },
  },
});
