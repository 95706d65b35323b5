/** Media: turns an untrusted recording into its identity, its facts, and a stream of 16 kHz mono sound. */
export type { DecodeSummary, Decoding } from './decode/decode.ts';
export type { Identity } from './inspect/identify.ts';
export type { Probe } from './inspect/probe.ts';
export type { MediaLimits } from './limits.ts';
export { createMedia } from './media.ts';
export type { Media, MediaOptions, ToolStatus } from './media.ts';
export { createScratch } from './scratch.ts';
export type { Scratch, ScratchOptions, Spooled } from './scratch.ts';
export type { ToolName } from './child/tools.ts';
