#!/usr/bin/env node
/** The executable: reads the command line and hands it to `cli/`. */
import { enableCompileCache } from 'node:module';

// Before anything else is loaded, so that all of it is cached.
enableCompileCache();
const { EXIT, listenForInterrupt, run, tellCrash } = await import('./cli/index.ts');

const argv = process.argv.slice(2);
const { stdout, stderr, env } = process;
process.once('uncaughtException', (error) => {
  tellCrash(error, argv, { stderr, env });
  process.exit(EXIT.failed);
});
const interrupt = listenForInterrupt(process);
process.exitCode = await run(argv, {
  // Opened only when it is read.
  get stdin() {
    return process.stdin;
  },
  stdout,
  stderr,
  env,
  cwd: process.cwd(),
  interrupt: interrupt.signal,
});
interrupt.close();
if (interrupt.signal.aborted) {
  // What a reader that has stalled has not taken yet would keep the process.
  process.exit();
}
