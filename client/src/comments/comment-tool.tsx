import { MessageSquarePlus } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeyText } from '../editor/keys/key-text';
import { WithLaterWords } from '../i18n/with-later-words';
import type { Fact } from '../sync/fact';
import { IconButton } from '../ui/button';
import { COMMENT_KEYS } from './comment-keys';

/** The button in the toolbar that begins a comment; not there for those who may not. */
export function commentTool(begin: Fact<(() => void) | null>) {
  return function CommentTool() {
    const act = useSyncExternalStore(begin.subscribe, begin.get);
    return (
      act && (
        <WithLaterWords>
          <Tool onPress={act} />
        </WithLaterWords>
      )
    );
  };
}

function Tool({ onPress }: { onPress: () => void }) {
  const { t } = useTranslation();
  const keyText = useKeyText();
  return (
    <IconButton
      icon={MessageSquarePlus}
      label={t(($) => $.comments.begin)}
      shortcut={keyText(COMMENT_KEYS.begin)}
      onPress={onPress}
    />
  );
}
