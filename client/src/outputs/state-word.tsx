import type { ChapterState } from '@accord/shared/access/state';
import {
  BadgeCheck,
  BookCheck,
  History,
  type LucideIcon,
  MessageSquareText,
  PencilLine,
  Stamp,
  Undo2,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge, type Tone } from '../ui/badge';

const LOOKS: Record<ChapterState, { icon: LucideIcon; tone: Tone }> = {
  draft: { icon: PencilLine, tone: 'plain' },
  'in-review': { icon: MessageSquareText, tone: 'accent' },
  'changes-requested': { icon: Undo2, tone: 'warn' },
  'sign-off': { icon: Stamp, tone: 'accent' },
  approved: { icon: BadgeCheck, tone: 'good' },
  published: { icon: BookCheck, tone: 'good' },
  superseded: { icon: History, tone: 'plain' },
};

/** A chapter's state: always icon and word together. */
export function StateWord({ state, boxed = false }: { state: ChapterState; boxed?: boolean }) {
  const { t } = useTranslation();
  const { icon, tone } = LOOKS[state];
  return (
    <Badge icon={icon} tone={tone} boxed={boxed}>
      {t(($) => $.words.states[state])}
    </Badge>
  );
}
