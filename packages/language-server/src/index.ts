export type { Disk, ServerHost, SourceFile } from './host.js';
export { LSP_METHODS } from './methods.js';
export { initializeResult } from './capabilities.js';
export { serve } from './connection.js';
export { serveOverStreams } from './over-streams.js';
