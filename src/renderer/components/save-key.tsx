import { useTranslation } from 'react-i18next';
import classes from './save-key.module.css';

/** The key that does what the button does, written quietly on it. */
export function SaveKey() {
  const { t } = useTranslation();
  return (
    <span className={classes.key} dir="ltr" aria-hidden>
      {t('frame:keys.ctrl-enter')}
    </span>
  );
}
