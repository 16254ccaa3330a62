import { useTranslation } from 'react-i18next';
import type { Message } from '../../contract/base';
import { FINDING_SEVERITY } from '../../core/search/hygiene/finding';
import { Remarks, type RemarkTone } from './remarks';

/** Remarks that speak for a spectrum; of the others the examination's weight tells which only inform, and every other asks for care. */
const GOOD: readonly string[] = ['peaks', 'molecular-ion-seen'];
const SEVERITY: Readonly<Record<string, string>> = FINDING_SEVERITY;

function toneOf(code: string): RemarkTone {
  if (GOOD.includes(code)) return 'good';
  return SEVERITY[code] === 'note' || code === 'no-structure' ? 'neutral' : 'attention';
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
