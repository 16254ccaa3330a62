import { Tooltip } from '@mantine/core';
import { IconCompass, IconFlask, IconSchool } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Collection } from '../../contract/library';
import classes from './collection-kind.module.css';
import { StatusBadge } from './status-badge';

const ICONS = { starter: IconCompass, practice: IconSchool, own: IconFlask } as const;

/** In a narrow list: what the collection is good for, where that is less or more than an imported library. */
export function CollectionKindMark({ kind }: { readonly kind: Collection['kind'] }) {
  const { t } = useTranslation();
  if (kind === 'imported') return null;
  const Icon = ICONS[kind];
  return (
    <Tooltip label={t(`library:kind-hint.${kind}`)}>
      <span className={classes.kind} data-kind={kind}>
        <Icon size={13} role="img" aria-label={t(`library:kind.${kind}`)} />
        <span className={classes.kindWord} aria-hidden="true">
          {t(`library:kind.${kind}`)}
        </span>
      </span>
    </Tooltip>
  );
}

/** The kind in words: a starter collection gives orientation only and never supports a conclusion. */
export function CollectionKindBadge({ kind }: { readonly kind: Collection['kind'] }) {
  const { t } = useTranslation();
  const tone = kind === 'starter' || kind === 'practice' ? 'attention' : kind === 'own' ? 'good' : 'neutral';
  return (
    <Tooltip label={t(`library:kind-hint.${kind}`)} multiline maw={320}>
      <span>
        <StatusBadge tone={tone} label={t(`library:kind-long.${kind}`)} {...(kind === 'imported' ? {} : { icon: ICONS[kind] })} />
      </span>
    </Tooltip>
  );
}
