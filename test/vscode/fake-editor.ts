// An editor that is made up: as much of the module `vscode` as the extension and its client look at. All else does nothing.
import { pathToFileURL } from 'node:url';

export interface FakeDocument {
  readonly uri: FakeUri;
  readonly languageId: string;
  readonly version: number;
  readonly getText: () => string;
}

export interface FakeTask {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
}

export interface FakeEditor {
  /** What `require('vscode')` gives. */
  readonly module: unknown;
  readonly commands: Map<string, () => Promise<void>>;
  /** Names of the registrations that the client has made and not taken back. */
  readonly providers: Set<string>;
  readonly errors: string[];
  readonly hints: string[];
  readonly tasks: FakeTask[];
  /** Messages by path. */
  readonly problems: Map<string, readonly string[]>;
  readonly settings: Map<string, unknown>;
  /** Paths that a search for files finds. */
  readonly found: string[];
  readonly open: (path: string, text: string) => Promise<void>;
  readonly show: (document: FakeDocument | null) => void;
  readonly configure: (name: string, value: unknown) => Promise<void>;
  readonly documents: readonly FakeDocument[];
  /** Resolves when something holds that the server brings about. */
  readonly until: (holds: () => boolean) => Promise<void>;
}

type Listener = (argument: unknown) => unknown;

class FakeUri {
  readonly scheme = 'file';
  readonly fsPath: string;
  constructor(fsPath: string) {
    this.fsPath = fsPath;
  }
  toString(): string {
    return pathToFileURL(this.fsPath).href;
  }
}

class Emitter {
  private readonly listeners = new Set<Listener>();
  readonly event = (listener: Listener): object => {
    this.listeners.add(listener);
    return { dispose: () => this.listeners.delete(listener) };
  };
  fire(argument: unknown): void {
    for (const listener of this.listeners) listener(argument);
  }
  async fireInTurn(argument: unknown): Promise<void> {
    for (const listener of this.listeners) await listener(argument);
  }
  dispose(): void {
    this.listeners.clear();
  }
}

class Disposable {
  readonly dispose: () => unknown;
  constructor(dispose: () => unknown) {
    this.dispose = dispose;
  }
  static from(...all: readonly Disposable[]): Disposable {
    return new Disposable(() => {
      for (const one of all) one.dispose();
    });
  }
}

class Diagnostic {
  readonly range: unknown;
  readonly message: string;
  constructor(range: unknown, message: string) {
    this.range = range;
    this.message = message;
  }
}

class CancellationTokenSource {
  readonly token = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => undefined }) };
  cancel(): void {
    this.token.isCancellationRequested = true;
  }
  dispose(): void {
    this.cancel();
  }
}

class Execution {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  constructor(command: string, args: readonly string[], { cwd }: { readonly cwd: string }) {
    this.command = command;
    this.args = args;
    this.cwd = cwd;
  }
}

class Task {
  readonly name: string;
  readonly execution: Execution;
  constructor(_kind: object, _scope: unknown, name: string, _source: string, execution: Execution) {
    this.name = name;
    this.execution = execution;
  }
}

/** A name that is nothing in particular: it can be called, extended and looked into. */
const anything: unknown = new Proxy(Object, {
  get: (target, name) => {
    if (name === 'prototype') return target.prototype;
    // Not something to be awaited, or to be walked through.
    return name === 'then' || typeof name === 'symbol' ? undefined : anything;
  },
  apply: () => anything,
});

function orAnything(known: object): unknown {
  return new Proxy(known, {
    get: (target, name) => (name in target ? (target as Record<PropertyKey, unknown>)[name] : anything),
  });
}

