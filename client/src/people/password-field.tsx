import { useTranslation } from 'react-i18next';
import { TextField } from '../ui/text-field';

/**
 * A field for a password: the one somebody has, or a new one, which browsers then offer to make and to keep.
 *
 * @param hinted says what a password must be like
 */
export function PasswordField(props: {
  label: string;
  isNew?: boolean;
  hinted?: boolean;
  error?: string | undefined;
  value: string;
  onChange: (value: string) => void;
}) {
  const { isNew = false, hinted = false, ...field } = props;
  const { t } = useTranslation();
  return (
    <TextField
      {...field}
      {...(hinted ? { hint: t(($) => $.welcome.passwordHint) } : {})}
      type="password"
      name="password"
      autoComplete={isNew ? 'new-password' : 'current-password'}
      isRequired
    />
  );
}
