import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog';
import type { KeySection } from './key-list';
import css from './key-list.module.css';
import { useKeyNames } from './key-names';

/** The list of keys: what the screen has, then what works everywhere. */
export default function KeyListDialog({
  sections,
  onClose,
}: {
  sections: readonly KeySection[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const everywhere: KeySection = {
    title: t(($) => $.app.keys.everywhere),
    lines: [
      { keys: '?', does: t(($) => $.app.keys.thisList) },
      { keys: 'Tab', does: t(($) => $.app.keys.nextPart) },
      { keys: 'Escape', does: t(($) => $.app.keys.closeDialog) },
    ],
  };
  return (
    <Dialog title={t(($) => $.app.keys.title)} isOpen onClose={onClose} wide>
      <div className={css.sections}>
        {[...sections, everywhere].map((section) => (
          <KeyTable key={section.title} section={section} />
        ))}
      </div>
    </Dialog>
  );
}

function KeyTable({ section }: { section: KeySection }) {
  const names = useKeyNames();
  return (
    <section>
      <h3 className={css.title}>{section.title}</h3>
      <dl className={css.lines}>
        {section.lines.map((line) => (
          <div key={line.keys + line.does} className={css.line}>
            <dt>{line.does}</dt>
            <dd>
              {line.keys.split(' ').map((keys) => (
                <kbd key={keys} translate="no">
                  {names(keys)}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
