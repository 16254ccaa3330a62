// The import law of docs/ARCHITECTURE.md. test/house/import-law.test.ts plants a violation of every rule and expects it to be named.
// dependency-cruiser reads TypeScript with swc: it does not know TypeScript 7 and would see no module at all.

const domains = '^src/main/engine/([^/]+)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'core-is-pure',
      comment: 'core is science and rules: nothing of ours outside it, no Node, no DOM package, no Electron',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { pathNot: '^src/core/', dependencyTypesNot: ['npm', 'npm-dev'] },
    },
    {
      name: 'core-packages',
      comment: 'the only packages core may use are openchemlib and fflate, each behind one adapter',
      severity: 'error',
      from: { path: '^src/core/', pathNot: '^src/core/(chemistry/structure|formats/zip/inflate)\\.ts$' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'structure-adapter-packages',
      severity: 'error',
      from: { path: '^src/core/chemistry/structure\\.ts$' },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'],
        pathNot: 'node_modules/openchemlib/',
      },
    },
    {
      name: 'inflate-adapter-packages',
      severity: 'error',
      from: { path: '^src/core/formats/zip/inflate\\.ts$' },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'],
        pathNot: 'node_modules/fflate/',
      },
    },
    {
      name: 'contract-imports',
      comment: 'the contract names core types and describes them with zod and @orpc/contract',
      severity: 'error',
      from: { path: '^src/contract/' },
      to: { pathNot: ['^src/contract/', '^src/core/', 'node_modules/zod/', 'node_modules/@orpc/contract/'] },
    },
    {
      name: 'i18n-is-alone',
      comment: 'i18n imports nothing of ours; i18next itself is what it is made of',
      severity: 'error',
      from: { path: '^src/i18n/' },
      to: { pathNot: ['^src/i18n/', 'node_modules/i18next/'] },
    },
    {
      name: 'renderer-imports',
      comment: 'the window knows the contract, the core and the messages; never main, never Node, never Electron',
      severity: 'error',
      from: { path: '^src/renderer/' },
      to: { path: ['^src/', 'node_modules/electron/'], pathNot: ['^src/(renderer|contract|core|i18n)/'] },
    },
    {
      name: 'renderer-without-node',
      severity: 'error',
      from: { path: '^src/(renderer|preload)/' },
      to: { dependencyTypes: ['core'], pathNot: '^electron$' },
    },
    {
      name: 'preload-imports-electron-alone',
      severity: 'error',
      from: { path: '^src/preload/' },
      to: { pathNot: ['^src/preload/', 'node_modules/electron/', '^electron$'] },
    },
    {
      name: 'electron-only-in-the-shell',
      comment: 'the engine asks the shell through its channel; only the shell, the composition root and the preload know Electron',
      severity: 'error',
      from: {
        path: '^(src|test|bench)/',
        pathNot: ['^src/main/index\\.ts$', '^src/main/shell/', '^src/preload/', '^test/e2e/', '^test/main/shell/'],
      },
      to: { path: ['node_modules/electron/', '^electron(/|$)'] },
    },
    {
      name: 'engine-apart-from-shell',
      comment: 'two processes: they share the channel and nothing else',
      severity: 'error',
      from: { path: '^src/main/engine/' },
      to: { path: '^src/(main/(shell/|index\\.ts)|preload/|renderer/)' },
    },
    {
      name: 'shell-apart-from-engine',
      severity: 'error',
      from: { path: '^src/main/(shell/|index\\.ts|shell-channel\\.ts)' },
      to: { path: '^src/(main/engine/|renderer/|preload/)' },
    },
    {
      name: 'store-is-private',
      comment: 'a store belongs to its folder: other domains ask the service',
      severity: 'error',
      from: { path: domains },
      to: {
        path: ['^src/main/engine/[^/]+/store(/|\\.ts$)', '^src/main/engine/[^/]+/[a-z-]+-store\\.ts$'],
        pathNot: '^src/main/engine/$1/',
      },
    },
    {
      name: 'threads-from-roots-only',
      comment: 'entries of worker threads are started by composition roots, by the bundler’s worker suffix',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/main/engine/(index|compose[^/]*)\\.ts$', '^src/main/engine/threads/'] },
      to: { path: '^src/main/engine/threads/', dependencyTypesNot: ['type-only'] },
    },
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'resolves',
      comment: 'what is imported exists',
      severity: 'error',
      from: { path: '^(src|test|bench)/' },
      to: { couldNotResolve: true, pathNot: '\\?(nodeWorker|modulePath|asset)$' },
    },
    {
      name: 'nothing-from-tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|bench|scripts|tools)/' },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
  },
};
