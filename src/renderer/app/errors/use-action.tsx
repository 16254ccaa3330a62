import { notifications } from '@mantine/notifications';
import { type MutationOptions, useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isAbort } from '../wire/engine-lost';
import { type PresentedError, presentError } from './present-error';
import { SupportCode } from './support-code';

interface ActionOptions<TInput, TOutput> {
  /** Said in a notification when it is done; translated. */
  readonly success?: string | ((output: TOutput, input: TInput) => string) | undefined;
  readonly onDone?: ((output: TOutput, input: TInput) => void) | undefined;
  /** A Mantine form: takes the sentences that belong to single fields. */
  readonly form?: { setErrors(errors: Record<string, string>): void } | undefined;
  /** The screen shows `failure` itself (an alert in the form) instead of a notification. */
  readonly inPlace?: boolean | undefined;
}

export interface Action<TInput> {
  readonly run: (input: TInput) => void;
  readonly busy: boolean;
  readonly failure: PresentedError | null;
  readonly reset: () => void;
}

/**
 * A use-case that changes something, with its notification, its failure in the person's words and its field errors.
 *
 * ```tsx
 * const save = useAction(api.laboratory.update.mutationOptions(), { form, inPlace: true, success: t('administration:laboratory.saved') });
 * <FormSection onSubmit={form.onSubmit((values) => save.run(values))} busy={save.busy} failure={save.failure} …>
 * ```
 */
export function useAction<TInput, TOutput>(
  mutation: MutationOptions<TOutput, Error, TInput>,
  options: ActionOptions<TInput, TOutput> = {},
): Action<TInput> {
  const { t } = useTranslation();
  const { success, onDone, form, inPlace } = options;
  const { mutate, isPending, error, reset } = useMutation<TOutput, Error, TInput>({
    ...mutation,
    onSuccess: (output, input) => {
      const said = typeof success === 'function' ? success(output, input) : success;
      if (said !== undefined) notifications.show({ message: said, autoClose: 3000 });
      onDone?.(output, input);
    },
    onError: (raised) => {
      if (isAbort(raised)) return;
      const presented = presentError(raised, t);
      form?.setErrors(presented.fields);
      if (inPlace === true) return;
      notifications.show({
        color: 'orange',
        autoClose: 10_000,
        title: presented.title,
        message: (
          <>
            {presented.text}
            {presented.code !== null && <SupportCode code={presented.code} />}
          </>
        ),
      });
    },
  });
  return { run: mutate, busy: isPending, failure: error === null || isAbort(error) ? null : presentError(error, t), reset };
}
