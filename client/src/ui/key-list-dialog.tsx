import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog';
import type { KeySection } from './key-list';
import css from './key-list.module.css';

/** The list of keys, section by section. */
export default function KeyListDialog({
  sections,
  onClose,
}: {
  sections: readonly KeySection[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Dialog title={t(($) => $.app.keys.title)} isOpen onClose={onClose} wide>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list must be scrollable by keyboard */}
      <div className={css.sections} tabIndex={0}>
        {sections.map((section) => (
          <KeyTable key={section.title} section={section} />
        ))}
      </div>
    </Dialog>
  );
}

function KeyTable({ section }: { section: KeySection }) {
  return (
    <section>
      <h3 className={css.title}>{section.title}</h3>
      <dl className={css.lines}>
        {section.lines.map((line) => (
          <div key={line.does} className={css.line}>
            <dt>{line.does}</dt>
            <dd>
              {line.keys.map((keys) => (
                <kbd key={keys} translate="no">
                  {keys}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
