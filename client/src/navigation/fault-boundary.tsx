import { Component, type ComponentType, type ReactNode } from 'react';

interface Props {
  readonly Broken: ComponentType<{ error: unknown; retry: () => void }>;
  /** Another place is another try. */
  readonly place: string;
  readonly children: ReactNode;
}

interface State {
  readonly failed: { readonly error: unknown } | null;
}

/** Keeps a fault to the screen it happened in, and shows `Broken` there. */
export class FaultBoundary extends Component<Props, State> {
  override state: State = { failed: null };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { failed: { error } };
  }

  override componentDidUpdate(before: Props): void {
    if (this.state.failed && before.place !== this.props.place) this.setState({ failed: null });
  }

  override render(): ReactNode {
    const { Broken, children } = this.props;
    const { failed } = this.state;
    if (!failed) return children;
    return <Broken error={failed.error} retry={() => this.setState({ failed: null })} />;
  }
}
