import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { setUpInput } from '../../../contract/people';
import type { Role } from '../../../contract/permissions';
import { languageOf } from '../../../i18n/languages';
import { fieldErrors } from '../../app/errors/field-errors';

/** Fields asked on each page of the wizard, in order. */
export const PAGES = [
  ['laboratory.language', 'laboratory.country'],
  ['laboratory.name', 'laboratory.address', 'laboratory.phone', 'laboratory.email'],
  [
    'administrator.fullName',
    'administrator.initials',
    'administrator.signInName',
    'administrator.password',
    'administrator.again',
    'administrator.alsoRoles',
  ],
] as const;

const withRepetition = z.object({ again: z.string() });

/** What the wizard gathers: the input of `people.setUp`, and the password a second time. */
export function useSetUpForm() {
  const { t, i18n } = useTranslation();
  const check = fieldErrors(setUpInput, t);
  const form = useForm({
    initialValues: {
      laboratory: { name: '', address: '', country: '', language: languageOf(i18n.language).tag, phone: '', email: '' },
      administrator: { signInName: '', fullName: '', initials: '', password: '', again: '', alsoRoles: [] as Role[] },
    },
    validateInputOnBlur: true,
    validate: (values) => {
      const { again } = withRepetition.parse(values.administrator);
      const repeated: Record<string, string> =
        again === values.administrator.password ? {} : { 'administrator.again': t('errors:field.passwords-differ') };
      return { ...check(values), ...repeated };
    },
  });
  /** Marks what is wrong on a page; true when nothing is. */
  const pageIsSound = (page: number): boolean => {
    const { errors } = form.validate();
    const mine = Object.entries(errors).filter(([path]) => (PAGES[page] as readonly string[] | undefined)?.includes(path) ?? false);
    form.setErrors(Object.fromEntries(mine));
    return mine.length === 0;
  };
  return { form, pageIsSound };
}

export type SetUpForm = ReturnType<typeof useSetUpForm>['form'];

/** `Mona Al-Harbi` → `MAH`: a proposal for the initials. */
export function initialsOf(fullName: string): string {
  return fullName
    .split(/[\s-]+/)
    .map((part) => part.charAt(0).toLocaleUpperCase())
    .join('')
    .slice(0, 4);
}

/** `Mona Al-Harbi` → `m.al-harbi`: a proposal for the sign-in name. */
export function signInNameOf(fullName: string): string {
  const [first, ...rest] = fullName.trim().toLocaleLowerCase().split(/\s+/);
  const last = rest.at(-1);
  const proposal = last === undefined ? (first ?? '') : `${first?.charAt(0)}.${last}`;
  return proposal.replace(/[^\p{L}\p{N}._-]/gu, '');
}
