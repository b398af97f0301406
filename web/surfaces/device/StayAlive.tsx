import { Component, type ReactNode } from 'react';

interface StayAliveProps {
  readonly children: ReactNode;
  /** Drawn after a failure, until it is tried again. */
  readonly instead: ReactNode;
}

const RETRY_MS = 5000;

/** A device has nobody who reloads it: a page that throws is drawn anew after a few seconds, for ever. */
export class StayAlive extends Component<StayAliveProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };
  #timer: ReturnType<typeof setTimeout> | undefined;

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true };
  }

  override componentDidCatch(): void {
    this.#timer = setTimeout(() => this.setState({ hasFailed: false }), RETRY_MS);
  }

  override componentWillUnmount(): void {
    clearTimeout(this.#timer);
  }

  override render(): ReactNode {
    return this.state.hasFailed ? this.props.instead : this.props.children;
  }
}
