import type { Output } from '@accord/shared/outputs/outputs';
import { listPartners } from '@accord/shared/people/administration';
import { useTranslation } from 'react-i18next';
import { useEndpoint } from '../api/use-endpoint';
import { useFormats } from '../i18n/formats';
import { PersonName } from '../people/person-name';
import css from './outputs.module.css';

/** Who coordinates an output, who contributes, its language and length. */
export function OutputFacts({ output }: { output: Output }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const partners = useEndpoint(listPartners);
  const country = formats.countryName(output.coordinatorCountry);
  const names = output.partnerIds
    .map((id) => partners.data?.find((partner) => partner.id === id)?.name)
    .filter((name) => name !== undefined);
  const words = output.chapters.reduce((sum, chapter) => sum + (chapter.archived ? 0 : chapter.words), 0);
  return (
    <dl className={css.details}>
      <div>
        <dt>{t(($) => $.outputs.facts.coordinator)}</dt>
        <dd>
          {output.coordinatorId ? (
            <>
              {country}: <PersonName id={output.coordinatorId} />
            </>
          ) : (
            t(($) => $.outputs.facts.countryOnly, { country })
          )}
        </dd>
      </div>
      <div className={css.wide}>
        <dt>{t(($) => $.outputs.facts.partners)}</dt>
        <dd>
          {output.partnerIds.length === 0 ? (
            t(($) => $.outputs.facts.noPartners)
          ) : (
            <span translate="no">{formats.list(names)}</span>
          )}
        </dd>
      </div>
      <div>
        <dt>{t(($) => $.outputs.facts.language)}</dt>
        <dd>{formats.languageName(output.language)}</dd>
      </div>
      <div>
        <dt>{t(($) => $.outputs.facts.length)}</dt>
        <dd>{t(($) => $.words.wordCount, { count: words })}</dd>
      </div>
    </dl>
  );
}
