/** What a bench ran on: numbers without it mean nothing. */
import { availableParallelism, cpus } from 'node:os';

/** One line: processor, cores that this process may use, Node and system. */
export function machineLine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  return `${model}, ${availableParallelism()} cores, Node ${process.versions.node}, ${process.platform} ${process.arch}`;
}
