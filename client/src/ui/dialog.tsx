import { X } from 'lucide-react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from './button';
import type { ButtonKind } from './button-class';
import { classes } from './classes';
import css from './dialog.module.css';

export interface DialogProps {
  title: string;
  isOpen: boolean;
  /** Called when it closes by itself: Escape, the cross, a press outside. */
  onClose: () => void;
  wide?: boolean;
  children: React.ReactNode;
}

/** A window over the page. Traps focus, gives it back, closes with Escape. */
export function Dialog({ title, isOpen, onClose, wide = false, children }: DialogProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
      className={css.scrim ?? ''}
    >
      <Modal className={classes(css.modal, wide && css.wide)}>
        <AriaDialog className={css.dialog ?? ''}>
          <DialogHead title={title} onClose={onClose} />
          <div className={css.body}>{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The row of buttons at the end of a dialog; the main one last. */
export function DialogActions({ children }: { children: React.ReactNode }) {
  return <div className={css.actions}>{children}</div>;
}

export interface AlertDialogProps extends DialogProps {
  /** The verb on the button that does it. */
  confirm: string;
  kind?: ButtonKind;
  cancel?: string;
  isBusy?: boolean;
  onConfirm: () => void;
}

/** Asks before something that is hard to take back; says what will happen in `children`. */
export function AlertDialog(props: AlertDialogProps) {
  const {
    title,
    isOpen,
    onClose,
    children,
    confirm,
    kind = 'danger',
    cancel,
    isBusy = false,
    onConfirm,
  } = props;
  const { t } = useTranslation();
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={(open) => !open && onClose()} className={css.scrim ?? ''}>
      <Modal className={css.modal ?? ''}>
        <AriaDialog role="alertdialog" className={css.dialog ?? ''}>
          <DialogHead title={title} />
          <div className={css.body}>
            {children}
            <DialogActions>
              <Button onPress={onClose} autoFocus>
                {cancel ?? t(($) => $.actions.cancel)}
              </Button>
              <Button kind={kind} onPress={onConfirm} isDisabled={isBusy}>
                {confirm}
              </Button>
            </DialogActions>
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** A pane that slides over the page on small screens: from below on phones, from the side on tablets. */
export function Sheet({
  title,
  isOpen,
  onClose,
  side = 'end',
  children,
}: DialogProps & { side?: 'start' | 'end' }) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
      className={css.sheetScrim ?? ''}
    >
      <Modal className={classes(css.sheet, side === 'start' && css.start)}>
        <AriaDialog className={css.dialog ?? ''}>
          <DialogHead title={title} onClose={onClose} />
          <div className={css.body}>{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function DialogHead({ title, onClose }: { title: string; onClose?: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={css.head}>
      <Heading slot="title" className={css.title ?? ''}>
        {title}
      </Heading>
      {onClose && <IconButton label={t(($) => $.actions.close)} icon={X} onPress={onClose} />}
    </div>
  );
}
