import type { OneTimeLink } from '@accord/shared/people/signing-in';
import { Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/formats';
import { Button } from '../ui/button';
import { useVoice } from '../ui/notices';
import { TextField } from '../ui/text-field';
import css from './form.module.css';

/** A one-time link to hand over, with a button that copies it. */
export function LinkToCopy({ link }: { link: OneTimeLink }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { notify } = useVoice();
  return (
    <div className={css.form}>
      <TextField
        label={t(($) => $.people.link.label)}
        hint={t(($) => $.people.link.once, { when: formats.moment(link.expiresAt) })}
        isReadOnly
        value={link.url}
        onFocus={(event) => event.target instanceof HTMLInputElement && event.target.select()}
      />
      <div className={css.start}>
        <Button
          kind="primary"
          icon={Copy}
          onPress={() => {
            // Where the browser refuses (no https), the field above can be selected and copied by hand.
            navigator.clipboard?.writeText(link.url).then(
              () => notify(t(($) => $.people.link.copied)),
              () => undefined,
            );
          }}
        >
          {t(($) => $.people.link.copy)}
        </Button>
      </div>
    </div>
  );
}
