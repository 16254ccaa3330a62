import { createObservable } from '../../app/observable';

/** True from the laboratory's founding until the person has confirmed the recovery code: the engine is signed in by then, the wizard is not done. */
export const recoveryCodeOnScreen = createObservable(false);
