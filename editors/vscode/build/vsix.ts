// An extension as editors install it: a zip with a manifest, a list of content types, and the files in `extension/`.
import { strToU8, zipSync } from 'fflate';
import type { Manifest } from './manifest.js';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  cjs: 'application/javascript',
  csv: 'text/csv',
  json: 'application/json',
  md: 'text/markdown',
  png: 'image/png',
  txt: 'text/plain',
  vsixmanifest: 'text/xml',
  yaml: 'application/yaml',
};

/** The same files give the same bytes. */
export function vsix(manifest: Manifest, files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const paths = Object.keys(files).toSorted();
  const unknown = paths.filter((path) => CONTENT_TYPES[endingOf(path)] === undefined);
  if (unknown.length > 0) throw new Error(`no content type is known for ${unknown.join(', ')}`);
  const entries = {
    'extension.vsixmanifest': strToU8(manifestXml(manifest)),
    '[Content_Types].xml': strToU8(contentTypesXml()),
    ...Object.fromEntries(paths.map((path) => [`extension/${path}`, files[path] ?? new Uint8Array()])),
  };
  // The day on which the clock of zip files begins.
  return zipSync(entries, { level: 9, mtime: new Date(1980, 0, 1) });
}

export function manifestXml(manifest: Manifest): string {
  const { name, displayName, description, version, publisher, icon, engines, categories, keywords } = manifest;
  const property = (id: string, value: string): string =>
    `      <Property Id="Microsoft.VisualStudio.Code.${id}" Value="${escaped(value)}" />`;
  const asset = (type: string, path: string): string =>
    `    <Asset Type="Microsoft.VisualStudio.${type}" Path="extension/${escaped(path)}" Addressable="true" />`;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">',
    '  <Metadata>',
    `    <Identity Language="en-US" Id="${escaped(name)}" Version="${escaped(version)}" Publisher="${escaped(publisher)}" />`,
    `    <DisplayName>${escaped(displayName)}</DisplayName>`,
    `    <Description xml:space="preserve">${escaped(description)}</Description>`,
    `    <Tags>${escaped(keywords.join(','))}</Tags>`,
    `    <Categories>${escaped(categories.join(','))}</Categories>`,
    '    <GalleryFlags>Public</GalleryFlags>',
    '    <Properties>',
    property('Engine', engines.vscode),
    property('ExtensionDependencies', ''),
    property('ExtensionPack', ''),
    // The server reads files: where they are, there it runs.
    property('ExtensionKind', 'workspace'),
    property('LocalizedLanguages', ''),
    '    </Properties>',
    '    <License>extension/LICENSE.txt</License>',
    `    <Icon>extension/${escaped(icon)}</Icon>`,
    '  </Metadata>',
    '  <Installation>',
    '    <InstallationTarget Id="Microsoft.VisualStudio.Code" />',
    '  </Installation>',
    '  <Dependencies />',
    '  <Assets>',
    asset('Code.Manifest', 'package.json'),
    asset('Services.Content.Details', 'README.md'),
    asset('Services.Content.License', 'LICENSE.txt'),
    asset('Services.Icons.Default', icon),
    '  </Assets>',
    '</PackageManifest>',
    '',
  ].join('\n');
}

export function contentTypesXml(): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">',
    ...Object.entries(CONTENT_TYPES).map(
      ([ending, type]) => `  <Default Extension=".${ending}" ContentType="${type}" />`,
    ),
    '</Types>',
    '',
  ].join('\n');
}

function endingOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
