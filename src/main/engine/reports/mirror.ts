import { layoutMirror } from '../../../core/plot/layout-mirror';
import { sceneToSvg } from '../../../core/plot/scene-to-svg';
import { PLOT_THEMES } from '../../../core/plot/theme';
import { comparePeaks } from '../../../core/search/compare-peaks';
import { formatNumber } from '../../../i18n/formats/numbers';
import type { DrawMirror } from './document/results';
import type { Translate } from './document/writer';

/** Points on paper: the width of the text. */
const SIZE = { width: 500, height: 230 } as const;

/** The figure of a comparison: unknown above, the reference of its batch below, as vectors in the report's own face. */
export function mirrorDrawer(t: Translate, language: string): DrawMirror {
  return ({ sampleCode, referenceLotCode, unknown, reference }) => {
    const scene = layoutMirror(comparePeaks(unknown, reference), {
      ...SIZE,
      fontSize: 8,
      formatNumber: (value) => formatNumber(value, language),
      words: {
        mz: t('reports:figure.mz'),
        intensity: t('reports:figure.intensity'),
        query: t('reports:figure.unknown', { sample: sampleCode }),
        reference: t('reports:figure.reference', { lot: referenceLotCode }),
        matched: t('reports:figure.matched'),
        missing: t('reports:figure.missing'),
        extra: t('reports:figure.extra'),
      },
    });
    return sceneToSvg(scene, PLOT_THEMES.print, { fontFamily: 'NotoSans' });
  };
}
