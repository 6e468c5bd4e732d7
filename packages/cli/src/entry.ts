#!/usr/bin/env node
// The first file of the published command: newer Nodes keep the rest of it compiled between runs.
import module from 'node:module';

// Since Node 22.1, so the types of Node 20 do not know it. What is loaded before this call is not kept, hence the import below.
if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function') module.enableCompileCache();
await import('./main.js');
