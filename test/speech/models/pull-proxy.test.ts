/** Pulling a model where the network is reached through a proxy alone. */
import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openModel } from '../../../src/speech/models/store.ts';
import { NAME, createPullBench, temporary } from './pull-setup.ts';

/** A proxy as companies have it; what it is asked for is noted. */
async function createProxy({ refuse = false } = {}): Promise<{
  readonly url: string;
  readonly asked: string[];
}> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const proxy = createServer((incoming, outgoing) => {
    asked.push(`${incoming.method ?? ''} ${incoming.url ?? ''}`);
    const { method, headers } = incoming;
    httpRequest(incoming.url ?? '', { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    }).end();
  });
  proxy.on('connect', ({ url = '' }, socket: Socket, head: Buffer) => {
    asked.push(`CONNECT ${url}`);
    if (refuse) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const [host, port] = url.split(':');
    const upstream = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.write(head);
      upstream.pipe(socket).pipe(upstream);
    });
    sockets.add(socket).add(upstream);
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy());
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  onTestFinished(async () => {
    sockets.forEach((socket) => socket.destroy());
    proxy.close();
    proxy.closeAllConnections();
    await once(proxy, 'close');
  });
  return { url: addressOf(proxy.address()), asked };
}

function addressOf(address: AddressInfo | string | null): string {
  if (address === null || typeof address === 'string') {
    throw new TypeError('no port');
  }
  return `http://127.0.0.1:${address.port}`;
}

describe('a proxy that the environment names', () => {
  it.each(['HTTP_PROXY', 'http_proxy'])('in %s carries every request', async (variable) => {
    const proxy = await createProxy();
    const bench = await createPullBench({ env: { [variable]: proxy.url } });
    await bench.pull();
    expect((await openModel(bench.modelsFolder, NAME)).name).toBe(NAME);
    expect(proxy.asked.length).toBeGreaterThan(0);
    expect(proxy.asked.join()).toContain(new URL(bench.server.url).host);
  });

  it('is not used for what NO_PROXY names', async () => {
    const proxy = await createProxy();
    const bench = await createPullBench({
      env: { HTTP_PROXY: proxy.url, NO_PROXY: 'example.com,127.0.0.1' },
    });
    await bench.pull();
    expect(proxy.asked).toEqual([]);
  });

  it('is asked for a tunnel to addresses that begin with https, and its refusal is told', async () => {
    const proxy = await createProxy({ refuse: true });
    const env = { HTTPS_PROXY: proxy.url, HF_ENDPOINT: 'https://models.invalid' };
    const bench = await createPullBench({ env, modelsFolder: await temporary() });
    await expect(bench.pull()).rejects.toMatchObject({
      code: 'model-pull-failed',
      details: { reasons: expect.stringMatching(/models\.invalid: .*403/) },
    });
    expect(proxy.asked).toEqual(['CONNECT models.invalid:443']);
  });
});
