import type { Language } from '../../../contract/base';
import { useAction } from '../errors/use-action';
import { speak } from '../language';
import { api } from '../wire/client';

/** The person's language: at once in the window, and kept with the person. */
export function useOwnLanguage(): { readonly choose: (language: Language) => void; readonly busy: boolean } {
  const keep = useAction(api.people.setOwnLanguage.mutationOptions());
  const choose = (language: Language): void => {
    speak(language);
    keep.run({ language });
  };
  return { choose, busy: keep.busy };
}
