import { useTranslation } from 'react-i18next';
import type { Exhibit } from '../../../../../contract/casework';
import { useAction } from '../../../../app/errors/use-action';
import { api } from '../../../../app/wire/client';
import { ReasonDialog } from '../../../../components/reason-dialog';

export interface DeviationWish {
  readonly kind: string;
  readonly criterion: string;
  readonly componentId: string | null;
  readonly referenceLotId: string | null;
}

/** Lifts what the checklist names now, and nothing else; signed with a reason. */
export function AuthoriseDialog(props: { readonly wish: DeviationWish | null; readonly exhibit: Exhibit; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { wish, exhibit, onClose } = props;
  const authorise = useAction(api.casework.deviations.authorise.mutationOptions(), {
    inPlace: true,
    success: t('casework:deviation.authorised'),
    onDone: onClose,
  });
  const kind = wish === null ? '' : t(`criteria:deviation.${wish.kind}`);
  const criterion = wish === null ? '' : t(`criteria:criterion.${wish.criterion}.title`);
  return (
    <ReasonDialog
      opened={wish !== null}
      onClose={onClose}
      title={t('casework:deviation.authorise-kind', { kind })}
      consequence={t('casework:deviation.text', { criterion, code: exhibit.code })}
      grave
      confirmLabel={t('casework:deviation.authorise')}
      onConfirm={(reason) => wish !== null && authorise.run({ exhibitId: exhibit.id, ...wish, reason })}
      busy={authorise.busy}
      failure={authorise.failure}
    />
  );
}
