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

export type OutboxTables = { 'kernel.outbox': OutboxRow };
