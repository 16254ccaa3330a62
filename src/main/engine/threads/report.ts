import sans from '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf?asset';
import sansBold from '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf?asset';
import arabic from '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf?asset';
import arabicBold from '@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf?asset';
import { createI18n } from '../../../i18n/create-i18n';
import { drawPaper } from '../identification/save/draw-paper';
import type { PaperRequest } from '../identification/save/paper';
import { type DrawnReport, type DrawRequest, drawReport } from '../reports/draw-report';
import { mirrorDrawer } from '../reports/mirror';
import { serveTask } from './serve-task';

const FONTS = { sans, sansBold, arabic, arabicBold };

serveTask<DrawRequest | PaperRequest, never, DrawnReport>((request) => {
  if ('paper' in request) return drawPaper(request, FONTS);
  const { content, contentSha256 } = request;
  const i18n = createI18n(content.language);
  const draw = mirrorDrawer((key, params) => i18n.t(key, { ...params }), content.language);
  return drawReport(content, contentSha256, FONTS, draw);
});
