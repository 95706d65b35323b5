import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unit } from '../report/index.ts';
import { NORMS } from './norms/norms.ts';
import { METRICS, metricById } from './registry.ts';

describe('the metric registry', () => {
  it('has every file of metrics/, each named by its id', () => {
    const files = readdirSync(join(import.meta.dirname, 'metrics'))
      .filter((name) => !name.endsWith('.test.ts'))
      .map((name) => name.replace(/\.ts$/, ''));
    expect(METRICS.map(({ id }) => id).toSorted()).toEqual(files.toSorted());
  });

  it('describes each metric in both languages', () => {
    for (const metric of METRICS) {
      for (const { title, definition, moves, source } of [metric.en, metric.ru]) {
        expect(title).toMatch(/^\p{Lu}[^.]*$/u);
        expect(definition).toMatch(/^[\p{Lu}\d].+\.$/u);
        expect(moves).toMatch(/^\p{Lu}.+\.$/u);
        expect(source).toMatch(/^[\p{Lu}\d][^.]*(?:\.\d[^.]*)*$/u);
      }
      expect(Object.values(metric.ru).filter((text) => !/[а-яё]/.test(text))).toEqual([]);
      expect(Object.values(metric.en).filter((text) => /[а-яё]/i.test(text))).toEqual([]);
      expect(unit.options).toContain(metric.unit);
    }
  });

  it('finds a metric by its id', () => {
    expect(metricById('duration')?.unit).toBe('s');
    expect(metricById('of-another-version')).toBeUndefined();
  });

  it('has no band for a metric that does not exist', () => {
    expect(NORMS.filter(({ metric }) => metricById(metric) === undefined)).toEqual([]);
  });
});
