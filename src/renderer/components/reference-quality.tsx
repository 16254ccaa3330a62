import { useTranslation } from 'react-i18next';
import type { Message } from '../../contract/base';
import { Remarks, type RemarkTone } from './remarks';

/** Remarks that speak for a spectrum, and those that only inform; every other one asks for care. */
const GOOD: readonly string[] = ['peaks', 'molecular-ion-seen'];
const NEUTRAL: readonly string[] = ['no-structure'];

function toneOf(code: string): RemarkTone {
  if (GOOD.includes(code)) return 'good';
  return NEUTRAL.includes(code) ? 'neutral' : 'attention';
}

/** What is good and bad about a reference spectrum. */
export function ReferenceQuality({ messages }: { readonly messages: readonly Message[] }) {
  const { t } = useTranslation();
  const remarks = messages.map(({ code, params }) => ({
    key: code,
    tone: toneOf(code),
    text: t(`quality:${code}`, { ...params, defaultValue: code }),
  }));
  return <Remarks remarks={remarks} />;
}
