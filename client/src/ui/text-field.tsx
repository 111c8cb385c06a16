import {
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  FieldError,
  Input,
  Label,
  Text,
} from 'react-aria-components';
import css from './field.module.css';

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> {
  label: string;
  /** A sentence under the field that helps to fill it. */
  hint?: string;
  /** Why the value is not accepted; shown and announced. */
  error?: string | undefined;
  placeholder?: string;
  /** More lines: a text area of so many rows. */
  rows?: number;
}

/** A labelled text field, with a hint and an error under it. */
export function TextField({ label, hint, error, placeholder, rows, ...props }: TextFieldProps) {
  return (
    <AriaTextField
      {...props}
      isInvalid={error !== undefined}
      // An error of ours must not stop the form from being sent again, as the browser's own checks do.
      validationBehavior={error === undefined ? 'native' : 'aria'}
      className={css.field ?? ''}
    >
      <Label className={css.label ?? ''}>{label}</Label>
      {rows === undefined ? (
        <Input className={css.input ?? ''} {...(placeholder ? { placeholder } : {})} />
      ) : (
        <AriaTextArea rows={rows} className={css.input ?? ''} {...(placeholder ? { placeholder } : {})} />
      )}
      {hint && (
        <Text slot="description" className={css.hint ?? ''}>
          {hint}
        </Text>
      )}
      <FieldError className={css.error ?? ''}>
        {(state) => error ?? state.validationErrors.join(' ')}
      </FieldError>
    </AriaTextField>
  );
}

/** A labelled field of several lines. */
export function TextArea({ rows = 4, ...props }: TextFieldProps) {
  return <TextField {...props} rows={rows} />;
}
