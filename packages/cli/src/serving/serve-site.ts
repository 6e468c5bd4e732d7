// The page on a port of this machine, and of no other: until somebody ends it.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { answerRequest, type Served } from './answer-request.js';

export interface Site {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Larger than any project's definitions. */
const MOST_BYTES = 20_000_000;

/** Nothing that the page loads may ask another server for anything; the page says so itself too. */
const HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** Port 0 takes a free one. Rejects where the port is taken. */
export function serveSite(served: Served, port: number): Promise<Site> {
  let actual = port;
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, type, content } = await answerRequest(
      served,
      {
        method: request.method ?? 'GET',
        url: request.url ?? '/',
        host: request.headers.host ?? '',
        origin: request.headers.origin ?? null,
        type: request.headers['content-type'] ?? '',
        body: () => bodyOf(request),
      },
      actual,
    );
    response.writeHead(status, { ...HEADERS, 'content-type': type });
    if (typeof content === 'string' || Buffer.isBuffer(content)) response.end(content);
    else {
      content.on('error', () => response.destroy());
      content.pipe(response);
    }
  }

  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address === 'object' && address !== null) actual = address.port;
      resolve({
        address: `http://127.0.0.1:${actual}/${served.secret}/`,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}

/** Null where it is too long. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
