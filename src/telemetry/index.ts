/** Telemetry: the log that every part writes to. */
export { createLogger } from './create-logger.ts';
export type { ClosableLogger, LogDestination, LoggerOptions } from './create-logger.ts';
export { createSilentLogger } from './logger.ts';
export type { LogBindings, LogFields, Logger, LogLevel } from './logger.ts';