export function fakeEditor(folder: string): FakeEditor {
  const [opened, configured, changed] = [new Emitter(), new Emitter(), new Emitter()];
  const documents: FakeDocument[] = [];
  const commands = new Map<string, () => Promise<void>>();
  const providers = new Set<string>();
  const problems = new Map<string, readonly string[]>();
  const settings = new Map<string, unknown>();
  const [errors, hints, found]: readonly [string[], string[], string[]] = [[], [], []];
  const tasks: FakeTask[] = [];
  let front: FakeDocument | null = null;

  const languages = {
    match: (_: unknown, { uri }: FakeDocument) =>
      /\.kpi\.yaml$|\/kpi\.(project|library)\.yaml$/.test(uri.fsPath) ? 10 : 0,
    getDiagnostics: () => [],
    createDiagnosticCollection: () =>
      orAnything({
        set: ({ fsPath }: FakeUri, list: readonly { readonly message: string }[] | undefined) => {
          problems.set(
            fsPath,
            (list ?? []).map(({ message }) => message),
          );
          changed.fire(null);
        },
        delete: ({ fsPath }: FakeUri) => {
          problems.delete(fsPath);
          changed.fire(null);
        },
      }),
  };
  /** `registerHoverProvider` and the like, whatever there are. */
  const registering = new Proxy(languages, {
    get: (target, name) => {
      if (typeof name !== 'string' || !/^register\w+Provider$/.test(name)) {
        return name in target ? (target as Record<PropertyKey, unknown>)[name] : anything;
      }
      return () => {
        providers.add(name);
        return { dispose: () => providers.delete(name) };
      };
    },
  });

  const module = orAnything({
    version: '1.91.0',
    EventEmitter: Emitter,
    CancellationTokenSource,
    Diagnostic,
    Disposable,
    Uri: {
      parse: (text: string) => new FakeUri(decodeURIComponent(new URL(text).pathname)),
      file: (path: string) => new FakeUri(path),
    },
    TaskScope: { Workspace: 2 },
    TaskPanelKind: { Dedicated: 2 },
    ShellExecution: Execution,
    Task,
    languages: registering,
    commands: orAnything({
      registerCommand: (name: string, run: () => Promise<void>) => {
        commands.set(name, run);
        return { dispose: () => commands.delete(name) };
      },
    }),
    workspace: orAnything({
      textDocuments: documents,
      notebookDocuments: [],
      workspaceFolders: [{ uri: new FakeUri(folder), name: 'work', index: 0 }],
      findFiles: async () => found.map((path) => new FakeUri(path)),
      asRelativePath: (path: string) => path,
      getConfiguration: () => ({ get: (name: string, usual: unknown) => settings.get(name) ?? usual }),
      onDidOpenTextDocument: opened.event,
      onDidChangeConfiguration: configured.event,
    }),
    window: orAnything({
      get activeTextEditor() {
        return front === null ? undefined : { document: front };
      },
      visibleTextEditors: [],
      tabGroups: { all: [], onDidChangeTabs: () => ({ dispose: () => undefined }) },
      showErrorMessage: async (message: string) => void errors.push(message),
      showInformationMessage: async (message: string) => void hints.push(message),
      showQuickPick: async (items: readonly unknown[]) => items.at(-1),
    }),
    tasks: {
      executeTask: async ({ name, execution: { command, args, cwd } }: Task) =>
        void tasks.push({ name, command, args, cwd }),
    },
  });

  return {
    module,
    commands,
    providers,
    errors,
    hints,
    tasks,
    problems,
    settings,
    found,
    documents,
    open: async (path, text) => {
      const document = { uri: new FakeUri(path), languageId: 'yaml', version: 1, getText: () => text };
      documents.push(document);
      await opened.fireInTurn(document);
    },
    show: (document) => {
      front = document;
    },
    configure: async (name, value) => {
      settings.set(name, value);
      await configured.fireInTurn({ affectsConfiguration: (section: string) => section === `kpi.${name}` });
    },
    until: async (holds) => {
      while (!holds()) {
        await new Promise<void>((resolve) => {
          const heard = changed.event(() => {
            (heard as { dispose: () => void }).dispose();
            resolve();
          });
        });
      }
    },
  };
}
