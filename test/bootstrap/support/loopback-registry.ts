/** A registry on the loopback interface that gives npm the packages of a test. */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeTarball } from './make-tarball.ts';
import type { TarEntry } from './make-tarball.ts';

/** A package as it is published. */
export interface PublishedPackage {
  readonly name: string;
  readonly version: string;
  readonly tarball: Buffer;
}

/** A running registry. */
export interface LoopbackRegistry {
  /** What npm takes as `registry`. */
  readonly url: string;
  /** The paths that were asked for so far. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** A package of these files besides its package.json. */
export function publish(name: string, version: string, files: readonly TarEntry[] = []): PublishedPackage {
  const manifest = { path: 'package/package.json', content: JSON.stringify({ name, version }) };
  return { name, version, tarball: makeTarball([manifest, ...files]) };
}

/** The integrity of a tarball as lock files and registries write it. */
export function integrityOf(tarball: Buffer): string {
  return `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
}

export async function createLoopbackRegistry(
  packages: readonly PublishedPackage[],
): Promise<LoopbackRegistry> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '');
    requests.push(path);
    const asked = packages.find(({ name }) => path === `/${name}` || path === `/${name}.tgz`);
    if (asked === undefined) {
      response.writeHead(404).end('{}');
      return;
    }
    if (path.endsWith('.tgz')) {
      response.end(asked.tarball);
      return;
    }
    const { name, version, tarball } = asked;
    const dist = { tarball: `http://${request.headers.host}/${name}.tgz`, integrity: integrityOf(tarball) };
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({
        name,
        'dist-tags': { latest: version },
        versions: { [version]: { name, version, dist } },
      }),
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${portOf(server.address())}/`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') {
    throw new Error('the server has no port');
  }
  return address.port;
}
