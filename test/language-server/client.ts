// A client of the Language Server Protocol over the pipes of a server: as much of one as an editor has.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { PassThrough, type Readable, type Writable } from 'node:stream';
import { serveOverStreams, type ServerHost } from '@sextant/language-server';

const ROOT = join(import.meta.dirname, '../..');

export interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** What a diagnostic of a test looks at. */
export interface Said {
  readonly code: string;
  readonly message: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

/** A server at the other end of two pipes. */
export interface Server {
  readonly input: Writable;
  readonly output: Readable;
  readonly exit: Promise<number | null>;
}

export class Client {
  private readonly server: Server;
  private readonly waiting = new Map<number, (message: Message) => void>();
  private readonly watching = new Set<() => void>();
  private received: Buffer = Buffer.alloc(0);
  private nextId = 1;
  /** By uri, as the server said last. */
  readonly said = new Map<string, readonly Said[]>();
  /** What the server asked the client for. */
  readonly asked: Message[] = [];
  readonly exit: Promise<number | null>;

  /** What the server writes into the editor's log. */
  readonly log: string[] = [];
  /** Methods of the server's requests that the client refuses. */
  readonly refused = new Set<string>();

  constructor(server: Server) {
    this.server = server;
    this.exit = server.exit;
    server.output.on('data', (chunk: Buffer) => this.receive(chunk));
  }

  async request(method: string, params: unknown): Promise<Message> {
    return this.start(method, params).answer;
  }

  /** A request that may be cancelled. */
  start(method: string, params: unknown): { readonly id: number; readonly answer: Promise<Message> } {
    const id = this.nextId++;
    const answer = new Promise<Message>((resolve) => void this.waiting.set(id, resolve));
    this.send({ id, method, params });
    return { id, answer };
  }

  notify(method: string, params: unknown): void {
    this.send({ method, params });
  }

  /** Until something holds that the server's messages bring about. */
  async until(holds: () => boolean): Promise<void> {
    if (holds()) return;
    await new Promise<void>((resolve) => {
      const look = (): void => {
        if (!holds()) return;
        this.watching.delete(look);
        resolve();
      };
      this.watching.add(look);
    });
  }

  /** Closes the pipe without a word. */
  hangUp(): void {
    this.server.input.end();
  }

  /** Anything at all. */
  write(bytes: string): void {
    this.server.input.write(bytes);
  }

  async shutDown(): Promise<number | null> {
    await this.request('shutdown', null);
    this.notify('exit', null);
    return this.exit;
  }

  private send(message: object): void {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    this.server.input.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.server.input.write(body);
  }

  private receive(chunk: Buffer): void {
    this.received = Buffer.concat([this.received, chunk]);
    for (;;) {
      const end = this.received.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/i.exec(this.received.subarray(0, Math.max(0, end)).toString())?.[1]);
      if (end === -1 || this.received.length < end + 4 + length) return;
      const body = this.received.subarray(end + 4, end + 4 + length).toString('utf8');
      this.received = this.received.subarray(end + 4 + length);
      this.take(JSON.parse(body) as Message);
    }
  }

  private take(message: Message): void {
    const { id, method, params } = message;
    if (method === undefined && id !== undefined) {
      this.waiting.get(id)?.(message);
      this.waiting.delete(id);
    } else if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as { uri: string; diagnostics: readonly Said[] };
      this.said.set(uri, diagnostics);
    } else if (method === 'window/logMessage') {
      this.log.push((params as { message: string }).message);
    } else if (id !== undefined && method !== undefined) {
      this.asked.push(message);
      const error = { code: -32_601, message: 'no' };
      this.send(this.refused.has(method) ? { id, error } : { id, result: null });
    }
    for (const look of this.watching) look();
  }
}

/** Of Node, with its arguments. */
export function startProcess(command: readonly string[], cwd: string): Client {
  const server = spawn(process.execPath, [...command], { stdio: ['pipe', 'pipe', 'inherit'], cwd });
  const exit = new Promise<number | null>((resolve) => void server.once('exit', resolve));
  return new Client({ input: server.stdin, output: server.stdout, exit });
}

/** The server from source, as `kpi lsp --stdio` starts it. */
export function startServer(...more: readonly string[]): Client {
  const tsx = join(ROOT, 'node_modules/tsx/dist/cli.mjs');
  const main = join(ROOT, 'packages/cli/src/main.ts');
  return startProcess([tsx, '--conditions=source', main, 'lsp', '--stdio', ...more], ROOT);
}

/** The server in this process, in a world that the test makes up. */
export function serveInside(host: ServerHost): Client {
  const [input, output] = [new PassThrough(), new PassThrough()];
  return new Client({ input, output, exit: serveOverStreams(input, output, host) });
}
