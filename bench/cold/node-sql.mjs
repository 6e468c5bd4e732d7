// The floor of a cold start: node, the database binding, one SQL, the value printed.
import { DuckDBInstance } from '@duckdb/node-api';

const [, , sql, threads, file, memoryLimit] = process.argv;
const options = { threads: threads ?? '2' };
if (file !== undefined) options.access_mode = 'READ_ONLY';
if (memoryLimit !== undefined) options.memory_limit = memoryLimit;
const instance = await DuckDBInstance.create(file ?? ':memory:', options);
const connection = await instance.connect();
const reader = await connection.runAndReadAll(sql);
process.stdout.write(`${JSON.stringify(reader.getRowsJson())}\n`);
