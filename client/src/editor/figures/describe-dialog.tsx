import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/choice';
import { Dialog, DialogActions } from '../../ui/dialog';
import { TextArea } from '../../ui/text-field';
import css from '../form.module.css';

interface DescribeProps {
  /** What the picture is described as now; null when nobody has yet, `''` when it is only decoration. */
  alt: string | null;
  onSave: (alt: string) => void;
  onClose: () => void;
}

/** Asks for a picture's description. It can't be left empty by oversight: being decoration has to be said. */
export function DescribeDialog({ isOpen, ...props }: DescribeProps & { isOpen: boolean }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t(($) => $.figures.dialog.title)} isOpen={isOpen} onClose={props.onClose}>
      <DescribeForm {...props} />
    </Dialog>
  );
}

function DescribeForm({ alt, onSave, onClose }: DescribeProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(alt ?? '');
  const [decorative, setDecorative] = useState(alt === '');
  const [tried, setTried] = useState(false);
  const description = text.replace(/\s+/g, ' ').trim();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!decorative && description === '') return;
    onClose();
    onSave(decorative ? '' : description);
  };
  return (
    <Form onSubmit={submit} className={css.form ?? ''}>
      <TextArea
        label={t(($) => $.figures.dialog.label)}
        hint={t(($) => $.figures.dialog.hint)}
        value={text}
        onChange={setText}
        isDisabled={decorative}
        maxLength={1000}
        rows={3}
        error={tried && !decorative && description === '' ? t(($) => $.figures.dialog.needed) : undefined}
        autoFocus
      />
      <Checkbox isSelected={decorative} onChange={setDecorative}>
        {t(($) => $.figures.dialog.decorative)}
      </Checkbox>
      <DialogActions>
        <Button onPress={onClose}>{t(($) => $.actions.cancel)}</Button>
        <Button kind="primary" type="submit">
          {t(($) => $.figures.dialog.save)}
        </Button>
      </DialogActions>
    </Form>
  );
}
