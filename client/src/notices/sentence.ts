import type { Notice } from '@accord/shared/notices/notices';
import { useTranslation } from 'react-i18next';

/** What happened, in one sentence: `Marie Dupont mentioned you`. */
export function useSentence(): (
  notice: Pick<Notice, 'kind' | 'count' | 'suggestionId'>,
  name: string,
) => string {
  const { t } = useTranslation();
  return ({ kind, count, suggestionId }, name) => {
    switch (kind) {
      case 'mentioned':
        return t(($) => $.notices.mentioned, { name });
      case 'commented':
        return suggestionId
          ? t(($) => $.notices.commentedSuggestion, { name })
          : t(($) => $.notices.commentedChapter, { name });
      case 'replied':
        return t(($) => $.notices.replied, { name });
      case 'thread-resolved':
        return t(($) => $.notices.resolved, { name });
      case 'thread-reopened':
        return t(($) => $.notices.reopened, { name });
      case 'thread-decided':
        return t(($) => $.notices.decided, { name });
      case 'suggestion-accepted':
        return count > 1
          ? t(($) => $.notices.acceptedSeveral, { name, count })
          : t(($) => $.notices.accepted, { name });
      case 'suggestion-rejected':
        return count > 1
          ? t(($) => $.notices.rejectedSeveral, { name, count })
          : t(($) => $.notices.rejected, { name });
      case 'signature-asked':
        return t(($) => $.notices.signatureAsked, { name });
      case 'signature-due':
        return t(($) => $.notices.signatureDue, { name });
      case 'objected':
        return t(($) => $.notices.objected, { name });
      case 'objection-answered':
        return t(($) => $.notices.objectionAnswered, { name });
      case 'text-approved':
        return t(($) => $.notices.textApproved, { name });
      case 'text-reopened':
        return t(($) => $.notices.textReopened, { name });
      case 'editorial-change':
        return t(($) => $.notices.editorialChange, { name });
      case 'suggestion-reopened':
        return count > 1
          ? t(($) => $.notices.takenBackSeveral, { name, count })
          : t(($) => $.notices.takenBack, { name });
    }
  };
}
