/** Makes values fit for a log line: no secret, no transcript, no endless or binary value, errors with their cause. */
import type { LogFields } from './logger.ts';

/** How deep a value is followed; deeper parts are named by their type alone. */
const MAX_DEPTH = 5;
const MAX_ITEMS = 50;
const MAX_TEXT_LENGTH = 4000;

const SECRET_NAME = /authori[sz]ation|cookie|passw|secret|token|credential|api_?-?key|private_?-?key|^key$/i;
/** What was said in a recording is as private as a password. */
const SPOKEN_NAME = /^(?:transcript|words|text|prompt)$/i;
const SECRET_IN_TEXT = /\b(Bearer|Basic)\s+[\w.~+/=-]{8,}/gi;
/** Name and password in an address. */
const CREDENTIALS_IN_ADDRESS = /:\/\/[^\s/?#@]+@/g;

/** The fields of a line, safe to write. Numbers and flags stay whatever their name: a count of tokens is no secret. */
export function toLoggable(fields: LogFields): Record<string, unknown> {
  return fieldsOf(fields, 0);
}

function fieldsOf(fields: object, depth: number): Record<string, unknown> {
  const safe: Record<string, unknown> = {};
  const entries = Object.entries(fields);
  for (const [name, value] of entries.slice(0, MAX_ITEMS)) {
    safe[name] = isPrivate(name, value) ? '***' : valueOf(value, depth + 1);
  }
  if (entries.length > MAX_ITEMS) {
    safe['…'] = `[${entries.length - MAX_ITEMS} more]`;
  }
  return safe;
}

function isPrivate(name: string, value: unknown): boolean {
  const harmless = value == null || typeof value === 'number' || typeof value === 'boolean';
  return !harmless && (SECRET_NAME.test(name) || SPOKEN_NAME.test(name));
}

function valueOf(value: unknown, depth: number): unknown {
  if (typeof value === 'string') {
    return textOf(value);
  }
  if (typeof value === 'bigint' || typeof value === 'symbol' || typeof value === 'function') {
    return String(value).slice(0, MAX_TEXT_LENGTH);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (value instanceof Error) {
    return errorOf(value, depth);
  }
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) {
    return `[${value.byteLength} bytes]`;
  }
  if (depth >= MAX_DEPTH) {
    return Array.isArray(value) ? '[array]' : '[object]';
  }
  if (Array.isArray(value)) {
    const items = value.slice(0, MAX_ITEMS).map((item) => valueOf(item, depth + 1));
    return value.length > MAX_ITEMS ? [...items, `[${value.length - MAX_ITEMS} more]`] : items;
  }
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  }
  if (value instanceof URL) {
    return textOf(value.href);
  }
  return fieldsOf(value, depth);
}

function errorOf(error: Error, depth: number): Record<string, unknown> {
  const { name, message, stack, cause } = error;
  return {
    ...fieldsOf(error, depth),
    name,
    message: textOf(message),
    ...(stack === undefined ? {} : { stack: textOf(stack) }),
    ...(cause === undefined || depth >= MAX_DEPTH ? {} : { cause: valueOf(cause, depth + 1) }),
  };
}

function textOf(text: string): string {
  const shortened = text.length > MAX_TEXT_LENGTH ? `${text.slice(0, MAX_TEXT_LENGTH)}…` : text;
  return shortened.replaceAll(SECRET_IN_TEXT, '$1 ***').replaceAll(CREDENTIALS_IN_ADDRESS, '://***@');
}
