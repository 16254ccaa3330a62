import { notifications } from '@mantine/notifications';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { EngineLostScreen } from '../screens/failed/engine-lost-screen';
import { FailedScreen } from '../screens/failed/failed-screen';
import { FirstRunScreen } from '../screens/first-run/first-run-screen';
import { recoveryCodeOnScreen } from '../screens/first-run/recovery-code-on-screen';
import { LockedScreen } from '../screens/locked/locked-screen';
import { OwnPasswordScreen } from '../screens/sign-in/own-password-screen';
import { SignInScreen } from '../screens/sign-in/sign-in-screen';
import { languageIsChosen, speak } from './language';
import { useObservable } from './observable';
import { OpeningScreen } from './opening-screen';
import { systemState, useSystemWatch, watchFailure } from './system-state';
import { useKeepAwake } from './use-keep-awake';
import { engineLink } from './wire/connection';

const loadSignedIn = () => import('./signed-in');
const SignedIn = lazy(loadSignedIn);

/** Which of the window's faces is shown: the engine's phase decides. While locked the frame stays behind, unseen, with what was being typed. */
export function Application() {
  useSystemWatch();
  useKeepAwake();
  const { t } = useTranslation();
  const state = useObservable(systemState);
  const link = useObservable(engineLink);
  const unanswered = useObservable(watchFailure);
  const holding = useObservable(recoveryCodeOnScreen);
  const laboratoryLanguage = state?.language ?? null;
  const personLanguage = state?.person?.language ?? null;
  useEffect(() => {
    if (personLanguage !== null) speak(personLanguage);
    else if (laboratoryLanguage !== null && !languageIsChosen()) speak(laboratoryLanguage);
  }, [personLanguage, laboratoryLanguage]);

  useEffect(() => {
    if (link.generation > 0 && link.phase === 'connected')
      notifications.show({ message: t('errors:engine-lost.restarted'), autoClose: 8000 });
  }, [link, t]);

  // Read while the person types the password.
  const known = state !== null;
  useEffect(() => {
    if (known) void loadSignedIn();
  }, [known]);

  if (link.phase === 'lost') return <EngineLostScreen code={link.code} />;
  if (unanswered !== null) return <FailedScreen failure={{ kind: 'unexpected', params: {} }} error={unanswered} />;
  if (state === null) return <OpeningScreen />;
  if (state.phase === 'failed') return <FailedScreen failure={state.failure ?? { kind: 'unexpected', params: {} }} />;
  if (state.phase === 'first-run' || holding) return <FirstRunScreen />;
  if (state.phase === 'sign-in' || state.person === null) return <SignInScreen />;
  if (state.person.mustChangePassword && state.phase === 'signed-in') return <OwnPasswordScreen />;
  return (
    <>
      <div hidden={state.phase === 'locked'} inert={state.phase === 'locked'}>
        <Suspense fallback={<OpeningScreen />}>
          <SignedIn />
        </Suspense>
      </div>
      {state.phase === 'locked' && <LockedScreen person={state.person} />}
    </>
  );
}
