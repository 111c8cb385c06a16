import { Eye, PencilLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { WithLaterWords } from '../i18n/with-later-words';
import { useFact } from '../sync/hooks';
import { Banner } from '../ui/banner';
import { buttonClass } from '../ui/button-class';
import type { SuggestionLayer } from './modes';

/** What has to be said above the text: that I am suggesting, or that this is not the text as it stands. */
export function SuggestionBanners({ layer }: { layer: SuggestionLayer }) {
  return (
    <WithLaterWords>
      <Banners layer={layer} />
    </WithLaterWords>
  );
}

function Banners({ layer }: { layer: SuggestionLayer }) {
  const { t } = useTranslation();
  const { mode, mayWrite } = useFact(layer.choice);
  const view = useFact(layer.view);
  if (view !== 'with')
    return (
      <Banner
        icon={Eye}
        actions={
          <button type="button" className={buttonClass()} onClick={() => layer.view.set('with')}>
            {t(($) => $.suggestions.backToWith)}
          </button>
        }
      >
        {t(($) => $.suggestions.viewing[view])}
      </Banner>
    );
  if (mode === 'suggesting' && !mayWrite)
    return <Banner icon={PencilLine}>{t(($) => $.suggestions.youSuggest)}</Banner>;
  return null;
}
