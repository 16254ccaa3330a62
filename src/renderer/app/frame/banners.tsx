import { IconAlertOctagon, IconDeviceFloppy, IconSchool } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useObservable } from '../observable';
import { highPotency } from '../record/open-record';
import { useSystem } from '../system-state';
import classes from './frame.module.css';

/** On every screen of the practice laboratory. */
export function PracticeBanner() {
  const { t } = useTranslation();
  if (!useSystem().practice) return null;
  return (
    <div className={classes.practice} role="note">
      <IconSchool size={16} aria-hidden />
      {t('frame:practice')}
    </div>
  );
}

/** The storage refused a change while people are at work; the engine takes it back when a change goes through again. */
export function StorageBanner() {
  const { t } = useTranslation();
  const { failure } = useSystem();
  if (failure === null) return null;
  return (
    <div className={classes.storage} role="alert">
      <IconDeviceFloppy size={20} aria-hidden />
      <span>{t([`frame:storage.${failure.kind}`, 'frame:storage.other'])}</span>
    </div>
  );
}

/** Danger to people: what is open can harm at the scale of a dust grain. */
export function PotencyBanner() {
  const { t } = useTranslation();
  const substances = useObservable(highPotency);
  if (substances.length === 0) return null;
  return (
    <div className={classes.potency} role="alert">
      <IconAlertOctagon size={20} aria-hidden />
      {t('frame:high-potency', { substances: substances.join(', ') })}
    </div>
  );
}
