/** Who computes where: child processes for native work, worker threads for long plain work. */
export { findProgram } from './find-program.ts';
export { lowerPriority } from './priority.ts';
export { createProcessPool } from './process-pool.ts';
export type { PoolLoad, ProcessPool, ProcessPoolOptions, RunOptions } from './process-pool.ts';
export { serveChild } from './serve-child.ts';
export type { ChildWork } from './serve-child.ts';
export { createWorkerPool } from './worker-pool.ts';
export type { WorkerPool, WorkerPoolOptions } from './worker-pool.ts';
