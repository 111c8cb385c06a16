import type { Grant } from '@accord/shared/access/role';
import type { Output } from '@accord/shared/outputs/outputs';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/formats';

/** Where a role holds, in words; null where what it names is gone or out of sight. */
export function placeOf(
  grant: Pick<Grant, 'outputId' | 'chapterId'>,
  outputs: readonly Output[],
): string | null {
  const output = outputs.find(({ id }) => id === grant.outputId);
  if (!output) return null;
  if (grant.chapterId === null) return output.title;
  const chapter = output.chapters.find(({ id }) => id === grant.chapterId);
  return chapter ? `${output.title} › ${chapter.title}` : null;
}

/** Says a role in words: `Author on all outputs`, `Translator (suomi) on Working with schools`. */
export function useGrantInWords(outputs: readonly Output[]): (grant: Grant) => string {
  const { t } = useTranslation();
  const formats = useFormats();
  return (grant) => {
    const name = t(($) => $.words.roles[grant.role]);
    const role = grant.language ? `${name} (${formats.languageName(grant.language)})` : name;
    if (grant.outputId === null) return t(($) => $.people.grants.onAll, { role });
    return t(($) => $.people.grants.on, {
      role,
      place: placeOf(grant, outputs) ?? t(($) => $.people.grants.gone),
    });
  };
}
