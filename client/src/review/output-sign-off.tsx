import type { Output } from '@accord/shared/outputs/outputs';
import { PenLine } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button';
import { PolicyDialog } from './policy-dialog';
import css from './review.module.css';
import { ReviewSheet } from './review-sheet';
import { useReview } from './target';

/** Review and signatures of a whole output, on its page. */
export function OutputSignOff({ output }: { output: Output }) {
  const { t } = useTranslation();
  const target = { outputId: output.id };
  const review = useReview(target);
  const [naming, setNaming] = useState(false);
  return (
    <section className={css.ofOutput} aria-labelledby="sign-off">
      <div className={css.head}>
        <h2 id="sign-off">{t(($) => $.review.title)}</h2>
        {output.abilities.includes('output.edit') && review.data && (
          <Button icon={PenLine} onPress={() => setNaming(true)}>
            {t(($) => $.review.policy.button)}
          </Button>
        )}
      </div>
      <ReviewSheet target={target} />
      {naming && review.data && (
        <PolicyDialog output={output} policy={review.data.policy} onClose={() => setNaming(false)} />
      )}
    </section>
  );
}
