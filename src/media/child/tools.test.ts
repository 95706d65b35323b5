import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSilentLogger } from '../../telemetry/index.ts';
import type { Children } from './children.ts';
import { createChildren } from './children.ts';
import type { Tools, ToolsOptions } from './tools.ts';
import { createTools } from './tools.ts';

let folder: string;
let children: Children;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tools-'));
  children = createChildren({ env: {} });
});

afterEach(async () => {
  await children.close();
  await rm(folder, { recursive: true });
});

function toolsIn(options: Partial<ToolsOptions>): Tools {
  const deps = { children, log: createSilentLogger() };
  return createTools(deps, { paths: {}, searchPath: '', ...options });
}

async function makeProgram(name: string, content = '#!/bin/sh\n'): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  await chmod(path, 0o755);
  return path;
}

const SIGNAL = new AbortController().signal;

describe('createTools', () => {
  it('finds a program on PATH, passing over folders and files that are no programs', async () => {
    const path = await makeProgram('ffmpeg');
    const decoys = join(folder, 'decoys');
    await mkdir(join(decoys, 'ffmpeg'), { recursive: true });
    const documents = join(folder, 'documents');
    await mkdir(documents);
    await writeFile(join(documents, 'ffmpeg'), 'a text', { mode: 0o644 });
    const searchPath = ['', '/nowhere', decoys, documents, folder].join(delimiter);
    expect(await toolsIn({ searchPath }).path('ffmpeg')).toBe(path);
  });

  it('takes a path as it is, and a bare name as one to look for', async () => {
    const path = await makeProgram('ffprobe7');
    expect(await toolsIn({ paths: { ffprobe: path } }).path('ffprobe')).toBe(path);
    const onPath = toolsIn({ paths: { ffprobe: 'ffprobe7' }, searchPath: folder });
    expect(await onPath.path('ffprobe')).toBe(path);
  });

  it('names the program and the setting when there is none, and finds it once it is there', async () => {
    const tools = toolsIn({ searchPath: folder });
    await expect(tools.path('ffprobe')).rejects.toMatchObject({
      code: 'ffmpeg-missing',
      details: { tool: 'ffprobe', variable: 'FFPROBE_PATH' },
    });
    const path = await makeProgram('ffprobe');
    expect(await tools.path('ffprobe')).toBe(path);
  });

  it('does not fall back on PATH when the given path is wrong', async () => {
    await makeProgram('ffmpeg');
    const tools = toolsIn({ paths: { ffmpeg: '/nowhere/ffmpeg' }, searchPath: folder });
    await expect(tools.path('ffmpeg')).rejects.toMatchObject({
      code: 'ffmpeg-missing',
      details: { tool: '/nowhere/ffmpeg', variable: 'FFMPEG_PATH' },
    });
  });

  it('notices that a program went away or cannot be run, and looks again', async () => {
    const path = await makeProgram('ffmpeg');
    const tools = toolsIn({ searchPath: folder });
    await tools.path('ffmpeg');
    await rm(path);
    const gone = { code: 'ffmpeg-missing', details: { tool: path } };
    await expect(tools.start('ffmpeg', [], { signal: SIGNAL })).rejects.toMatchObject(gone);
    await makeProgram('ffmpeg', '#!/nowhere/interpreter\n');
    await expect(tools.start('ffmpeg', [], { signal: SIGNAL })).rejects.toMatchObject(gone);
    await makeProgram('ffmpeg', '#!/bin/sh\nexit 7\n');
    await using child = await tools.start('ffmpeg', [], { signal: SIGNAL });
    expect(await child.exit).toEqual({ code: 7, signal: null });
  });
});
