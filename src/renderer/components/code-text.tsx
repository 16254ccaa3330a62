import { Tooltip, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './code-text.module.css';
import { copyText } from './copy-text';

/**
 * A code, CAS number, formula or hash in the monospace face; one click copies it. `shorten` shows its ends only.
 * `plain` where a click already means something else (inside a link or a list row that opens).
 */
export function CodeText({
  code,
  shorten = false,
  plain = false,
}: {
  readonly code: string;
  readonly shorten?: boolean;
  readonly plain?: boolean;
}) {
  const { t } = useTranslation();
  const shown = shorten && code.length > 16 ? `${code.slice(0, 8)}…${code.slice(-6)}` : code;
  if (plain) {
    return (
      <bdi className={classes.code} title={shorten ? code : undefined}>
        {shown}
      </bdi>
    );
  }
  const copy = (event: { stopPropagation: () => void }): void => {
    event.stopPropagation();
    copyText(code);
  };
  return (
    <Tooltip label={shorten ? `${code} – ${t('frame:click-copies')}` : t('frame:click-copies')}>
      <UnstyledButton className={`${classes.code} ${classes.button}`} onClick={copy} tabIndex={-1}>
        <bdi>{shown}</bdi>
      </UnstyledButton>
    </Tooltip>
  );
}
