// biome-ignore-all lint/performance/noBarrelFile: one entry is what bundles it.
/** What the bench of library hygiene runs, in one bundle as it is built: module by module it would be several times slower. */
export { readMeasurements } from '../../src/core/formats/read';
export { gradeOf } from '../../src/core/search/hygiene/finding';
export { massEntry } from '../../src/core/search/hygiene/library-entry';
export { LibraryExamination } from '../../src/core/search/hygiene/library-examination';
