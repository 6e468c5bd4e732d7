// One Parquet file in memory: its columns with their types, and the values of those that are asked for, as they are stored.
import type * as Hyparquet from 'hyparquet';
import type { AsyncBuffer, Compressors, FileMetaData, SchemaElement } from 'hyparquet';
import type { Raw } from '../table.js';
import { parquetType } from './parquet-type.js';

export interface ParquetFile {
  readonly rowCount: number;
  /** In the order of the file; columns of lists and structs have a type and no values. */
  readonly columns: readonly ParquetColumn[];
  readonly read: (names: readonly string[]) => Promise<ReadonlyMap<string, readonly (Raw | null)[]>>;
}

export interface ParquetColumn {
  readonly name: string;
  readonly type: string;
  readonly isReadable: boolean;
}

/** A library of its own, for those who have such files. */
export type ParquetReader = Pick<typeof Hyparquet, 'parquetMetadataAsync' | 'parquetRead' | 'parquetSchema'> & {
  readonly compressors: Compressors;
};

/** Rejects where it cannot be fetched, which is no fault of a file. */
export async function loadParquetReader(): Promise<ParquetReader> {
  const [{ parquetMetadataAsync, parquetRead, parquetSchema }, { compressors }] = await Promise.all([
    import('hyparquet'),
    import('hyparquet-compressors'),
  ]);
  // Of Snappy the reader has its own, which is not made of WebAssembly.
  const { SNAPPY: _own, ...others } = compressors;
  return { parquetMetadataAsync, parquetRead, parquetSchema, compressors: others };
}

/** Rejects where the bytes are no Parquet file. */
export async function openParquet(
  bytes: Uint8Array,
  { parquetMetadataAsync, parquetRead, parquetSchema, compressors }: ParquetReader,
): Promise<ParquetFile> {
  const file: AsyncBuffer = {
    byteLength: bytes.byteLength,
    slice: (start, end) => new Uint8Array(bytes.subarray(start, end)).buffer,
  };
  const metadata = await parquetMetadataAsync(file);
  const roots = parquetSchema(metadata).children;
  const columns = roots.map(({ element, children }) => {
    const isNested = children.length > 0 || element.repetition_type === 'REPEATED';
    const { type, read } = isNested ? { type: nestedType(element), read: null } : parquetType(element);
    return { name: element.name, type, read };
  });
  const rowCount = Number(metadata.num_rows);
  return {
    rowCount,
    columns: columns.map(({ name, type, read }) => ({ name, type, isReadable: read !== null })),
    async read(names) {
      const wanted = columns.filter(({ name, read }) => names.includes(name) && read !== null);
      const values = new Map(
        wanted.map(({ name }) => [name, Array.from<unknown, Raw | null>({ length: rowCount }, () => null)]),
      );
      await parquetRead({
        file,
        metadata: asStored(metadata),
        columns: wanted.map(({ name }) => name),
        compressors,
        utf8: false,
        parsers: { timestampFromNanoseconds: (nanos) => nanos },
        onChunk: ({ columnName, columnData, rowStart }) => {
          const column = wanted.find(({ name }) => name === columnName);
          const into = values.get(columnName);
          if (column === undefined || column.read === null || into === undefined) return;
          for (let i = 0; i < columnData.length; i += 1) {
            const stored: unknown = columnData[i];
            into[rowStart + i] = stored === null || stored === undefined ? null : column.read(stored);
          }
        },
      });
      return values;
    },
  };
}

/** The file's description without what its values mean: the reader would make doubles of decimals and dates of instants. */
function asStored(metadata: FileMetaData): FileMetaData {
  const schema = metadata.schema.map((element): SchemaElement => {
    if (element.type === undefined) return element;
    const { converted_type: _converted, logical_type: _logical, ...stored } = element;
    return stored;
  });
  return { ...metadata, schema };
}

function nestedType(element: SchemaElement): string {
  if (element.converted_type === 'LIST' || element.logical_type?.type === 'LIST') return 'LIST';
  return element.converted_type === 'MAP' || element.logical_type?.type === 'MAP' ? 'MAP' : 'STRUCT';
}
