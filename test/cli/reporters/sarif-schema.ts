// Holds a log against the published JSON schema of SARIF 2.1.0, which a package of its makers brings along.
import { createRequire } from 'node:module';

type Validate = ((value: unknown) => boolean) & { readonly errors?: readonly object[] | null };

const require = createRequire(import.meta.url);
const fromPackage = createRequire(require.resolve('@microsoft/jest-sarif/package.json'));
const Ajv: new (options: object) => {
  addMetaSchema(schema: object): void;
  compile(schema: object): Validate;
} = fromPackage('ajv');

const ajv = new Ajv({ schemaId: 'auto', allErrors: true });
ajv.addMetaSchema(fromPackage('ajv/lib/refs/json-schema-draft-04.json'));
const validate = ajv.compile(require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'));

/** What is wrong with it; empty for a valid log. */
export function sarifProblems(log: unknown): readonly object[] {
  return validate(log) ? [] : (validate.errors ?? [{}]);
}
