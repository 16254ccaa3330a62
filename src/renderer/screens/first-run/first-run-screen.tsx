import { Button, Group, Stepper, Text, Title } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorAlert } from '../../app/errors/error-alert';
import { useAction } from '../../app/errors/use-action';
import { useObservable } from '../../app/observable';
import { systemState } from '../../app/system-state';
import { api } from '../../app/wire/client';
import { CodeText } from '../../components/code-text';
import { PlainPage } from '../../components/plain-page';
import { RecoveryCode } from '../../components/recovery-code';
import { SaveKey } from '../../components/save-key';
import { recoveryCodeOnScreen } from './recovery-code-on-screen';
import { useSetUpForm } from './set-up-form';
import { AdministratorPage, LaboratoryPage, PlacePage } from './set-up-pages';

const LAST_PAGE = 2;
const CODE_PAGE = 3;

/** Founds a laboratory: language and country, the laboratory, its first administrator, the recovery code. */
export function FirstRunScreen() {
  const { t } = useTranslation();
  const [page, setPage] = useState(0);
  const [code, setCode] = useState('');
  const { form, pageIsSound } = useSetUpForm();
  const folder = useObservable(systemState)?.folder;
  const found = useAction(api.people.setUp.mutationOptions(), {
    inPlace: true,
    form,
    onDone: ({ recoveryCode }) => {
      setCode(recoveryCode);
      setPage(CODE_PAGE);
    },
  });
  const goOn = (event: FormEvent): void => {
    event.preventDefault();
    if (!pageIsSound(page)) return;
    if (page < LAST_PAGE) {
      setPage(page + 1);
      return;
    }
    const { laboratory, administrator } = form.getValues();
    const { again: _, ...account } = administrator;
    // Held before the engine signs the administrator in, so that the window waits for the code to be kept.
    recoveryCodeOnScreen.set(true);
    found.run({ laboratory, administrator: account });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
  };
  return (
    <PlainPage width={620}>
      <div>
        <Title order={1}>{t('first-run:title')}</Title>
        <Text c="dimmed">
          {t('first-run:hint')} {folder !== undefined && <CodeText code={folder} />}
        </Text>
      </div>
      <Stepper active={page} size="xs" iconSize={26} allowNextStepsSelect={false} onStepClick={(step) => page < CODE_PAGE && setPage(step)}>
        <Stepper.Step label={t('first-run:steps.place')} />
        <Stepper.Step label={t('first-run:steps.laboratory')} />
        <Stepper.Step label={t('first-run:steps.administrator')} />
        <Stepper.Step label={t('first-run:steps.code')} />
      </Stepper>
      {page === CODE_PAGE ? (
        <RecoveryCode code={code} onKept={() => recoveryCodeOnScreen.set(false)} />
      ) : (
        <form onSubmit={goOn} onKeyDown={onKeyDown} noValidate aria-label={t('first-run:title')}>
          {page === 0 && <PlacePage form={form} />}
          {page === 1 && <LaboratoryPage form={form} />}
          {page === LAST_PAGE && <AdministratorPage form={form} />}
          {found.failure !== null && <ErrorAlert error={found.failure} />}
          <Group justify="space-between" mt="lg">
            <Button variant="default" disabled={page === 0} onClick={() => setPage(page - 1)}>
              {t('first-run:back')}
            </Button>
            <Button type="submit" loading={found.busy} rightSection={<SaveKey />}>
              {page === LAST_PAGE ? t('first-run:found') : t('first-run:next')}
            </Button>
          </Group>
        </form>
      )}
    </PlainPage>
  );
}
