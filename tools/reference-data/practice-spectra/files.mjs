const MARK = 'PRACTICE: invented spectrum, not measured';

function peakLines(peaks, separator) {
  const lines = [];
  for (let at = 0; at < peaks.length; at += 8) {
    lines.push(
      peaks
        .slice(at, at + 8)
        .map(([mz, height]) => `${mz} ${height}`)
        .join(separator),
    );
  }
  return lines;
}

/** Records of an injection as an MSP file; intensities are counts. */
export function mspText(records) {
  return records
    .map(({ name, minutes, peaks }) =>
      [
        `Name: ${name}`,
        `RETENTIONTIME: ${minutes.toFixed(3)} min`,
        'Ionization: EI',
        'Instrument: Practice GC-MS (invented)',
        `Comments: ${MARK}; intensities in counts`,
        `Num Peaks: ${peaks.length}`,
        ...peakLines(peaks, '; '),
        '',
      ].join('\n'),
    )
    .join('\n');
}

/** One record of an injection as a JCAMP-DX 4.24 peak table; intensities are counts. */
export function jcampText({ name, minutes, peaks }) {
  const heights = peaks.map(([, height]) => height);
  return `${[
    `##TITLE=${name}`,
    '##JCAMP-DX=4.24 $$ Aliquot practice laboratory',
    '##DATA TYPE=MASS SPECTRUM',
    '##DATA CLASS=PEAK TABLE',
    `##ORIGIN=${MARK}`,
    '##OWNER=Practice laboratory (invented)',
    '##SPECTROMETER/DATA SYSTEM=Practice GC-MS (invented)',
    '##.IONIZATION MODE=EI+',
    `##.RETENTION TIME=${minutes.toFixed(3)} min`,
    '##XUNITS=M/Z',
    '##YUNITS=COUNTS',
    '##XFACTOR=1',
    '##YFACTOR=1',
    `##FIRSTX=${peaks[0][0]}`,
    `##LASTX=${peaks.at(-1)[0]}`,
    `##MINX=${peaks[0][0]}`,
    `##MAXX=${peaks.at(-1)[0]}`,
    `##MINY=${Math.min(...heights)}`,
    `##MAXY=${Math.max(...heights)}`,
    `##NPOINTS=${peaks.length}`,
    '##PEAK TABLE=(XY..XY)',
    ...peaks.map(([mz, height]) => `${mz}, ${height}`),
    '##END=',
  ].join('\n')}\n`;
}

/** Records of the practice library as an MSP file; base peak 999. */
export function libraryText(entries) {
  return entries
    .map(({ row, peaks }, index) =>
      [
        `Name: ${row.name} [practice]`,
        ...(row.cas ? [`CASNO: ${row.cas}`] : []),
        `InChIKey: ${row.inchikey}`,
        `Formula: ${row.formula}`,
        `MW: ${row.nominalMass}`,
        'Ionization: EI',
        `DB#: PRACTICE-${index + 1}`,
        `Comments: ${MARK}; principal ions as facts from ${row.source.code} ${row.source.entry}, all else invented`,
        `Num Peaks: ${peaks.length}`,
        ...peakLines(peaks, '; '),
        '',
      ].join('\n'),
    )
    .join('\n');
}
