export type OutboxRow = {
  centre_id: number;
  event_id: string;
  name: string;
  version: number;
  aggregate_kind: string;
  aggregate_id: string;
  actor_kind: string;
  actor_id: string;
  at: Date;
  payload: string;
};

/** The head of a subject is retried or dead; what came later for it waits. */
export type ParkedState = 'retrying' | 'dead' | 'waiting';

export type ParkedEventRow = {
  centre_id: number;
  listener: string;
  event_id: string;
  /** A transaction number, as text. */
  written_by: string;
  name: string;
  aggregate_kind: string;
  aggregate_id: string;
  state: ParkedState;
  attempts: number;
  next_at: Date;
  error: string | null;
  parked_at: Date;
};

export type ListenerPlaceRow = {
  centre_id: number;
  listener: string;
  /** A transaction number, as text. */
  written_by: string;
  event_id: string;
  moved_at: Date;
};

export type OutboxTables = {
  'kernel.outbox': OutboxRow;
  'kernel.parked_event': ParkedEventRow;
  'kernel.listener_place': ListenerPlaceRow;
};
