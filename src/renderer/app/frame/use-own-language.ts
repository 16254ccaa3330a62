import { useAction } from '../errors/use-action';
import { speak } from '../language';
import { api } from '../wire/client';

/** The person's language: at once in the window, and kept with the person. */
export function useOwnLanguage(): (language: 'en' | 'fr' | 'ar') => void {
  const keep = useAction(api.people.setOwnLanguage.mutationOptions());
  return (language) => {
    speak(language);
    keep.run({ language });
  };
}
